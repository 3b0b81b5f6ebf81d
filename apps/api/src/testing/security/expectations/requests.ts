import { z } from 'zod';
import { statement } from '../../../platform/db/statement.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { cookieOfPerson } from '../actors.ts';
import type { PersonName, World } from '../cast.ts';
import { type Expectation, forParents, forStaff } from '../expectations.ts';
import { confirmLunch } from '../journeys.ts';
import { send } from '../requests.ts';

const forOffice = { administrator: 200, office: 200, attendant: 403, foreign: 200 };
/** Of an object of `here`: another organisation has none of it. */
const ofHere = (status: number) => ({
  administrator: status,
  office: status,
  attendant: 403,
  foreign: 404,
});

const waitLast = statement<{ id: string }>(
  'security.request',
  `update booking
   set state = $3, requested_at = created_at, request_id = id,
     answer_due_at = created_at + interval '2 days', expires_at = created_at + interval '3 days'
   where organisation_id = $1 and id = (
     select booking_id from booking_change where organisation_id = $1 and confirmation_id = $2)
   returning id`,
);

/** A booking of this parent's household that waits for an answer, or for a payment. */
async function waitingBooking(
  world: World,
  parent: PersonName,
  state: 'requested' | 'awaitingPayment',
): Promise<string> {
  const confirmationId = await confirmLunch(world, parent);
  const { organisation } = world.people[parent].town;
  const [waiting] = await transaction(world.testApp.database, organisation.id, (tx) =>
    tx.ask(waitLast, [organisation.id, confirmationId, state]),
  );
  if (!waiting) throw new Error(`Confirmation ${confirmationId} booked nothing`);
  return waiting.id;
}

export const askedBy = (parent: PersonName) => (world: World) =>
  waitingBooking(world, parent, 'requested');
export const toPayBy = (parent: PersonName) => (world: World) =>
  waitingBooking(world, parent, 'awaitingPayment');

/** The request that accepts one booking. */
export const accepting = (bookingId: string) => ({
  path: '/api/staff/requests/decisions',
  body: { answers: [{ bookingId, accept: true }], because: 'Avec plaisir' },
  headers: { 'idempotency-key': newId() },
});

/** The request that says that one booking was paid. */
export const paying = (bookingId: string) => ({
  path: '/api/staff/bookings/payments',
  body: { bookingIds: [bookingId], how: 'espèces' },
  headers: { 'idempotency-key': newId() },
});

const answered = z.object({ decisionId: z.uuid() });

/** An answer somebody of the staff just gave to a parent. */
export async function decidedBy(
  world: World,
  clerk: PersonName,
  parent: PersonName,
): Promise<string> {
  const asked = accepting(await waitingBooking(world, parent, 'requested'));
  const answer = await send(world.testApp, 'POST', asked, await cookieOfPerson(world, clerk));
  return answered.parse(answer.body).decisionId;
}

/** What may be left unsaid: nothing is refused. */
export const requestsAllowedAsIs: readonly string[] = [
  'POST /api/staff/requests/decisions /because = null',
];

export const requestsFamilyExpectations: Record<string, Expectation> = {
  'GET /api/family/requests': forParents({ own: 200, otherHousehold: 200 }, () => ({
    path: '/api/family/requests',
  })),
};

/** Requests, the answers to them and payments, for the office. */
export const requestsStaffExpectations: Record<string, Expectation> = {
  'GET /api/staff/requests/counts': forStaff(forOffice, () => ({
    path: '/api/staff/requests/counts',
  })),
  'GET /api/staff/requests/bookings': forStaff(forOffice, () => ({
    path: '/api/staff/requests/bookings?state=pending',
  })),
  'GET /api/staff/requests/named': forStaff(forOffice, () => ({
    path: `/api/staff/requests/named?request=${[newId(), newId(), newId(), 'booking', 0].join('.')}`,
  })),
  'GET /api/staff/households/:id/requests': forStaff(ofHere(200), ({ families }) => ({
    path: `/api/staff/households/${families.alpha.id}/requests`,
  })),
  'POST /api/staff/requests/decisions': forStaff(ofHere(200), async (world) =>
    accepting(await askedBy('guardian')(world)),
  ),
  // Whoever answered takes it back, and nobody else.
  'POST /api/staff/requests/decisions/:id/undo': forStaff(
    { administrator: 200, office: 404, attendant: 403, foreign: 404 },
    async (world) => ({
      path: `/api/staff/requests/decisions/${await decidedBy(world, 'administrator', 'guardian')}/undo`,
    }),
  ),
  'POST /api/staff/bookings/payments': forStaff(ofHere(200), async (world) =>
    paying(await toPayBy('guardian')(world)),
  ),
};
