import type { z } from 'zod';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { TestApp } from '../../testing/test-app.ts';
import { type SignedIn, type SignedInGuardian, signInStaff } from '../../testing/test-people.ts';
import { seatsOf, sessionOf, type TestTown, type WireConfirmation } from './bookings.factory.ts';
import type { staffPlanningSchema, staffPreviewSchema } from './staff-booking.schemas.ts';

export type WireStaffPlanning = z.infer<typeof staffPlanningSchema>;
type Preview = z.infer<typeof staffPreviewSchema>;

export type StaffGesture = {
  readonly unit: string;
  readonly on: string;
  readonly action: 'add' | 'remove' | 'wait';
};

export type Sent = {
  readonly key?: string;
  /** Without it: what the preview shows at that moment. */
  readonly totalCents?: number;
  readonly note?: string | null;
};

/** A desk of the office, at which somebody is signed in. A session lasts a few hours. */
export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** Address of what the staff does with a household. */
export function householdPath({ household }: Pick<SignedInGuardian, 'household'>, path: string) {
  return `/api/staff/households/${household.id}/${path}`;
}

/** Signs somebody of the office in, who books for the first child of families. */
export async function openDesk(testApp: TestApp, town: TestTown) {
  const clerk = await signInStaff(testApp, town.organisation, 'office');
  return deskOf(testApp, town, clerk);
}

function deskOf(testApp: TestApp, town: TestTown, clerk: SignedIn) {
  type Family = Pick<SignedInGuardian, 'household'>;

  const changesOf = ({ household }: Family, gestures: readonly StaffGesture[]) =>
    Promise.all(
      gestures.map(async ({ unit, on, action }) => ({
        childId: household.children[0]?.id,
        sessionId: await sessionOf(testApp, town, unit, on),
        action,
      })),
    );

  async function preview(family: Family, ...gestures: StaffGesture[]): Promise<Preview> {
    const changes = await changesOf(family, gestures);
    const sent = clerk.agent.post(householdPath(family, 'bookings/preview')).send({ changes });
    return (await sent.expect(200)).body;
  }

  async function send(family: Family, gestures: readonly StaffGesture[], sent: Sent = {}) {
    const { key = newId(), note = null } = sent;
    const totalCents = sent.totalCents ?? (await preview(family, ...gestures)).totalCents;
    const changes = await changesOf(family, gestures);
    const post = clerk.agent.post(householdPath(family, 'bookings')).set('idempotency-key', key);
    return post.send({ changes, note, totalCents });
  }

  async function book(
    family: Family,
    gesture: StaffGesture | readonly StaffGesture[],
    sent: Sent = {},
  ): Promise<WireConfirmation> {
    const { status, body } = await send(family, [gesture].flat(), sent);
    if (status !== 200) throw new Error(`Booking answered ${status} ${body.code}`);
    return body;
  }

  async function cellOf(family: Family, unit: string, on: string) {
    const path = householdPath(family, `planning?from=${on}&until=${on}`);
    const planning: WireStaffPlanning = (await clerk.agent.get(path).expect(200)).body;
    const row = planning.rows.find((candidate) => candidate.unit === unit);
    if (!row) throw new Error(`No cell ${unit} ${on}`);
    return {
      state: row.state[0],
      constraint: row.constraint[0],
      cents: row.cents[0],
      bookingId: row.bookingId[0],
      codes: (row.reasons[0] ?? []).map((index) => planning.reasons[index]?.code),
    };
  }

  /** Bookings of the family's first child, oldest first. */
  const bookingsOf = ({ household }: Family) =>
    transaction(testApp.database, town.organisation.id, (tx) =>
      tx.ask(bookingsOfChild, [tx.organisationId, household.children[0]?.id]),
    );
  const seats = () => transaction(testApp.database, town.organisation.id, seatsOf);

  return { clerk, changesOf, preview, send, book, cellOf, bookingsOf, seats };
}

const bookingsOfChild = statement<{
  id: string;
  state: string;
  stage: number;
  late: boolean;
  cancel_stage: number | null;
}>(
  'factory.bookingsOfChild',
  `select id, state, stage, late, cancel_stage from booking
   where organisation_id = $1 and child_id = $2 order by created_at`,
);
