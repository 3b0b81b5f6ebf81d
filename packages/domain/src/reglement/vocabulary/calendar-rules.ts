import type { Territory } from '../../calendar/public-holidays.ts';
import type { SchoolZone } from '../../calendar/school-holidays.ts';
import type { Day, Weekday } from '../../time/day.ts';

export type CalendarRules = {
  /** IANA zone: limits are wall-clock times there. */
  readonly timeZone: string;
  readonly schoolZone: SchoolZone;
  readonly territory: Territory;
  /** Weekdays with class. */
  readonly schoolWeek: readonly Weekday[];
  /** Weekdays the office is open; Monday to Friday where it is not said. Public holidays never are. */
  readonly officeWeek?: readonly Weekday[] | undefined;
  /** Days off that are this town's own, beside those of the nation and of the territory. */
  readonly townHolidays?: readonly { readonly on: Day; readonly name: string }[] | undefined;
  /** Days the office or everything is closed beside those: no school day, no office day. */
  readonly closures?: readonly DatedSpan[] | undefined;
  /** School holidays in the place of the zone's, e.g. where the rector sets them. */
  readonly schoolHolidays?: readonly DatedSpan[] | undefined;
};

/** Both days included. */
export type DatedSpan = { readonly from: Day; readonly until: Day; readonly name: string };

/**
 * Six ways to count days, never one for another: `calendar` every day; `working` Monday to Friday,
 * not a public holiday; `business` Monday to Saturday, not a public holiday; `school` a day with
 * class; `office` a day the office is open; `clear` calendar days, the first and the last left out.
 */
export type DayUnit = 'calendar' | 'working' | 'business' | 'school' | 'office' | 'clear';

/** Days that are of a kind, or are not. */
export type KnownDayUnit = Exclude<DayUnit, 'calendar' | 'clear'>;
