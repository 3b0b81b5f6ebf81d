import type { CompiledReglement } from '@preau/domain/reglement/compile';
import { type Day, day } from '@preau/domain/time/day';
import { type Instant, toIso } from '@preau/domain/time/instant';
import type { z } from 'zod';
import type { SessionCalendar } from '../activities/activities.public.ts';
import { type PeriodSpan, spansOf } from './booking-period-spans.ts';
import type { PeriodPoolRow, PeriodsPage, PeriodUnitRow } from './booking-periods.queries.ts';
import type { bookingPeriodsSchema } from './booking-periods.schemas.ts';

type BookingPeriods = z.infer<typeof bookingPeriodsSchema>;
type BookingPeriod = BookingPeriods['items'][number];

export type PeriodFacts = PeriodsPage & {
  readonly calendar: SessionCalendar;
  /** The rules in force on a day, where some are. */
  readonly reglementOn: (on: Day) => CompiledReglement | undefined;
};

/**
 * The periods in which the children of a household may book what they are enrolled in, in the order
 * of their days. One whose last limit is passed is told closed as long as its days are to come: the
 * staff may still help. One of which nothing takes place is told only where it opens later.
 *
 * @param today in the zone of the organisation, or a day before it
 */
export function bookingPeriods(facts: PeriodFacts, today: Day, now: Instant): BookingPeriods {
  const places = freePlaces(facts.pools);
  const groups = Map.groupBy(
    facts.units,
    ({ activity_id, age_group, school_year }) => `${activity_id}/${age_group}/${school_year}`,
  );
  const items = [...groups.values()].flatMap((rows) =>
    periodsOf(rows, facts, places, today).flatMap((period) => itemOf(period, rows, now) ?? []),
  );
  return { now: toIso(now), items: items.toSorted(byDays) };
}

const byDays = (one: BookingPeriod, other: BookingPeriod): number =>
  one.from.localeCompare(other.from) || one.until.localeCompare(other.until);

/** One day of a period, for one age group. */
type PeriodDay = {
  /** When nothing of it can be booked online any more; `null` = it never can. */
  readonly limit: Instant | null;
  readonly full: boolean;
};

type Period = {
  readonly span: PeriodSpan;
  readonly activity: BookingPeriod['activity'];
  readonly days: PeriodDay[];
};

/** Of the rows of one activity, age group and school year: each version of the rules tells its own. */
function periodsOf(
  rows: readonly PeriodUnitRow[],
  facts: PeriodFacts,
  places: FreePlaces,
  today: Day,
): Period[] {
  const [first] = rows;
  if (!first) return [];
  const within = schoolYearFrom(first.school_year, today);
  const units = new Map(rows.map(({ unit, unit_id }) => [unit, unit_id]));
  const unitsOn = new Map<Day, string[]>();
  for (const [unit, unitId] of units) {
    const sessions = facts.calendar.between(unitId, first.age_group, within.from, within.until);
    for (const on of sessions.days) {
      if (sessions.closed[on] !== undefined) continue;
      unitsOn.set(on, [...(unitsOn.get(on) ?? []), unit]);
    }
  }
  const days = [...unitsOn.keys()].toSorted();
  const versions = new Set([within.from, ...days].flatMap((on) => facts.reglementOn(on) ?? []));
  const found = new Map<string, Period>();
  for (const reglement of versions) {
    const { activity } = [...units.keys()].map((code) => reglement.unit(code)).find(Boolean) ?? {};
    if (!activity) continue;
    const own = days.filter((on) => facts.reglementOn(on) === reglement);
    for (const span of spansOf(activity, first.age_group, own, within, reglement)) {
      const { code, label } = activity;
      const period = found.get(span.code) ?? { span, activity: { code, label }, days: [] };
      found.set(span.code, period);
      for (const on of own) {
        if (on < span.from || on > span.until) continue;
        const codes = unitsOn.get(on) ?? [];
        period.days.push(dayOf(on, codes, reglement, (part) => places(first, part, on)));
      }
    }
  }
  return [...found.values()];
}

function dayOf(
  on: Day,
  units: readonly string[],
  reglement: CompiledReglement,
  freeIn: (part: string) => number,
): PeriodDay {
  let limit: Instant | null = null;
  let full = true;
  for (const code of units) {
    const { book, endsAt, unit } = reglement.unitDay(code, on);
    if (!book.everOnline) continue;
    const until =
      book.onlineUntil === null || book.onlineUntil > endsAt ? endsAt : book.onlineUntil;
    if (limit === null || until > limit) limit = until;
    if (unit.parts.every((part) => freeIn(part) > 0)) full = false;
  }
  return { limit, full };
}

/** What is told of a period; nothing where there is nothing to wait for. */
function itemOf(
  { span, activity, days }: Period,
  rows: readonly PeriodUnitRow[],
  now: Instant,
): BookingPeriod | undefined {
  const { code, label, from, until, opens } = span;
  const last = days.reduce<Instant | null>(
    (latest, { limit }) => (limit !== null && (latest === null || limit > latest) ? limit : latest),
    null,
  );
  const closes = earliest(span.closes, last);
  const ahead = days.filter(({ limit }) => limit !== null && now < limit);
  const state = stateOf(opens, closes, ahead.length > 0, now);
  if (days.length === 0 && state !== 'notYet') return undefined;
  return {
    code,
    label,
    activity,
    facility: rows[0]?.facility ?? '',
    from,
    until,
    state,
    opensAt: opens === null || opens === 'notAnnounced' ? null : toIso(opens),
    closesAt: closes === null || state === 'notAnnounced' ? null : toIso(closes),
    childIds: [...new Set(rows.map(({ child_id }) => child_id))],
    days: ahead.length,
    daysFull: ahead.filter(({ full }) => full).length,
  };
}

function stateOf(
  opens: PeriodSpan['opens'],
  closes: Instant | null,
  anyDay: boolean,
  now: Instant,
): BookingPeriod['state'] {
  if (opens === 'notAnnounced') return 'notAnnounced';
  if (opens !== null && now < opens) return 'notYet';
  return anyDay && (closes === null || now < closes) ? 'open' : 'closed';
}

function earliest(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null) return other;
  return other === null || one < other ? one : other;
}

/** What is left of a school year `2026-2027` from a day on. */
function schoolYearFrom(schoolYear: string, today: Day) {
  const [starts, ends] = schoolYear.split('-');
  const first = day(`${starts}-09-01`);
  return { from: today > first ? today : first, until: day(`${ends}-08-31`) };
}

/** Free places of a part of the day, in the room of a row; a room that is not known has none. */
type FreePlaces = (row: PeriodUnitRow, part: string, on: Day) => number;

function freePlaces(pools: readonly PeriodPoolRow[]): FreePlaces {
  const rooms = new Map<string, ReadonlyMap<Day, number>>();
  for (const { facility_id, age_group, part, days, free } of pools) {
    const byDay = new Map(days.map((on, index) => [on, free[index] ?? 0]));
    rooms.set(`${facility_id}/${age_group}/${part}`, byDay);
  }
  return ({ facility_id, age_group }, part, on) =>
    rooms.get(`${facility_id}/${age_group}/${part}`)?.get(on) ?? 0;
}
