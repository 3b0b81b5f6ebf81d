import type { MonthDay, QuotientRules } from '../reglement/document.ts';
import { type Day, addDays, day, isDay, lastOfMonth, schoolYearOf } from '../time/day.ts';
import type { QuotientFact } from './rating-input.ts';

/**
 * The quotient that counts on a day, from those declared; `null` = no document. Where the règlement
 * has no rule, each counts from its own date, or from its receipt where it has none.
 *
 * The first quotient a household gives is not a change: it counts from its receipt. What has to be
 * given again by a day of the year counts until then in the year after the one it was received in; or,
 * once another was received by that day, until that one counts: who is in time is never without.
 */
export function quotientInForce(
  facts: readonly QuotientFact[],
  rules: QuotientRules | undefined,
  on: Day,
): number | null {
  const first = facts.reduce<Day | null>(
    (earliest, { receivedOn }) =>
      earliest === null || receivedOn < earliest ? receivedOn : earliest,
    null,
  );
  const dated = facts.map((fact) => ({
    fact,
    since: effectiveFrom(fact, rules, fact.receivedOn === first),
  }));
  const counting = dated.filter(
    (one) => one.since <= on && !hasLapsed(one, dated, rules?.renewedBy, on),
  );
  let found: DatedFact | null = null;
  for (const one of counting) {
    if (isReplaced(one, counting)) continue;
    if (found === null || isLater(one, found)) found = one;
  }
  return found?.fact.value ?? null;
}

/** A quotient and the day it counts from. */
type DatedFact = { readonly fact: QuotientFact; readonly since: Day };

/** What bears no date of its own makes room for what is received later, however far that goes back. */
function isReplaced({ fact }: DatedFact, counting: readonly DatedFact[]): boolean {
  if (fact.validFrom !== null) return false;
  return counting.some((other) => other.fact.receivedOn > fact.receivedOn);
}

function isLater({ fact, since }: DatedFact, other: DatedFact): boolean {
  if (since !== other.since) return since > other.since;
  if (fact.receivedOn !== other.fact.receivedOn) return fact.receivedOn > other.fact.receivedOn;
  // Two of one day: the lower is the household's, in whatever order they come.
  return fact.value < other.fact.value;
}

function effectiveFrom(
  fact: QuotientFact,
  rules: QuotientRules | undefined,
  isFirst: boolean,
): Day {
  const own = fact.validFrom ?? fact.receivedOn;
  const rule = rules?.takesEffect ?? 'retroactive';
  if (rule === 'retroactive') return own;
  return later(own, isFirst ? fact.receivedOn : changeCounts[rule](fact.receivedOn));
}

const changeCounts: Readonly<
  Record<Exclude<QuotientRules['takesEffect'], 'retroactive'>, (receivedOn: Day) => Day>
> = {
  atOnce: (receivedOn) => receivedOn,
  nextMonth: (receivedOn) => addDays(lastOfMonth(receivedOn), 1),
  nextSchoolYear: (receivedOn) => day(`${schoolYearOf(receivedOn).slice(5)}-09-01`),
};

function hasLapsed(
  { fact }: DatedFact,
  others: readonly DatedFact[],
  renewedBy: MonthDay | undefined,
  on: Day,
): boolean {
  if (renewedBy === undefined) return false;
  const year = Number((fact.validFrom ?? fact.receivedOn).slice(0, 4));
  const last = dayOfYear(Math.max(year, Number(fact.receivedOn.slice(0, 4))) + 1, renewedBy);
  if (on <= last) return false;
  return !others.some(
    ({ since, fact: { receivedOn } }) =>
      fact.receivedOn < receivedOn && receivedOn <= last && since > on,
  );
}

/** 29 February is the 28th of a common year. */
function dayOfYear(year: number, monthDay: MonthDay): Day {
  const text = `${year}-${monthDay}`;
  return isDay(text) ? text : lastOfMonth(day(`${year}-${monthDay.slice(0, 2)}-01`));
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}
