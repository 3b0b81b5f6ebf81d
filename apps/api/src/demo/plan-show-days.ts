import type { CompiledReglement } from '@preau/domain/reglement/compile';
import { addDays, type Day } from '@preau/domain/time/day';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import type { AgeGroupCode } from './town.ts';

/**
 * What is to be seen, on one day, on the planning of a showcase child. Days to come that can be
 * booked, then days past their limit, then days that are over; days without a role follow habits.
 */
export type Role =
  | 'booked'
  | 'full'
  | 'free'
  /** Full, and the child is first in the list. */
  | 'waited'
  /** Full, and the child is second in the list. */
  | 'waitedBehind'
  /** Full but for one place, which is offered to the child. */
  | 'offered'
  | 'cancelled'
  | 'lateByStaff'
  | 'cancelledLate'
  | 'lateBooked'
  | 'lateFree'
  | 'attendedLate'
  | 'missed'
  | 'missedCancellation';

/** The roles of one day; two children of different groups may show two of them. */
export type DayPlan = 'closed' | Readonly<Record<AgeGroupCode, Role>>;

/** A session, as far as days are chosen by it. */
export type PlannedDay = { readonly unit: string; readonly on: Day };

/** A site of the showcase children, or one of its own. */
export type Site = {
  readonly key: string;
  /** In order of day. */
  readonly sessions: readonly PlannedDay[];
  /** The whole site closes on one day to come; otherwise one activity does, on the next day. */
  readonly closes: boolean;
};

export type Showing = {
  readonly reglement: CompiledReglement;
  readonly now: Instant;
  /** Units that say whether a day is past its limit. */
  readonly leadUnits: readonly string[];
};

const both = (role: Role): DayPlan => ({ maternelle: role, elementaire: role });

const open: readonly DayPlan[] = [
  both('booked'),
  both('full'),
  { elementaire: 'waited', maternelle: 'offered' },
  { elementaire: 'waitedBehind', maternelle: 'cancelled' },
  both('free'),
];
/** On a further site, when the first has shown everything. */
const openAgain: readonly DayPlan[] = [both('booked'), both('full'), both('free')];
const late: readonly DayPlan[] = [
  { elementaire: 'lateByStaff', maternelle: 'cancelledLate' },
  { elementaire: 'lateBooked', maternelle: 'lateFree' },
];
/** From the last day that is over back. */
const past: readonly DayPlan[] = [
  { elementaire: 'attendedLate', maternelle: 'missed' },
  { elementaire: 'missed', maternelle: 'missedCancellation' },
];
const closedAt = 2;
const thenFullEvery = 5;
/** Within how many days everything is to be seen. */
const daysLookedAt = 21;

/**
 * Gives roles to the days of the sites where the same children go, so that every state of a cell is
 * near whatever the date: what a site has too few days for is shown at the next.
 * @returns roles by site and day
 */
export function planShowDays(
  sites: readonly Site[],
  showing: Showing,
): ReadonlyMap<string, ReadonlyMap<Day, DayPlan>> {
  const today = localDayOf(showing.now, showing.reglement.calendar.timeZone);
  const end = addDays(today, daysLookedAt);
  const sorted = sites.map((site) => ({ ...site, ...sortDays(site.sessions, showing) }));
  const chosen = new Map(sites.map(({ key }) => [key, new Map<Day, DayPlan>()]));
  const put = (key: string, on: Day, plan: DayPlan) => chosen.get(key)?.set(on, plan);

  let wanted = open;
  // An activity that closes on the next day of its site is seen there.
  let closing = !sites.some(
    ({ closes, sessions }) => !closes && sessions.some(({ on }) => on > today && on <= end),
  );
  for (const { key, open: days, closes } of sorted) {
    const near = days.filter((on) => on <= end).length;
    const first = wanted.length > 0 ? wanted : openAgain;
    const at = closing
      ? Math.min(closedAt, Math.max(0, near - 1))
      : Math.max(closedAt, wanted.length);
    const plans = closes ? first.toSpliced(at, 0, 'closed') : first;
    for (const [place, on] of days.entries()) {
      const plan = plans[place] ?? (place % thenFullEvery === 1 ? both('full') : undefined);
      if (plan !== undefined) put(key, on, plan);
    }
    wanted = wanted.filter((plan) => !plans.slice(0, near).includes(plan));
    closing = closing && !(closes && near > 0);
  }
  const inOrder = (days: 'late' | 'past') =>
    sorted
      .flatMap(({ key, [days]: own }) => own.map((on) => ({ key, on })))
      .toSorted((one, other) => (one.on < other.on ? -1 : 1));
  for (const [at, { key, on }] of inOrder('late').slice(0, late.length).entries()) {
    put(key, on, late[at] ?? both('lateFree'));
  }
  for (const [at, { key, on }] of inOrder('past').toReversed().slice(0, past.length).entries()) {
    put(key, on, past[at] ?? both('missed'));
  }
  return chosen;
}

type Sorted = Readonly<Record<'past' | 'late' | 'open', readonly Day[]>>;

/** Open: nothing has passed its limit. Late: all that matters has. In between: of no use. */
function sortDays(sessions: readonly PlannedDay[], showing: Showing): Sorted {
  const { reglement, now, leadUnits } = showing;
  const today = localDayOf(now, reglement.calendar.timeZone);
  const sorted: Record<'past' | 'late' | 'open', Day[]> = { past: [], late: [], open: [] };
  for (const [on, units] of unitsByDay(sessions)) {
    if (on < today) {
      sorted.past.push(on);
      continue;
    }
    const isLate = (unit: string) => {
      const limit = reglement.limitAt(unit, on, 'book');
      return limit !== null && limit <= now;
    };
    const leads = units.filter((unit) => leadUnits.includes(unit));
    if (!units.some(isLate)) sorted.open.push(on);
    else if (leads.length > 0 && leads.every(isLate)) sorted.late.push(on);
  }
  return sorted;
}

function unitsByDay(sessions: readonly PlannedDay[]): Map<Day, string[]> {
  const days = new Map<Day, string[]>();
  for (const { unit, on } of sessions) {
    const known = days.get(on);
    if (known) known.push(unit);
    else days.set(on, [unit]);
  }
  return days;
}
