import { day, type Weekday, weekdayOf } from '@preau/domain/time/day';
import type { PreviewPeriodData } from '@preau/api-client/family';
import type { Planning, PlanningRow } from '../bookings.queries.ts';

export type PeriodEntry = PreviewPeriodData['body']['entries'][number];

/** A service of a child and the weekdays on which it opens. */
export type PeriodService = {
  readonly childId: string;
  readonly unit: string;
  readonly activity: string;
  readonly title: string;
  readonly facility: string;
  /** Units that cannot be held on the same day. */
  readonly excludes: readonly string[];
  readonly weekdays: ReadonlySet<Weekday>;
};

/** Which services on which weekdays: what is repeated over a period. */
export type Pattern = readonly PeriodEntry[];

/** The services of each child, read from some weeks of the planning: school days and holidays. */
export function servicesOf(
  plannings: readonly Planning[],
  shows: (row: PlanningRow) => boolean,
): readonly PeriodService[] {
  const services = new Map<string, PeriodService & { readonly weekdays: Set<Weekday> }>();
  for (const row of plannings.flatMap(({ rows }) => rows)) {
    // Nothing can be booked until the enrolment is accepted.
    if (!shows(row) || row.enrolment !== 'accepted') continue;
    const { childId, unit, activity, facility, excludes } = row;
    const key = `${childId}/${unit}`;
    const known = services.get(key) ?? {
      childId,
      unit,
      activity,
      title: row.unitLabel,
      facility,
      excludes,
      weekdays: new Set<Weekday>(),
    };
    for (const on of row.on) known.weekdays.add(weekdayOf(day(on)));
    services.set(key, known);
  }
  return named(plannings, [...services.values()]);
}

/** A service that is alone in its activity bears the activity's name. */
function named(
  plannings: readonly Planning[],
  services: readonly PeriodService[],
): readonly PeriodService[] {
  const labels = new Map(
    plannings.flatMap(({ rows }) => rows.map((row) => [row.activity, row.activityLabel] as const)),
  );
  return services.map((service) => {
    const siblings = services.filter(
      (other) => other.childId === service.childId && other.activity === service.activity,
    );
    const label = labels.get(service.activity) ?? service.title;
    if (siblings.length === 1) return { ...service, title: label };
    return service.excludes.length > 0
      ? { ...service, title: `${label} – ${service.title}` }
      : service;
  });
}

export const isIn = (pattern: Pattern, entry: PeriodEntry): boolean =>
  pattern.some((one) => isSame(one, entry));

const isSame = (one: PeriodEntry, other: PeriodEntry): boolean =>
  one.childId === other.childId && one.unit === other.unit && one.weekday === other.weekday;

/** Puts an entry in the pattern or takes it out; a formula takes the place of those it excludes. */
export function toggled(
  pattern: Pattern,
  entry: PeriodEntry,
  excludes: readonly string[],
): Pattern {
  if (isIn(pattern, entry)) return pattern.filter((one) => !isSame(one, entry));
  const kept = pattern.filter(
    (one) =>
      one.childId !== entry.childId ||
      one.weekday !== entry.weekday ||
      !excludes.includes(one.unit),
  );
  return [...kept, entry];
}
