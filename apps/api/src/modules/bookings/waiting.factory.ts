import type { BookingState } from '@preau/domain/bookings/states';
import type { TestApp } from '../../testing/test-app.ts';
import type { SignedIn } from '../../testing/test-people.ts';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import {
  sessionOf,
  type TestTown,
  type WireCart,
  type WireConfirmation,
  type WirePlanning,
} from './bookings.factory.ts';

/** Somebody who books: a session and the children they act for. */
export type Parent = Pick<SignedIn, 'agent'> & {
  readonly household: {
    readonly id: string;
    readonly children: readonly { readonly id: string }[];
  };
};

export type Gesture = {
  readonly unit: string;
  readonly on: string;
  readonly action: 'add' | 'remove' | 'wait' | null;
  /** Index of the child in the household. */
  readonly child?: number;
};

/** What a parent of a town does, one gesture or several at a time. */
export function parentsOf(testApp: TestApp, town: TestTown) {
  async function change({ agent, household }: Parent, ...gestures: Gesture[]): Promise<WireCart> {
    const changes = await Promise.all(
      gestures.map(async ({ unit, on, action, child = 0 }) => ({
        childId: household.children[child]?.id,
        sessionId: await sessionOf(testApp, town, unit, on),
        action,
      })),
    );
    return (await agent.put('/api/family/cart').send({ changes }).expect(200)).body;
  }

  async function confirm({ agent }: Parent, { revision }: WireCart): Promise<WireConfirmation> {
    const sent = agent.post('/api/family/cart/confirm').set('idempotency-key', newId());
    return (await sent.send({ revision }).expect(200)).body;
  }

  /** Drafts and validates. */
  async function doing(parent: Parent, ...gestures: Gesture[]): Promise<WireConfirmation> {
    return confirm(parent, await change(parent, ...gestures));
  }

  /** The cell of the household's first child. */
  async function cell({ agent, household }: Parent, unit: string, on: string, child = 0) {
    const { body } = await agent.get(`/api/family/planning?from=${on}&until=${on}`).expect(200);
    const planning: WirePlanning = body;
    const row = planning.rows.find(
      (one) => one.unit === unit && one.childId === household.children[child]?.id,
    );
    if (!row) throw new Error(`No row ${unit}`);
    const { index: _, ...queue } = row.queue[0] ?? { index: 0 };
    return { state: row.state[0], constraint: row.constraint[0], queue };
  }

  async function offersOf({ agent }: Parent): Promise<{ bookingId: string; until: string }[]> {
    return (await agent.get('/api/family/offers').expect(200)).body.items;
  }

  return { change, confirm, doing, cell, offersOf };
}

const changes = statement<{ from: BookingState | null; to: BookingState; actor: string }>(
  'factory.changes',
  `select from_state as from, to_state as to, actor_kind as actor from booking_change
   where organisation_id = $1 and household_id = $2 order by at, id`,
);

/** The life of a household's bookings, as it is written down. */
export function lifeOf(testApp: TestApp, { organisation }: TestTown, { household }: Parent) {
  return transaction(testApp.database, organisation.id, (tx) =>
    tx.ask(changes, [organisation.id, household.id]),
  );
}
