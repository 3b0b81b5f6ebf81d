import { setTimeout } from 'node:timers/promises';
import type { z } from 'zod';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import type { TestApp } from '../../testing/test-app.ts';
import type { TestTown } from './bookings.factory.ts';
import type { occupancyDaySchema, occupancySchema } from './occupancy.schemas.ts';
import type { Desk } from './staff-booking.factory.ts';

export type WireOccupancy = z.infer<typeof occupancySchema>;
export type WireOccupancyDay = z.infer<typeof occupancyDaySchema>;

/** What the office sees of places, and does for who waits. */
export function occupancyDesk(testApp: TestApp, { organisation }: TestTown, { clerk }: Desk) {
  const grid = async (from: string, until = from): Promise<WireOccupancy> =>
    (await clerk.agent.get(`/api/staff/occupancy?from=${from}&until=${until}`).expect(200)).body;

  /** The cell of a unit on a day; `null` where it has no session. */
  async function cell(unit: string, on: string) {
    const { rows } = await grid(on);
    return rows.find((row) => row.unit === unit)?.cells[0] ?? null;
  }

  async function dayOf(unit: string, on: string): Promise<WireOccupancyDay> {
    const { rows } = await grid(on);
    const unitId = rows.find((row) => row.unit === unit)?.unitId ?? '';
    const path = `/api/staff/occupancy/day?on=${on}&unitId=${unitId}`;
    return (await clerk.agent.get(path).expect(200)).body;
  }

  /** Who waits for a unit on a day, first come first. */
  async function waitingFor(unit: string, on: string) {
    const { sessions } = await dayOf(unit, on);
    return sessions.flatMap(({ waiting }) => waiting);
  }

  type Said = { readonly note?: string | null; readonly extraPlace?: string | null };
  const give = (gesture: 'offer' | 'place', bookingId: string, said: Said = {}) =>
    clerk.agent
      .post(`/api/staff/waiting/${bookingId}/${gesture}`)
      .send({ note: null, extraPlace: null, ...said });

  const events = (type: string) =>
    transaction(testApp.database, organisation.id, (tx) =>
      tx.ask(eventsOf, [tx.organisationId, type]),
    );

  return { grid, cell, dayOf, waitingFor, give, events };
}

const eventsOf = statement<{ payload: Record<string, unknown> }>(
  'factory.events',
  'select payload from event where organisation_id = $1 and type = $2 order by id',
);

/** Until so many transactions of this database wait for a lock that somebody else holds. */
export async function untilWaiting({ owner }: TestApp, wanted: number): Promise<void> {
  for (let left = 200; left > 0; left -= 1) {
    const { rows } = await owner.pool.query<{ waiting: number }>(
      `select count(distinct held.pid)::int as waiting
       from pg_locks held join pg_database here on here.oid = held.database
       where here.datname = current_database()
         and exists (select from pg_locks wanted where wanted.pid = held.pid and not wanted.granted)`,
    );
    if ((rows[0]?.waiting ?? 0) >= wanted) return;
    await setTimeout(10);
  }
  throw new Error('They do not wait for each other');
}
