import type { PresenceRecord, RatedChild, RatingInput } from '@preau/domain/rating/rating-input';
import { day, eachDay, weekdayOf } from '@preau/domain/time/day';
import { instantAt } from '@preau/domain/time/instant';

const from = day('2026-11-01');
const until = day('2026-11-30');
const classWeek: readonly number[] = [1, 2, 4, 5];
const classDays = eachDay(from, until).filter((on) => classWeek.includes(weekdayOf(on)));
const told = instantAt(day('2026-11-02'), '08:00', 'Europe/Paris');

/** How often a child comes on a day of class. */
const habits = [
  { unit: 'repas', share: 0.95 },
  { unit: 'soir', share: 0.4 },
  { unit: 'matin', share: 0.2 },
] as const;

/**
 * What happened to households in a month of class: one to three children each, who eat there and
 * stay as families do; some days cancelled, missed, unbooked, ended late. The same every time.
 */
export function householdMonths(count: number): RatingInput[] {
  const chance = chanceFrom(2026);
  return Array.from({ length: count }, (_, place) => householdMonth(place, chance));
}

function householdMonth(place: number, chance: () => number): RatingInput {
  const children = Array.from(
    { length: 1 + (place % 3) },
    (_, rank): RatedChild => ({
      id: `${place}-${rank}`,
      bornOn: day(`${2015 + rank * 2}-0${1 + (place % 9)}-15`),
      group: 'elementaire',
      flags: chance() < 0.03 ? ['pai'] : [],
      activities: null,
    }),
  );
  const records = children.flatMap(({ id }) =>
    classDays.flatMap((on) =>
      habits.flatMap(({ unit, share }): PresenceRecord[] =>
        chance() < share ? [recordOf({ childId: id, unit, on }, chance)] : [],
      ),
    ),
  );
  const quotient = Math.round(chance() * 2_000);
  return {
    from,
    until,
    household: {
      residence: chance() < 0.15 ? 'ailleurs' : 'commune',
      scheme: null,
      flags: [],
      quotients: [{ value: quotient, receivedOn: day('2026-09-01'), validFrom: null }],
      monthlyResources: null,
      dependentChildren: null,
      children,
    },
    records,
    memberships: [],
    fees: [],
  };
}

function recordOf(
  what: Pick<PresenceRecord, 'childId' | 'unit' | 'on'>,
  chance: () => number,
): PresenceRecord {
  const booking = { stage: chance() < 0.03 ? 1 : 0, mode: null, extras: [] };
  const usual: PresenceRecord = {
    ...what,
    booking,
    cancelled: null,
    attendance: 'present',
    arrival: null,
    departure: null,
    absence: null,
    closed: false,
    latePickupWaived: false,
  };
  const fate = chance();
  if (fate < 0.02) return { ...usual, booking: null };
  if (fate < 0.05) return { ...usual, cancelled: { stage: 0, keptPercent: null } };
  if (fate < 0.06) return { ...usual, cancelled: { stage: 1, keptPercent: null } };
  if (fate < 0.08) return { ...usual, attendance: 'absent' };
  if (fate < 0.11) {
    const absence = { reason: 'illness', toldAt: told, provedAt: told, keptPercent: null } as const;
    return { ...usual, attendance: 'absent', absence };
  }
  return fate < 0.13 ? { ...usual, departure: '18:40' } : usual;
}

/** Numbers in [0, 1) that look drawn, the same for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
