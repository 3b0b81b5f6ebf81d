import { type Day, day, schoolYearOf } from '../time/day.ts';

/**
 * `corse` and `outreMer` set their own dates; `none` is an organisation without school holidays.
 * `notStated`: the source of a study names no zone; counted as `none`, but for its periods, which
 * nobody can tell.
 */
export type SchoolZone = 'A' | 'B' | 'C' | 'corse' | 'outreMer' | 'none' | 'notStated';

export type SchoolHoliday = {
  readonly name: string;
  /** First day without class, usually a Saturday. */
  readonly from: Day;
  /** Last day without class, inclusive: the day before classes resume. */
  readonly until: Day;
  readonly schoolYear: string;
};

type NationalZone = 'A' | 'B' | 'C';

const autumn = 'Vacances de la Toussaint';
const christmas = 'Vacances de Noël';
const winter = "Vacances d'hiver";
const spring = 'Vacances de printemps';
const bridge = "Pont de l'Ascension";
const summer = "Vacances d'été";

/**
 * The same in the three zones. Confidence: every break confirmed by two sources, except the
 * Ascension bridge of 2027 and the start of term of 1 September 2026 (which ends the summer of
 * 2026), each from one source. The start of term of 2027 is unpublished: the summer of 2027 is
 * known to the end of its school year, 31 August, and no further.
 */
const common: readonly SchoolHoliday[] = [
  holiday(autumn, '2025-10-18', '2025-11-02'),
  holiday(christmas, '2025-12-20', '2026-01-04'),
  holiday(bridge, '2026-05-15', '2026-05-16'),
  holiday(summer, '2026-07-04', '2026-08-31'),
  holiday(autumn, '2026-10-17', '2026-11-01'),
  holiday(christmas, '2026-12-19', '2027-01-03'),
  holiday(bridge, '2027-05-07', '2027-05-08'),
  holiday(summer, '2027-07-03', '2027-08-31'),
];

/**
 * Winter and spring, staggered. Confidence: two sources for every date of 2026-27 (order of
 * 22 October 2025) and for zones A and B of 2025-26 (order published on 8 December 2022); zone C of 2025-26
 * rests on one source in winter and on general knowledge in spring.
 */
const staggered: Readonly<Record<NationalZone, readonly SchoolHoliday[]>> = {
  A: [
    holiday(winter, '2026-02-07', '2026-02-22'),
    holiday(spring, '2026-04-04', '2026-04-19'),
    holiday(winter, '2027-02-13', '2027-02-28'),
    holiday(spring, '2027-04-10', '2027-04-25'),
  ],
  B: [
    holiday(winter, '2026-02-14', '2026-03-01'),
    holiday(spring, '2026-04-11', '2026-04-26'),
    holiday(winter, '2027-02-20', '2027-03-07'),
    holiday(spring, '2027-04-17', '2027-05-02'),
  ],
  C: [
    holiday(winter, '2026-02-21', '2026-03-08'),
    holiday(spring, '2026-04-18', '2026-05-03'),
    holiday(winter, '2027-02-06', '2027-02-21'),
    holiday(spring, '2027-04-03', '2027-04-18'),
  ],
};

/** School holidays in order, and the days (both included) for which they are all of them. */
export type KnownCalendar = {
  readonly from: Day;
  readonly until: Day;
  readonly holidays: readonly SchoolHoliday[];
};

const national = (zone: NationalZone): KnownCalendar => ({
  from: day('2025-09-01'),
  until: day('2027-08-31'),
  holidays: [...common, ...staggered[zone]].toSorted((a, b) => (a.from < b.from ? -1 : 1)),
});

/** Nothing is known: the range is empty, it ends the day before it would begin. */
const unpublished: KnownCalendar = {
  from: day('2025-09-01'),
  until: day('2025-08-31'),
  holidays: [],
};

/** No school holidays, whatever the year. */
const withoutHolidays: KnownCalendar = {
  from: day('0001-01-01'),
  until: day('9999-12-31'),
  holidays: [],
};

const calendars: Readonly<Record<SchoolZone, KnownCalendar>> = {
  A: national('A'),
  B: national('B'),
  C: national('C'),
  corse: unpublished,
  outreMer: unpublished,
  none: withoutHolidays,
  notStated: withoutHolidays,
};

/** School holidays of the zone in order, as far as the calendar is published. */
export function schoolHolidays(zone: SchoolZone): readonly SchoolHoliday[] {
  return calendars[zone].holidays;
}

/** First day of the known calendar. */
export function knownFrom(zone: SchoolZone): Day {
  return calendars[zone].from;
}

/** Last day of the known calendar. Beyond it nothing is guessed: verdicts say `calendarUnknown`. */
export function knownUntil(zone: SchoolZone): Day {
  return calendars[zone].until;
}

/**
 * The school holidays an organisation goes by: its own table where it has one, known for the whole
 * of the school years it touches, or those of its zone.
 */
export function schoolCalendarOf({
  schoolZone,
  schoolHolidays: own,
}: {
  readonly schoolZone: SchoolZone;
  readonly schoolHolidays?: readonly Pick<SchoolHoliday, 'name' | 'from' | 'until'>[] | undefined;
}): KnownCalendar {
  if (own === undefined) return calendars[schoolZone];
  const holidays = own
    .map(({ name, from, until }) => ({ name, from, until, schoolYear: schoolYearOf(from) }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = holidays;
  const last = holidays.at(-1);
  if (first === undefined || last === undefined) return withoutHolidays;
  const yearEnds = schoolYearDays(last.from).until;
  return {
    from: schoolYearDays(first.from).from,
    until: yearEnds > last.until ? yearEnds : last.until,
    holidays,
  };
}

/** First and last day of the school year around a day: 1 September to 31 August. */
export function schoolYearDays(on: Day): { readonly from: Day; readonly until: Day } {
  const [starts = '', ends = ''] = schoolYearOf(on).split('-');
  return { from: day(`${starts}-09-01`), until: day(`${ends}-08-31`) };
}

function holiday(name: string, from: string, until: string): SchoolHoliday {
  const first = day(from);
  return { name, from: first, until: day(until), schoolYear: schoolYearOf(first) };
}
