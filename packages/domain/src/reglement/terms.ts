import type { Calendar } from '../calendar/calendar.ts';
import { workingHoursAfter } from '../calendar/working-hours.ts';
import type { Day } from '../time/day.ts';
import type { Instant } from '../time/instant.ts';
import type { Payment, Regime, UnitRules } from './document.ts';
import { type LimitFacts, knownInstant, limitInstant } from './limits.ts';

/** Until when something waits, by the moment it began. The same moment is asked again and again. */
export type TermAfter = (from: Instant) => Instant;

/** The delays of a regime that do not depend on the day of the session. */
export type RegimeTerms = {
  /** When a request made at a moment must be answered; `null` = nobody has to answer. */
  readonly answerBooking: TermAfter | null;
  readonly answerCancelling: TermAfter | null;
  /** What a payment asked for at a moment has at least. */
  readonly payAtLeast: TermAfter | null;
};

const MINUTE = 60_000;

/** Prepares the delays of a regime. */
export function compileTerms(
  { acceptance, cancellation, payment }: Regime,
  calendar: Calendar,
): RegimeTerms {
  return {
    answerBooking:
      acceptance.kind === 'staff' ? workingTerm(acceptance.answerWithinHours, calendar) : null,
    answerCancelling:
      cancellation.kind === 'staff' ? workingTerm(cancellation.answerWithinHours, calendar) : null,
    payAtLeast: payTerm(payment, calendar),
  };
}

/**
 * The day a payment is due whatever the moment of acceptance; `null` where there is none, or the
 * source of a study leaves it unsaid.
 */
export function payBy(
  payment: Payment,
  unit: Pick<UnitRules, 'startsAt'>,
  on: Day,
  calendar: Calendar,
  facts: LimitFacts = {},
): Instant | null {
  if (payment.kind !== 'byDate') return null;
  return knownInstant(limitInstant(payment.due, unit, on, calendar, facts));
}

/** When to remind of a payment before its term; `null` where nobody is reminded. */
export function remindAt(payment: Payment, dueAt: Instant): Instant | null {
  if (payment.kind !== 'byDate') return null;
  return (dueAt - payment.remindHours * 60 * MINUTE) as Instant;
}

function payTerm(payment: Payment, calendar: Calendar): TermAfter | null {
  switch (payment.kind) {
    case 'later':
    case 'withRequest':
      return null;
    case 'hold':
      return (from) => (from + payment.minutes * MINUTE) as Instant;
    case 'byDate':
      return workingTerm(payment.graceHours, calendar);
  }
}

/** Remembers its last answer: a page of cells is decided at one moment. */
function workingTerm(hours: number, calendar: Calendar): TermAfter {
  let asked: Instant | undefined;
  let answer: Instant | undefined;
  return (from) => {
    if (answer === undefined || asked !== from) {
      answer = workingHoursAfter(from, hours, calendar);
      asked = from;
    }
    return answer;
  };
}
