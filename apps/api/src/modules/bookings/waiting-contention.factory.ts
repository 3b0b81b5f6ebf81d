import type { BookingState } from '@preau/domain/bookings/states';
import type { Instant } from '@preau/domain/time/instant';
import type { TestApp } from '../../testing/test-app.ts';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { sessionOf, type TestTown } from './bookings.factory.ts';
import { confirmOverHttp, type OpenedFamily, openFamilies } from './contention.factory.ts';
import { sweepWaitingList } from './use-cases/sweep-waiting-list.ts';

/** Units of one room that share its places: whole days and halves of them. */
const units = ['mercredi-journee', 'mercredi-matin-repas', 'mercredi-apres-midi'] as const;
const on = '2026-12-02';

export type Rush = {
  readonly families: number;
  /** How often some families act at once. */
  readonly rounds: number;
  readonly actingAtOnce: number;
  readonly seed: number;
};

/**
 * Families of one town join a list at once, then cancel, accept, decline, leave and come back at
 * random, while the hours pass and what is over is swept.
 * @returns the statuses of every answer.
 */
export async function rushOnPlaces(
  testApp: TestApp,
  town: TestTown,
  { families: count, rounds, actingAtOnce, seed }: Rush,
): Promise<ReadonlySet<number>> {
  const random = randomOf(seed);
  const statuses = new Set<number>();
  const sessions = await Promise.all(units.map((unit) => sessionOf(testApp, town, unit, on)));
  const families: OpenedFamily[] = [];
  for (const unit of units) {
    const some = Math.ceil(count / units.length);
    families.push(...(await openFamilies(testApp, town, some, unit, on, 'wait')));
  }
  const joined = await Promise.all(
    families.map((family) => confirmOverHttp(testApp, family, newId())),
  );
  for (const { status } of joined) statuses.add(status);
  for (let round = 0; round < rounds; round += 1) {
    // Every other one has a place, or is offered one: places move, and the list with them.
    const served = await familiesServed(testApp, town, families);
    const acting = Array.from({ length: actingAtOnce }, (_, at) =>
      pick(at % 2 === 0 && served.length > 0 ? served : families, random),
    );
    const moods = acting.map(() => [random(), pick(sessions, random)] as const);
    const passes = round % 3 === 2;
    await Promise.all([
      ...acting.map(async (family, at) => {
        const [mood, session] = moods[at] ?? [0, ''];
        const status = await act(testApp, town, family, mood, session);
        if (status !== null) statuses.add(status);
      }),
      passes ? letHoursPass(testApp, town) : null,
    ]);
  }
  return statuses;
}

const halfADay = 12 * 3_600_000;

async function letHoursPass({ clock, database }: TestApp, { organisation }: TestTown) {
  clock.set((clock.now() + halfADay) as Instant);
  await sweepWaitingList({ clock, database }, organisation.id);
}

const withPlace = statement<{ child_id: string }>(
  'factory.with-place',
  'select child_id from booking where organisation_id = $1 and holds_place order by child_id',
);

async function familiesServed(
  { database }: TestApp,
  { organisation }: TestTown,
  families: readonly OpenedFamily[],
): Promise<OpenedFamily[]> {
  const rows = await transaction(database, organisation.id, (tx) =>
    tx.ask(withPlace, [organisation.id]),
  );
  const children = new Set(rows.map(({ child_id }) => child_id));
  return families.filter(({ childId }) => children.has(childId));
}

type Live = { id: string; session_id: string; state: BookingState };

const live = statement<Live>(
  'factory.live',
  `select id, session_id, state from booking
   where organisation_id = $1 and child_id = $2 and held_on = $3 and is_live(state) limit 1`,
);

/** What a family does next depends on what it has and on its mood (0 to 1). */
async function act(
  testApp: TestApp,
  { organisation }: TestTown,
  family: OpenedFamily,
  mood: number,
  sessionId: string,
): Promise<number | null> {
  const [booking] = await transaction(testApp.database, organisation.id, (tx) =>
    tx.ask(live, [organisation.id, family.childId, on]),
  );
  if (!booking) return validate(testApp, family, { sessionId, action: 'wait' });
  const giveBack = { sessionId: booking.session_id, action: 'remove' };
  switch (booking.state) {
    case 'confirmed':
      return mood < 0.6 ? validate(testApp, family, giveBack) : null;
    case 'waitlisted':
      return mood < 0.15 ? validate(testApp, family, giveBack) : null;
    case 'offered': {
      if (mood > 0.75) return null;
      const answer = mood < 0.45 ? 'accept' : 'decline';
      return send(testApp, family, 'POST', `offers/${booking.id}/${answer}`).then(toStatus);
    }
    default:
      throw new Error(`Nobody makes a booking ${booking.state} here`);
  }
}

async function validate(
  testApp: TestApp,
  family: OpenedFamily,
  change: { sessionId: string; action: string },
): Promise<number> {
  const changes = [{ childId: family.childId, ...change }];
  const drafted = await send(testApp, family, 'PUT', 'cart', { changes });
  if (drafted.status !== 200) return drafted.status;
  const { revision } = (await drafted.json()) as { revision: number };
  return send(testApp, family, 'POST', 'cart/confirm', { revision }).then(toStatus);
}

async function toStatus(answer: Response): Promise<number> {
  await answer.text();
  return answer.status;
}

function send(
  { url }: TestApp,
  { cookie }: OpenedFamily,
  method: string,
  path: string,
  body?: object,
): Promise<Response> {
  return fetch(`${url}/api/family/${path}`, {
    method,
    headers: {
      cookie,
      'idempotency-key': newId(),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

function pick<T>(among: readonly T[], random: () => number): T {
  const picked = among[Math.floor(random() * among.length)];
  if (picked === undefined) throw new Error('Nothing to pick from');
  return picked;
}

/** A small seeded generator (mulberry32), so that a fault can be had again. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
