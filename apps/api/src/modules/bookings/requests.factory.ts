import type { ReglementDocument } from '@preau/domain/reglement/document';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { TestApp } from '../../testing/test-app.ts';
import { type SignedIn, signInStaff } from '../../testing/test-people.ts';
import { decisionsSweep } from '../decisions/decisions.public.ts';
import { openTestTown, seatsOf, signInEnrolled } from './bookings.factory.ts';
import type {
  AnsweredRequests,
  RecordedPayment,
  StaffRequest,
  TakenBack,
} from './requests.schemas.ts';
import { parentsOf } from './waiting.factory.ts';

export type WireRequests = {
  readonly items: StaffRequest[];
  readonly next: string | null;
  readonly counts: Record<'bookings' | 'overdue' | 'dueSoon' | 'enrolments' | 'documents', number>;
};

/** A clerk of the office, who answers requests. */
export function clerkOf({ agent }: Pick<SignedIn, 'agent'>) {
  const list = async (query = ''): Promise<WireRequests> =>
    (await agent.get(`/api/staff/requests/bookings${query}`).expect(200)).body;

  const named = async (request: string, state = 'pending'): Promise<StaffRequest[]> =>
    (await agent.get('/api/staff/requests/named').query({ request, state }).expect(200)).body.items;

  /** Sends one answer for each booking. */
  const send = (
    accepted: readonly string[],
    refused: readonly string[] = [],
    { because = refused.length > 0 ? 'Groupe complet' : null, key = newId() } = {},
  ) =>
    agent
      .post('/api/staff/requests/decisions')
      .set('idempotency-key', key)
      .send({
        answers: [
          ...accepted.map((bookingId) => ({ bookingId, accept: true })),
          ...refused.map((bookingId) => ({ bookingId, accept: false })),
        ],
        because,
      });

  const answer = async (...sent: Parameters<typeof send>): Promise<AnsweredRequests> =>
    (await send(...sent).expect(200)).body;
  const accept = (...bookingIds: string[]) => answer(bookingIds);
  const refuse = (...bookingIds: string[]) => answer([], bookingIds);

  const sendUndo = (decisionId: string | null) =>
    agent.post(`/api/staff/requests/decisions/${decisionId}/undo`).send();
  const undo = async ({ decisionId }: AnsweredRequests): Promise<TakenBack> =>
    (await sendUndo(decisionId).expect(200)).body;

  const sendPayment = (bookingIds: readonly string[], { how = 'espèces', key = newId() } = {}) =>
    agent
      .post('/api/staff/bookings/payments')
      .set('idempotency-key', key)
      .send({ bookingIds, how });
  const pay = async (...bookingIds: string[]): Promise<RecordedPayment> =>
    (await sendPayment(bookingIds).expect(200)).body;

  return { list, named, send, answer, accept, refuse, sendUndo, undo, sendPayment, pay };
}

const toldEvents = statement<{
  type: string;
  payload: { bookingIds: string[]; decisionId?: string };
}>(
  'factory.answered-events',
  `select type, payload from event
   where organisation_id = $1 and type in ('requests.answered', 'payment.received') order by xid, id`,
);

/** A town whose requests somebody answers, with who books there and who answers. */
export async function openAnsweringTown(
  testApp: TestApp,
  document: ReglementDocument,
  capacity = 10,
) {
  const town = await openTestTown(testApp, { capacity, document });
  const parents = parentsOf(testApp, town);
  const newClerk = () => signInStaff(testApp, town.organisation, 'office');
  const clerk = clerkOf(await newClerk());
  const newParent = () => signInEnrolled(testApp, town);
  const seats = () => transaction(testApp.database, town.organisation.id, seatsOf);
  /** Bookings that wait for an answer, what is due first first. */
  const pending = async () =>
    (await clerk.list()).items.flatMap(({ days }) => days.map(({ bookingId }) => bookingId));
  /** What households are told of by now, once what is final was looked for. */
  const told = async () => {
    const { id } = town.organisation;
    const mail = {
      send: () => Promise.reject(new Error('No e-mail here')),
      close: () => undefined,
    };
    await decisionsSweep.sweep({ ...testApp, mail, publicUrl: testApp.url }, id);
    return transaction(testApp.database, id, (tx) => tx.ask(toldEvents, [id]));
  };
  return { ...parents, ...clerk, town, newClerk, newParent, seats, pending, told };
}
