import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../calendar/calendar.ts';
import { type SlowDay, slowLimit } from '../testing/slow-limits.ts';
import { runs } from '../testing/runs.ts';
import { type Day, addDays, day } from '../time/day.ts';
import type { ClockTime } from '../time/instant.ts';
import type {
  BookingWindow,
  CalendarRules,
  DayCondition,
  DayUnit,
  KnownDayUnit,
  Limit,
  LimitOptions,
  LimitRule,
  Opening,
  WeekdayMap,
} from './document.ts';
import { limitInstant } from './limits.ts';

/** Ten school years and those around them, with the dates of no zone in particular. */
const schoolHolidays = Array.from({ length: 15 }, (_, at) => 2017 + at).flatMap((year) => [
  { from: day(`${year}-10-18`), until: day(`${year}-11-03`), name: 'automne' },
  { from: day(`${year}-12-20`), until: day(`${year + 1}-01-05`), name: 'hiver' },
  { from: day(`${year + 1}-02-14`), until: day(`${year + 1}-03-01`), name: 'février' },
  { from: day(`${year + 1}-04-10`), until: day(`${year + 1}-04-26`), name: 'printemps' },
  { from: day(`${year + 1}-07-05`), until: day(`${year + 1}-08-31`), name: 'été' },
]);
const places = [
  ['Europe/Paris', 'metropole'],
  ['America/Guadeloupe', 'guadeloupe'],
  ['Indian/Reunion', 'reunion'],
  ['Pacific/Noumea', 'metropole'],
] as const;
const calendars = places.map(([timeZone, territory]) => {
  const rules: CalendarRules & { readonly schoolHolidays: typeof schoolHolidays } = {
    timeZone,
    territory,
    schoolZone: 'outreMer',
    schoolWeek: [1, 2, 4, 5],
    officeWeek: [1, 2, 3, 5, 6],
    townHolidays: [{ on: day('2024-06-21'), name: 'fête patronale' }],
    closures: [{ from: day('2025-03-10'), until: day('2025-03-12'), name: 'travaux' }],
    schoolHolidays,
  };
  return { rules, calendar: compileCalendar(rules, []) };
});

const clock: fc.Arbitrary<ClockTime> = fc.constantFrom(
  '00:00',
  '02:30',
  '07:30',
  '09:00',
  '12:00',
  '23:30',
  '24:00',
);
const weekday = fc.constantFrom(1, 2, 3, 4, 5, 6, 7);
const knownUnit = fc.constantFrom<KnownDayUnit>('working', 'business', 'school', 'office');
const unit = fc.constantFrom<DayUnit>(
  'calendar',
  'clear',
  'working',
  'business',
  'school',
  'office',
);
const anyDay = fc
  .integer({ min: 0, max: 3600 })
  .map((count): Day => addDays(day('2020-01-10'), count));
/** Clocks change on the last Sunday of March and of October: the week around one of them. */
const nearClockChange = fc
  .record({
    year: fc.integer({ min: 2020, max: 2029 }),
    month: fc.constantFrom('03', '10'),
    around: fc.integer({ min: 20, max: 37 }),
  })
  .map(({ year, month, around }): Day => addDays(day(`${year}-${month}-01`), around - 1));
const someDay = fc.oneof(
  { arbitrary: anyDay, weight: 3 },
  { arbitrary: nearClockChange, weight: 1 },
);

const turn = fc.record({ weekday, at: clock });
const weekdayMap: fc.Arbitrary<WeekdayMap> = fc
  .record({ 1: turn, 2: turn, 3: turn, 4: turn, 5: turn, 6: turn, 7: turn }, { requiredKeys: [] })
  .map((map) => map);

const rulesByKind: Readonly<{
  [Kind in LimitRule['kind']]: fc.Arbitrary<Extract<LimitRule, { kind: Kind }>>;
}> = {
  hoursBefore: fc.oneof(
    fc.record({
      kind: fc.constant('hoursBefore' as const),
      hours: fc.integer({ min: 1, max: 400 }),
      unit: fc.constant('calendar' as const),
      from: fc.constantFrom(undefined, 'sessionStart' as const, 'dayStart' as const),
    }),
    fc.record({
      kind: fc.constant('hoursBefore' as const),
      hours: fc.integer({ min: 1, max: 12 }).map((days) => days * 24),
      unit: knownUnit,
      from: fc.constantFrom(undefined, 'dayStart' as const),
    }),
  ),
  daysBefore: fc.record({
    kind: fc.constant('daysBefore' as const),
    days: fc.integer({ min: 1, max: 20 }),
    unit,
    at: clock,
  }),
  sameDay: fc.record({ kind: fc.constant('sameDay' as const), at: clock }),
  weekCutoff: fc.record({
    kind: fc.constant('weekCutoff' as const),
    weekday,
    at: clock,
    weeksBefore: fc.integer({ min: 0, max: 4 }),
  }),
  weekdayMap: fc.record({ kind: fc.constant('weekdayMap' as const), map: weekdayMap }),
  dayOfPrecedingMonth: fc.record({
    kind: fc.constant('dayOfPrecedingMonth' as const),
    day: fc.integer({ min: 1, max: 31 }),
    at: clock,
    monthsBefore: fc.constantFrom(undefined, 0, 1, 2, 3),
  }),
  monthsBefore: fc.record({
    kind: fc.constant('monthsBefore' as const),
    months: fc.integer({ min: 1, max: 6 }),
    at: clock,
  }),
  dates: fc
    .array(fc.record({ from: someDay, length: fc.integer({ min: 0, max: 900 }), at: clock }), {
      maxLength: 4,
    })
    .map((rows) => ({
      kind: 'dates' as const,
      dates: rows.map(({ from, length, at }) => ({
        from,
        until: addDays(from, length),
        on: addDays(from, -20),
        at,
      })),
    })),
  windowEnd: fc.constant({ kind: 'windowEnd' as const }),
  notStated: fc.constant({ kind: 'notStated' as const }),
};

const condition: fc.Arbitrary<DayCondition> = fc.oneof(
  weekday.map((on): DayCondition => ({ kind: 'publicHolidayOn', weekday: on })),
  fc.constantFrom<DayCondition>(
    { kind: 'publicHolidayInWeek' },
    { kind: 'dayAfterPublicHoliday' },
    { kind: 'firstDayAfterHolidays' },
    { kind: 'firstWeekAfterHolidays' },
    { kind: 'schoolHolidays' },
  ),
  fc.uniqueArray(weekday, { minLength: 1, maxLength: 3 }).map((list): DayCondition => {
    return { kind: 'weekday', in: list };
  }),
  fc.tuple(someDay, fc.integer({ min: 0, max: 1200 })).map(([from, length]): DayCondition => {
    return { kind: 'dates', from, until: addDays(from, length) };
  }),
);

const anyRule: fc.Arbitrary<LimitRule> = fc.oneof(...Object.values(rulesByKind));
const options: fc.Arbitrary<Omit<LimitOptions, 'overrides'>> = fc.record({
  anchor: fc.constantFrom(undefined, undefined, 'session', 'stay', 'week', 'month', 'period'),
  inclusive: fc.constantFrom(undefined, undefined, true as const),
  unless: fc.option(
    fc.record({ not: knownUnit, move: fc.constantFrom('earlier' as const, 'later' as const) }),
    { nil: undefined, freq: 2 },
  ),
});

function limitsOf(rule: fc.Arbitrary<LimitRule>): fc.Arbitrary<Limit> {
  const plain = fc.tuple(rule, options).map(([one, with_]): Limit => ({ ...one, ...with_ }));
  const override = fc.record({
    when: fc.array(condition, { minLength: 1, maxLength: 2 }),
    use: fc.tuple(anyRule, options).map(([one, with_]): Limit => ({ ...one, ...with_ })),
  });
  return fc
    .tuple(plain, fc.array(override, { maxLength: 2 }))
    .map(([limit, overrides]): Limit => ({ ...limit, overrides }));
}

const window: fc.Arbitrary<BookingWindow> = fc
  .record({
    first: someDay,
    length: fc.integer({ min: 0, max: 1500 }),
    closesBefore: fc.option(fc.integer({ min: 0, max: 40 })),
    at: clock,
  })
  .map(({ first, length, closesBefore, at }) => ({
    code: 'periode',
    label: 'Période',
    sessions: { from: first, until: addDays(first, length) },
    opens: { on: addDays(first, -60), at: '00:00' },
    closes: closesBefore === null ? null : { on: addDays(first, -closesBefore), at },
    staggered: [],
  }));
const opening: fc.Arbitrary<Opening> = fc.oneof(
  fc.array(window, { maxLength: 3 }).map((windows): Opening => ({ kind: 'windows', windows })),
  fc.constant<Opening>({ kind: 'always' }),
);

const situation = fc.record({
  place: fc.integer({ min: 0, max: calendars.length - 1 }),
  on: someDay,
  startsAt: fc.constantFrom('07:30', '02:15', '12:00', '16:30'),
  stayed: fc.integer({ min: 0, max: 15 }),
  opening,
});

/** « The engine finds the instant that counting by hand finds. » */
function agrees(limits: fc.Arbitrary<Limit>, find: typeof limitInstant) {
  return fc.property(limits, situation, (limit, { place, on, startsAt, stayed, opening: open }) => {
    const { rules, calendar } = calendars[place] ?? calendars[0] ?? never();
    const stayFrom = addDays(on, -stayed);
    const given: SlowDay = { rules, on, startsAt, stayFrom, opening: open };
    const found = find(limit, { startsAt }, on, calendar, { stayFrom, opening: open });
    expect(found.kind === 'known' ? found.at : null).toBe(slowLimit(limit, given));
  });
}

function never(): never {
  throw new Error('There are calendars');
}

const numRuns = runs(750);

describe('a limit is where counting by hand finds it, at home and overseas, over ten years', () => {
  test.each(Object.keys(rulesByKind) as LimitRule['kind'][])(
    '%s',
    (kind) => {
      fc.assert(agrees(limitsOf(rulesByKind[kind]), limitInstant), { numRuns });
    },
    600_000,
  );

  test('an engine that counted working days for each other unit would be caught', () => {
    const hasty: typeof limitInstant = (limit, ...rest) =>
      limitInstant(limit.kind === 'daysBefore' ? { ...limit, unit: 'working' } : limit, ...rest);
    expect(fc.check(agrees(limitsOf(rulesByKind.daysBefore), hasty), { numRuns: 500 }).failed).toBe(
      true,
    );
  });

  test('an engine that forgot that clocks change would be caught', () => {
    const steady: typeof limitInstant = (limit, unitOf, on, calendar, facts) =>
      limitInstant(limit, unitOf, on, { ...calendar, timeZone: 'Etc/GMT-1' }, facts);
    const inParis = limitsOf(rulesByKind.sameDay);
    expect(fc.check(agrees(inParis, steady), { numRuns: 500 }).failed).toBe(true);
  });
});
