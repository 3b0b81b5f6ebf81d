import type { Calendar } from '../calendar/calendar.ts';
import { spanOf } from '../calendar/spans.ts';
import { cents } from '../money/cents.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import type { ActivityRules, DaysRule } from '../reglement/document.ts';
import { type Day, eachDay, weekdayOf } from '../time/day.ts';
import type { Instant } from '../time/instant.ts';
import { decideBooking } from './decide-booking.ts';
import { staysOf } from './stays.ts';
import { type BookingFacts, type BookingRequest, type Verdict, isDoneOutcome } from './verdict.ts';

/** One of several requests made together. `childId` tells children apart where there are several. */
export type DayAsked = {
  readonly request: BookingRequest;
  readonly facts: BookingFacts;
  readonly childId?: string | undefined;
};

/** On which days children hold an activity, while requests made together are decided in turn. */
export class DaysHeld {
  /** By child and activity: what the requests done so far add to each day, or take from it. */
  readonly #shifts = new Map<string, Map<Day, number>>();

  /**
   * Counts a request that will be done.
   *
   * @param who the child and the activity, in one text
   * @param step 1 = one session more that day, -1 = one less
   */
  note(who: string, on: Day, step: 1 | -1): void {
    const shifts = this.#shifts.get(who) ?? new Map<Day, number>();
    shifts.set(on, (shifts.get(on) ?? 0) + step);
    this.#shifts.set(who, shifts);
  }

  /**
   * Days on which the child comes to the activity, all counted.
   *
   * @param before those of its sessions before, a day as often as it has sessions
   */
  daysOf(who: string, before: readonly Day[]): Day[] {
    const counts = new Map(this.#shifts.get(who));
    for (const on of before) counts.set(on, (counts.get(on) ?? 0) + 1);
    return [...counts].flatMap(([on, count]) => (count > 0 ? [on] : []));
  }
}

/**
 * The rule that leaves some days to the span of one of them, but too few; `null` where none does.
 *
 * @param days every day left to the activity once all is done
 */
export function minimumMissed(
  { days: rules }: Pick<ActivityRules, 'days'>,
  on: Day,
  days: readonly Day[],
  calendar: Calendar,
): (DaysRule & { readonly min: number }) | null {
  for (const rule of rules) {
    const { per } = rule;
    const { from, until } = spanOf(per, on, calendar);
    const min = minimumOf(rule, from, until, calendar);
    if (min === null) continue;
    const left = new Set(days.filter((day) => from <= day && day <= until)).size;
    if (left > 0 && left < min) return { ...rule, min };
  }
  return null;
}

function minimumOf(
  { min, minWithPublicHoliday }: DaysRule,
  from: Day,
  until: Day,
  calendar: Calendar,
): number | null {
  if (minWithPublicHoliday === undefined) return min;
  const isShort = eachDay(from, until).some(
    (day) => weekdayOf(day) <= 5 && calendar.isPublicHoliday(day),
  );
  return isShort ? minWithPublicHoliday : min;
}

/** The verdict on a request that would leave too few days. */
export function refuseBelowMinimum(
  verdict: Verdict,
  { min, per }: DaysRule & { readonly min: number },
): Verdict {
  return {
    ...verdict,
    outcome: 'refused',
    dueAt: null,
    reasons: [{ code: 'minDays', min, per }],
    cents: cents(0),
    priceReasons: [],
  };
}

/**
 * Decides requests made together, in their order: each sees the days and units that those before it
 * took or gave back, and days booked together are one stay. A span that would be left below the
 * minimum of its activity is refused as a whole, and the rest decided again without it; only the
 * staff may pass over a minimum.
 *
 * @returns the verdicts, in the order of the requests
 */
export function decideDays(
  asked: readonly DayAsked[],
  reglement: CompiledReglement,
  now: Instant,
): Verdict[] {
  const below = new Map<DayAsked, Verdict>();
  for (;;) {
    const { verdicts, held } = decideEach(asked, below, reglement, now);
    let more = false;
    for (const [at, one] of asked.entries()) {
      const verdict = verdicts[at];
      if (verdict === undefined || one.request.channel === 'staff' || !takesOrGives(verdict))
        continue;
      const { activity } = reglement.unitDay(one.request.unit, one.request.on);
      const days = held.daysOf(whoOf(one, reglement), daysBefore(one));
      const missed = minimumMissed(activity, one.request.on, days, reglement.calendar);
      if (missed === null) continue;
      below.set(one, refuseBelowMinimum(verdict, missed));
      more = true;
    }
    if (!more) return verdicts;
  }
}

function decideEach(
  asked: readonly DayAsked[],
  below: ReadonlyMap<DayAsked, Verdict>,
  reglement: CompiledReglement,
  now: Instant,
): { readonly verdicts: Verdict[]; readonly held: DaysHeld } {
  const held = new DaysHeld();
  const units = new Map<string, string[]>();
  const stayOf = staysOf(asked, (one) => ({
    who: whoOf(one, reglement),
    on: one.request.on,
    gives: one.request.action === 'cancel',
    calendar: reglement.calendar,
  }));
  const verdicts = asked.map((one) => {
    const { request, facts, childId } = one;
    const who = whoOf(one, reglement);
    const day = `${childId ?? ''} ${request.on}`;
    const others = units.get(day) ?? [...facts.otherUnits];
    const verdict =
      below.get(one) ??
      decideBooking(
        request,
        {
          ...facts,
          otherUnits: others.filter((unit) => unit !== request.unit),
          activityDays: held.daysOf(who, facts.activityDays),
          stayFrom: facts.stayFrom ?? stayOf(one),
        },
        reglement,
        now,
      );
    if (!takesOrGives(verdict)) return verdict;
    const gives = request.action === 'cancel';
    held.note(who, request.on, gives ? -1 : 1);
    units.set(
      day,
      gives ? others.filter((unit) => unit !== request.unit) : [...others, request.unit],
    );
    return verdict;
  });
  return { verdicts, held };
}

/** Days of a request's activity by its facts, its own booking among them. */
function daysBefore({ request, facts }: DayAsked): readonly Day[] {
  const holds = facts.booking !== null && facts.booking.state !== 'waitlisted';
  return holds ? [...facts.activityDays, request.on] : facts.activityDays;
}

/**
 * Whether a request changes on which days the child comes; who waits for a day is not there. What
 * the source leaves unsaid may be done: it does not hide a minimum that is said.
 */
function takesOrGives({ outcome }: Verdict): boolean {
  return outcome === 'undetermined' || (isDoneOutcome(outcome) && outcome !== 'waitlisted');
}

function whoOf({ request, childId }: DayAsked, reglement: CompiledReglement): string {
  const compiled = reglement.unit(request.unit);
  if (compiled === undefined) throw new RangeError(`Unknown unit "${request.unit}"`);
  return `${childId ?? ''}/${compiled.activity.code}`;
}
