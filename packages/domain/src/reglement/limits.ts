import type { Calendar } from '../calendar/calendar.ts';
import type { Reason } from '../explain/reasons.ts';
import type { Day } from '../time/day.ts';
import { type Instant, instantAt } from '../time/instant.ts';
import type { Limit, Opening, UnitRules } from './document.ts';
import { overrideFor } from './limit-conditions.ts';
import {
  type LimitAround,
  type LimitMoment,
  anchorDay,
  beyondCalendar,
  limitMoment,
} from './limit-days.ts';

export { dayOfPrecedingMonth } from './limit-days.ts';

/** When a limit ends, or why nobody can tell. */
export type EvaluatedLimit =
  /** `limit` is the one that counts: that of an override where one holds. */
  | { readonly kind: 'known'; readonly at: Instant; readonly limit: Limit }
  | { readonly kind: 'unknown'; readonly reason: Reason };

/** What some limits look at beside the unit and the day. */
export type LimitFacts = {
  /** First day of the stay the session belongs to; the session alone where it is left out. */
  readonly stayFrom?: Day | undefined;
  /** Opening of the activity, whose window some limits end with. */
  readonly opening?: Opening | undefined;
};

const MINUTE = 60_000;

/**
 * The first instant that is too late, as wall-clock time in the organisation's zone: a request made
 * one millisecond earlier is in time. Hours of days keep the clock time of the session's start, even
 * when a clock change lies between; "24:00" is the end of the counted day. What the règlement or the
 * school calendar does not tell is unknown, never guessed.
 */
export function limitInstant(
  limit: Limit,
  unit: Pick<UnitRules, 'startsAt'>,
  on: Day,
  calendar: Calendar,
  { stayFrom = on, opening }: LimitFacts = {},
): EvaluatedLimit {
  return evaluate(limit, on, { unit, calendar, stayFrom, opening: opening ?? null });
}

/** The instant of a limit; `null` where nobody can tell it. */
export function knownInstant(evaluated: EvaluatedLimit): Instant | null {
  return evaluated.kind === 'known' ? evaluated.at : null;
}

/** Whether a limit depends on the stay a session belongs to, itself or by one of its overrides. */
export function looksAtStay(limit: Limit): boolean {
  return limit.anchor === 'stay' || (limit.overrides ?? []).some(({ use }) => looksAtStay(use));
}

function evaluate(limit: Limit, on: Day, around: LimitAround): EvaluatedLimit {
  const { calendar } = around;
  const override = overrideFor(limit.overrides, on, calendar);
  if (override === 'unknown') return unknown(beyondCalendar(calendar).unknown);
  if (override !== null) return evaluate(override.use, on, around);
  const from = anchorDay(limit.anchor, on, around);
  if (typeof from === 'object') return unknown(from.unknown);
  const moment = moved(limitMoment(limit, from, around), limit.unless, calendar);
  if ('unknown' in moment) return unknown(moment.unknown);
  const end = instantAt(moment.on, moment.at, calendar.timeZone);
  const at = limit.inclusive === true ? ((end + MINUTE) as Instant) : end;
  return { kind: 'known', at, limit };
}

/** A limit day that is not such a day moves to the nearest one that is, at the same clock time. */
function moved(moment: LimitMoment, unless: Limit['unless'], calendar: Calendar): LimitMoment {
  if (unless === undefined || 'unknown' in moment) return moment;
  const { not: unit, move } = unless;
  const isSuch = calendar.isDayOf(unit, moment.on);
  if (isSuch === true) return moment;
  const on =
    isSuch === null
      ? null
      : move === 'earlier'
        ? calendar.daysBefore(unit, moment.on, 1)
        : calendar.daysAfter(unit, moment.on, 1);
  return on === null ? beyondCalendar(calendar) : { on, at: moment.at };
}

function unknown(reason: Reason): EvaluatedLimit {
  return { kind: 'unknown', reason: Object.freeze(reason) };
}
