import type { Reason } from '../explain/reasons.ts';
import { boundedMemo } from '../memo/bounded-memo.ts';
import { holds } from '../prices/conditions.ts';
import { contextOf } from '../prices/context-of.ts';
import type { ChildProfile } from '../prices/child-profile.ts';
import type { PriceContext } from '../prices/price-context.ts';
import type { CompiledReglement, UnitDay } from '../reglement/compile.ts';
import type { Condition } from '../reglement/document.ts';
import { ageOut, comesOfAge } from '../reglement/ages.ts';
import { dayOfMonthBefore } from '../reglement/limit-days.ts';
import { type Day, addDays, day as dayOf, firstOfMonth, lastOfMonth } from '../time/day.ts';
import { type Instant, localDayOf } from '../time/instant.ts';
import type { BookingFacts, Constraint } from './verdict.ts';

/** What keeps a child from coming. */
export type Obstacle = { readonly constraint: Constraint; readonly reasons: readonly Reason[] };

/** Why the child may not come at all, whoever asks: not enrolled, not of the age, not admitted. */
export function findAdmissionRefusal(
  facts: BookingFacts,
  day: UnitDay,
  reglement: CompiledReglement,
): Obstacle | null {
  const { activity } = day;
  const { enrolment, bornOn } = facts;
  if (enrolment !== 'accepted') {
    return obstacle('notEnrolled', { code: 'notEnrolled', activity: activity.label, enrolment });
  }
  const age = ageRefusal(day, bornOn);
  if (age !== null) return obstacle('ageOut', age);
  if (activity.admits === undefined || activity.admits.length === 0) return null;
  const context = priceContext(facts, day, reglement);
  const failed = activity.admits.find((condition) => !holds(condition, context));
  if (failed === undefined) return null;
  const labels = labelsOf(failed, context, day);
  return obstacle(failed.kind === 'age' || failed.kind === 'group' ? 'ageOut' : 'neverOnline', {
    code: 'notAdmitted',
    condition: failed,
    labels,
  });
}

/** What is known of the child, in the words that prices and conditions ask in. */
export function priceContext(
  facts: BookingFacts,
  { activity, unit, on }: UnitDay,
  { document, calendar }: CompiledReglement,
): PriceContext {
  const { quotient } = facts;
  return contextOf({ document, calendar, activity, unit, on, quotient, profile: profileOf(facts) });
}

const PROFILES_REMEMBERED = 2_000;
const NOTHING_SAID: ChildProfile = Object.freeze({});
const profiles = new WeakMap<ChildProfile, (key: string) => ChildProfile>();

/**
 * The profile of the child, its group and birth date among it. The same facts give the same object:
 * what is charged is remembered by it.
 */
export function profileOf({ profile, ageGroup, bornOn }: BookingFacts): ChildProfile {
  const given = profile ?? NOTHING_SAID;
  let completed = profiles.get(given);
  if (completed === undefined) {
    completed = boundedMemo(PROFILES_REMEMBERED, (key) => complete(given, key));
    profiles.set(given, completed);
  }
  return completed(`${bornOn ?? ''} ${ageGroup}`);
}

function complete(profile: ChildProfile, key: string): ChildProfile {
  const [bornOn = '', ...group] = key.split(' ');
  return {
    ...profile,
    group: profile.group ?? group.join(' '),
    bornOn: profile.bornOn ?? (bornOn === '' ? null : dayOf(bornOn)),
  };
}

/**
 * Whether an unpaid invoice keeps the child away that day: once the day the règlement names has
 * ended unpaid, the whole of the month after it, or until it is paid.
 */
export function findExclusion(
  { arrears }: BookingFacts,
  on: Day,
  { document, calendar }: CompiledReglement,
  now: Instant,
): Obstacle | null {
  const exclusion = document.collection?.exclusion;
  if (exclusion === undefined || arrears === undefined || arrears === null) return null;
  const { unpaidOn, fromCents = 1, lasts } = exclusion;
  if (arrears.cents < fromCents) return null;
  const nextMonth = addDays(lastOfMonth(dayOf(`${arrears.month}-01`)), 1);
  const last = dayOfMonthBefore(nextMonth, unpaidOn, 0);
  const excludedFrom = lasts === 'untilPaid' ? addDays(last, 1) : addDays(lastOfMonth(last), 1);
  const isOver = lasts === 'followingMonth' && firstOfMonth(on) !== excludedFrom;
  if (on < excludedFrom || isOver || localDayOf(now, calendar.timeZone) <= last) return null;
  const { cents, month } = arrears;
  return obstacle('neverOnline', { code: 'excluded', cents, month, lasts });
}

function ageRefusal({ activity, on }: UnitDay, bornOn: Day | null): Reason | null {
  const { ages } = activity;
  if (ages === null || bornOn === null || comesOfAge(ages, bornOn, on, on)) return null;
  return ageOut(ages, on);
}

/** The règlement's own words for the codes of a condition. */
function labelsOf(condition: Condition, context: PriceContext, { unit }: UnitDay): string[] {
  const label = (word: 'residence' | 'scheme' | 'flag' | 'mode', code: string) =>
    context.labelOf?.(word, code) ?? code;
  switch (condition.kind) {
    case 'residence':
    case 'scheme':
    case 'mode': {
      const { kind } = condition;
      return condition.in.map((code) => label(kind, code));
    }
    case 'flag':
    case 'noFlag':
      return [label('flag', condition.is)];
    case 'group':
      return [...condition.in];
    case 'extra':
      return [unit.extras?.find(({ code }) => code === condition.is)?.label ?? condition.is];
    case 'quotient':
    case 'noQuotient':
    case 'age':
    case 'rank':
    case 'children':
    case 'weekday':
      return [];
  }
}

function obstacle(constraint: Constraint, reason: Reason): Obstacle {
  return { constraint, reasons: [reason] };
}
