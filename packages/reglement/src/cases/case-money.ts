import type { ChargeLine } from '@preau/domain/rating/charge-line';
import { depositOf } from '@preau/domain/rating/deposit';
import { difference } from '@preau/domain/rating/difference';
import { rate } from '@preau/domain/rating/rate';
import type { PresenceRecord, RatingInput } from '@preau/domain/rating/rating-input';
import { type Day, day } from '@preau/domain/time/day';
import type { ClockTime } from '@preau/domain/time/instant';
import type { Manner } from './case-booking.ts';
import type { CaseWorld } from './case-world.ts';
import type { Target } from './targets.ts';

/** Days that are charged, both included. */
export type Span = { readonly from: Day; readonly until: Day };

/** What a family owes, and how many of its sessions are charged, and are not. */
export type Owed = {
  readonly lines: readonly ChargeLine[];
  readonly due: number;
  readonly free: number;
};

/** Memberships and fees beside what happened. */
export type Extra = Pick<RatingInput, 'memberships' | 'fees'>;

/** A presence that did not happen, and what it would be. */
export type Imagined = Manner & {
  readonly arrival: ClockTime | null;
  readonly departure: ClockTime | null;
};

export function billOf(world: CaseWorld, extra: Extra, span: Span): Owed {
  const records = world.records();
  const lines = linesOf(world, records, extra, span);
  const inside = records.filter(({ on }) => span.from <= on && on <= span.until);
  const due = inside.filter((record) => isCharged(record, lines, world)).length;
  return { lines, due, free: inside.length - due };
}

/** What those sessions cost as they stand: their own lines, not those of a week or a month. */
export function owedFor(world: CaseWorld, targets: readonly Target[]): Owed {
  const records = world.records().filter((record) => isOneOf(targets, record));
  const days = targets.map(({ on }) => on).toSorted();
  const [from, until] = [days[0], days.at(-1)];
  if (from === undefined || until === undefined) return { lines: [], due: 0, free: 0 };
  const all = linesOf(world, world.records(), nothing, { from, until });
  const lines = all.filter((line) => isOneOf(targets, line));
  const due = records.filter((record) => isCharged(record, lines, world)).length;
  return { lines, due, free: records.length - due };
}

/**
 * What those presences would add to what is owed, booked in time and attended; memberships, which
 * are of no presence, left out.
 */
export function priceOf(
  world: CaseWorld,
  targets: readonly Target[],
  imagined: Imagined,
): readonly ChargeLine[] {
  const others = world.records().filter((record) => !isOneOf(targets, record));
  const supposed = targets.map((target) => recordOf(world, target, imagined));
  const span = around(targets.map(({ on }) => on));
  const before = linesOf(world, others, nothing, span);
  const after = linesOf(world, [...others, ...supposed], nothing, span);
  const added = others.length === 0 ? after : difference(before, after);
  return added.filter(({ kind }) => kind !== 'membership');
}

/** What is asked at once for those presences. */
export function depositFor(
  world: CaseWorld,
  targets: readonly Target[],
  imagined: Imagined,
): number | null {
  const sessions = targets.map(({ child, unit, on }) => ({ childId: child, unit, on }));
  return depositOf(priceOf(world, targets, imagined), sessions, world.reglement);
}

/** The whole of what is owed; `null` where the règlement does not say some of it. */
export function totalOf(lines: readonly ChargeLine[]): number | null {
  if (lines.some(({ undetermined }) => undetermined)) return null;
  return lines.reduce((total, { cents }) => total + cents, 0);
}

/** From the year before those days to the year after: whatever span a rule counts in. */
export function around(days: readonly Day[]): Span {
  const years = days.map((on) => Number(on.slice(0, 4)));
  return {
    from: day(`${Math.min(...years) - 1}-01-01`),
    until: day(`${Math.max(...years) + 1}-12-31`),
  };
}

const nothing: Extra = { memberships: [], fees: [] };

function linesOf(
  world: CaseWorld,
  records: readonly PresenceRecord[],
  extra: Extra,
  span: Span,
): readonly ChargeLine[] {
  const input = { ...span, household: world.family.rated(), records, ...extra };
  return rate(input, () => world.reglement);
}

function recordOf(
  world: CaseWorld,
  { child, unit, on }: Target,
  { mode, extras, arrival, departure }: Imagined,
): PresenceRecord {
  const acceptance = world.reglement.unit(unit)?.activity.regime.acceptance;
  return {
    childId: child,
    unit,
    on,
    booking: acceptance?.kind === 'none' ? null : { stage: 0, mode, extras },
    cancelled: null,
    attendance: 'present',
    arrival,
    departure,
    absence: null,
    closed: false,
    latePickupWaived: false,
  };
}

type Session = { readonly childId: string | null; readonly unit: string | null; readonly on: Day };

function isOneOf(targets: readonly Target[], { childId, unit, on }: Session): boolean {
  return targets.some((one) => one.child === childId && one.unit === unit && one.on === on);
}

/**
 * Charged more than nothing, all its lines together, or an amount the règlement does not say. What
 * has no line is given back, or in the price of a week or a month.
 */
function isCharged(
  { childId, unit, on, cancelled, closed }: PresenceRecord,
  lines: readonly ChargeLine[],
  { reglement }: CaseWorld,
): boolean {
  if (closed && reglement.document.closureCredit === 'full') return false;
  const target = { child: childId, unit, on };
  const own = lines.filter((line) => isOneOf([target], line) && line.kind !== 'latePickup');
  const total = totalOf(own);
  if (own.length === 0) return cancelled === null;
  return total === null || total > 0;
}
