import { type Day, day, schoolYearOf } from '../time/day.ts';

/** `corse` and `outreMer` set their own dates; `none` is an organisation without school holidays. */
export type SchoolZone = 'A' | 'B' | 'C' | 'corse' | 'outreMer' | 'none';

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

type KnownCalendar = {
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

const calendars: Readonly<Record<SchoolZone, KnownCalendar>> = {
  A: national('A'),
  B: national('B'),
  C: national('C'),
  corse: unpublished,
  outreMer: unpublished,
  none: { from: day('0001-01-01'), until: day('9999-12-31'), holidays: [] },
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

function holiday(name: string, from: string, until: string): SchoolHoliday {
  const first = day(from);
  return { name, from: first, until: day(until), schoolYear: schoolYearOf(first) };
}
