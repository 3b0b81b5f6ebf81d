import type { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import type { TestApp } from '../../testing/test-app.ts';
import type { TestTown } from './bookings.factory.ts';
import type { closureCalendarSchema, closureImpactSchema } from './closures.schemas.ts';
import type { Desk } from './staff-booking.factory.ts';

export type WireImpact = z.infer<typeof closureImpactSchema>;
export type WireCalendar = z.infer<typeof closureCalendarSchema>;

export type ClosedDays = {
  readonly from: string;
  readonly until?: string;
  readonly label?: string;
  readonly facilityId?: string | null;
  readonly activityCode?: string | null;
};

/** What the office closes and opens again. */
export function closuresDesk(testApp: TestApp, { organisation }: TestTown, { clerk }: Desk) {
  const bodyOf = ({ from, until = from, ...more }: ClosedDays) => ({
    label: 'Grève',
    facilityId: null,
    activityCode: null,
    ...more,
    from,
    until,
  });
  const preview = async (days: ClosedDays): Promise<WireImpact> =>
    (await clerk.agent.post('/api/staff/closures/preview').send(bodyOf(days)).expect(200)).body;

  /** Declares what was just previewed, or with another fingerprint. */
  async function send(days: ClosedDays, fingerprint?: string, key = newId()) {
    const shown = fingerprint ?? (await preview(days)).fingerprint;
    const post = clerk.agent.post('/api/staff/closures').set('idempotency-key', key);
    return post.send({ ...bodyOf(days), fingerprint: shown });
  }

  async function declare(days: ClosedDays): Promise<WireImpact & { id: string }> {
    const { status, body } = await send(days);
    if (status !== 200) throw new Error(`Closing answered ${status} ${body.code}`);
    return body;
  }

  const remove = (id: string) => clerk.agent.delete(`/api/staff/closures/${id}`);
  const calendar = async (schoolYear = '2026-2027'): Promise<WireCalendar> =>
    (await clerk.agent.get(`/api/staff/closures?schoolYear=${schoolYear}`).expect(200)).body;
  const told = () =>
    transaction(testApp.database, organisation.id, (tx) => tx.ask(toldOf, [tx.organisationId]));

  return { preview, send, declare, remove, calendar, told };
}

type Told = { householdId: string; closureId: string; bookingIds: string[] };

const toldOf = statement<{ payload: Told }>(
  'factory.closures-told',
  `select payload from event where organisation_id = $1 and type = 'closure.applied' order by id`,
);
