import type { Day, Weekday } from '../../time/day.ts';
import type { ClockTime } from '../../time/instant.ts';
import type { DayUnit, KnownDayUnit } from './calendar-rules.ts';

/**
 * A limit evaluates to one instant, the first that is too late, as wall-clock time of the
 * organisation. What a limit cannot say (a weekday left out of its map, a table without the day, a
 * school calendar that is not published) is unknown, never guessed.
 */
export type Limit = LimitRule & LimitOptions;

export type LimitRule =
  /** « 48 h ouvrées » : the clock time of the start, that many days of 24 h earlier, in that unit. */
  | {
      readonly kind: 'hoursBefore';
      /** A multiple of 24, but for `calendar`, which counts wall-clock hours. */
      readonly hours: number;
      readonly unit: 'calendar' | KnownDayUnit;
      /** From the start of the session, or from the beginning (00:00) of its day. */
      readonly from?: 'sessionStart' | 'dayStart' | undefined;
    }
  /** « 5 jours ouvrés » : that clock time of the nth such day before. `clear`: of the day before n clear days. */
  | {
      readonly kind: 'daysBefore';
      readonly days: number;
      readonly unit: DayUnit;
      readonly at: ClockTime;
    }
  /** « le jour même avant 9 h ». */
  | { readonly kind: 'sameDay'; readonly at: ClockTime }
  /** « le jeudi midi de la semaine précédente »; `weeksBefore: 0` is the same ISO week. */
  | {
      readonly kind: 'weekCutoff';
      readonly weekday: Weekday;
      readonly at: ClockTime;
      readonly weeksBefore: number;
    }
  /** Each weekday of the session has its own limit: the nearest such weekday strictly before it. */
  | { readonly kind: 'weekdayMap'; readonly map: WeekdayMap }
  /** « le 25 du mois précédent »; that day, or the last of a shorter month. */
  | {
      readonly kind: 'dayOfPrecedingMonth';
      readonly day: number;
      readonly at: ClockTime;
      /** 1 where it is not said: the month before the session's; 0 its own. */
      readonly monthsBefore?: number | undefined;
    }
  /** « un mois avant le début des vacances » : counted on the calendar from the anchor. */
  | { readonly kind: 'monthsBefore'; readonly months: number; readonly at: ClockTime }
  /** A published table: for sessions from … until …, that moment. */
  | {
      readonly kind: 'dates';
      readonly dates: readonly {
        readonly from: Day;
        readonly until: Day;
        readonly on: Day;
        readonly at: ClockTime;
      }[];
    }
  /** The moment the booking window of the session closes. */
  | { readonly kind: 'windowEnd' }
  /** The source gives none: a study may say so, a published règlement may not. */
  | { readonly kind: 'notStated' };

/** Weekday of the session, 1 (Monday) to 7 → weekday and time of its limit. */
export type WeekdayMap = Readonly<
  Partial<Record<`${Weekday}`, { readonly weekday: Weekday; readonly at: ClockTime }>>
>;

export type LimitOptions = {
  /**
   * The day counted from: that of the session; the first of the `stay` it belongs to; the Monday of
   * its `week`; the first of its `month`; the first of its `period` (see `PeriodUnit`).
   */
  readonly anchor?: 'session' | 'stay' | 'week' | 'month' | 'period' | undefined;
  /** « jusqu'à 9 h inclus » : the minute of the limit is still in time. */
  readonly inclusive?: true | undefined;
  /** A limit day that is not such a day moves to the nearest one that is. */
  readonly unless?: { readonly not: KnownDayUnit; readonly move: 'earlier' | 'later' } | undefined;
  /** Tried in order: the first whose conditions all hold gives the limit in the place of this one. */
  readonly overrides?: readonly LimitOverride[] | undefined;
};

export type LimitOverride = {
  readonly when: readonly DayCondition[];
  readonly use: Limit;
};

/** What may be said of the day of a session. */
export type DayCondition =
  /** That weekday of its ISO week is a public holiday. */
  | { readonly kind: 'publicHolidayOn'; readonly weekday: Weekday }
  /** Some Monday to Friday of its ISO week is a public holiday. */
  | { readonly kind: 'publicHolidayInWeek' }
  /** The day before is a public holiday. */
  | { readonly kind: 'dayAfterPublicHoliday' }
  /** The first day with class after school holidays. */
  | { readonly kind: 'firstDayAfterHolidays' }
  /** In the ISO week of that first day. */
  | { readonly kind: 'firstWeekAfterHolidays' }
  | { readonly kind: 'schoolHolidays' }
  | { readonly kind: 'weekday'; readonly in: readonly Weekday[] }
  /** Both days included. */
  | { readonly kind: 'dates'; readonly from: Day; readonly until: Day };
