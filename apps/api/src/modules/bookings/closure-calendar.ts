import { publicHolidays } from '@preau/domain/calendar/public-holidays';
import { schoolCalendarOf } from '@preau/domain/calendar/school-holidays';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import { type Day, day, schoolYearOf } from '@preau/domain/time/day';
import { toIso } from '@preau/domain/time/instant';
import type { z } from 'zod';
import type { ClosureRow } from './closures.queries.ts';
import type { closureCalendarSchema } from './closures.schemas.ts';
import type { OfferedUnitRow } from './occupancy.queries.ts';

export type ClosureCalendar = z.infer<typeof closureCalendarSchema>;

type Facts = {
  readonly schoolYear: string;
  readonly today: Day;
  readonly closures: readonly ClosureRow[];
  readonly units: readonly OfferedUnitRow[];
  /** The règlement in force today; `null` before the first and after the last. */
  readonly document: ReglementDocument | null;
};

/** First and last day of a school year, as French law has it. */
export function daysOfSchoolYear(schoolYear: string): readonly [Day, Day] {
  const [first, last] = schoolYear.split('-');
  return [day(`${first}-09-01`), day(`${last}-08-31`)];
}

/** The school years one may look at: the last, the present and the next. */
export function schoolYearsAround(today: Day): string[] {
  const present = Number(schoolYearOf(today).slice(0, 4));
  return [present - 1, present, present + 1].map((year) => `${year}-${year + 1}`);
}

/** Closures, public and school holidays of a school year, as the screen lists them. */
export function closureCalendar({
  schoolYear,
  today,
  closures,
  units,
  document,
}: Facts): ClosureCalendar {
  const [from, until] = daysOfSchoolYear(schoolYear);
  return {
    schoolYears: schoolYearsAround(today),
    schoolYear,
    from,
    until,
    today,
    facilities: [...new Map(units.map((unit) => [unit.facility_id, unit.facility]))].map(
      ([id, name]) => ({ id, name }),
    ),
    activities: activitiesOf(units),
    credit: document?.closureCredit ?? null,
    closures: closures.map((row) => closureToWire(row, today)),
    publicHolidays: document === null ? [] : publicHolidaysOf(document, from, until),
    schoolHolidays:
      document === null
        ? []
        : schoolCalendarOf(document.calendar)
            .holidays.filter((holiday) => holiday.from <= until && holiday.until >= from)
            .map((holiday) => ({ from: holiday.from, until: holiday.until, name: holiday.name })),
  };
}

function closureToWire(row: ClosureRow, today: Day): ClosureCalendar['closures'][number] {
  const { facility_id, facility, activity_code, activity } = row;
  return {
    id: row.id,
    from: row.from_on,
    until: row.until_on,
    label: row.label,
    facility: facility_id === null ? null : { id: facility_id, name: facility ?? '' },
    activity:
      activity_code === null ? null : { code: activity_code, label: activity ?? activity_code },
    declaredBy: row.declared_by,
    declaredAt: row.declared_at === null ? null : toIso(row.declared_at),
    cancelled: row.cancelled,
    canRemove: row.from_on >= today,
  };
}

function activitiesOf(units: readonly OfferedUnitRow[]): ClosureCalendar['activities'] {
  const activities = new Map<string, { label: string; facilityIds: Set<string> }>();
  for (const { activity_code, activity, facility_id } of units) {
    const known = activities.get(activity_code);
    if (known) known.facilityIds.add(facility_id);
    else activities.set(activity_code, { label: activity, facilityIds: new Set([facility_id]) });
  }
  return [...activities].map(([code, { label, facilityIds }]) => ({
    code,
    label,
    facilityIds: [...facilityIds],
  }));
}

function publicHolidaysOf(
  { calendar }: ReglementDocument,
  from: Day,
  until: Day,
): ClosureCalendar['publicHolidays'] {
  const years = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return years
    .flatMap((year) => [...publicHolidays(year, calendar.territory)])
    .filter(([on]) => on >= from && on <= until)
    .map(([on, name]) => ({ on, name }));
}
