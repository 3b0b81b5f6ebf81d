import type { DaySpan } from '../calendar/spans.ts';
import type { Sibling } from '../prices/child-profile.ts';
import { contextOf } from '../prices/context-of.ts';
import { countOf, rankAmong } from '../prices/household-counts.ts';
import type { PriceContext } from '../prices/price-context.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import type { Counting, PeriodUnit } from '../reglement/document.ts';
import type { Day } from '../time/day.ts';
import type { ClockTime } from '../time/instant.ts';
import { type Entry, inAgeOrder, isBooked, isMissed, isThere } from './entries.ts';
import { quotientInForce } from './quotient-in-force.ts';
import type { RatedChild, RatedHousehold } from './rating-input.ts';
import { type RatingRules, type UnitRating, ratingRulesOf } from './rating-rules.ts';

/** Children with a booking, children there, and children missed without a word, one day in one activity. */
export type ChildrenOfDay = {
  readonly booked: ReadonlySet<string>;
  readonly present: ReadonlySet<string>;
  readonly missed: ReadonlySet<string>;
};

/** A presence whose price is asked: a record, or a day nobody has recorded. */
export type Asked = {
  readonly child: RatedChild;
  readonly rating: UnitRating;
  readonly on: Day;
  readonly mode: string | null;
  readonly extras: readonly string[];
  readonly arrival: ClockTime | null;
  readonly departure: ClockTime | null;
  /** Whether the child counts among those there that day. */
  readonly isThere: boolean;
};

const nobody: ChildrenOfDay = { booked: new Set(), present: new Set(), missed: new Set() };

/** One household as prices look at it: who it is on a day, and who of it comes where. */
export class HouseholdView {
  readonly household: RatedHousehold;
  /** The eldest first. */
  readonly children: readonly RatedChild[];
  readonly #entries: readonly Entry[];
  readonly #quotients = new Map<RatingRules, Map<Day, number | null>>();
  /** By activity, then day. */
  #days: ReadonlyMap<string, ReadonlyMap<Day, ChildrenOfDay>> | null = null;
  #presences: DaysOfChildren | null = null;
  readonly #bookings = new Map<'distinctDays' | 'presences', DaysOfChildren>();

  constructor(household: RatedHousehold, entries: readonly Entry[]) {
    this.household = household;
    this.children = inAgeOrder(household.children);
    this.#entries = entries;
  }

  quotientOn(rules: RatingRules, on: Day): number | null {
    let byDay = this.#quotients.get(rules);
    if (byDay === undefined) {
      byDay = new Map();
      this.#quotients.set(rules, byDay);
    }
    let quotient = byDay.get(on);
    if (quotient === undefined) {
      const { quotient: rule } = rules.reglement.document;
      quotient = quotientInForce(this.household.quotients, rule, on);
      byDay.set(on, quotient);
    }
    return quotient;
  }

  /** What the price of a presence may depend on. */
  contextOf(asked: Asked): PriceContext {
    const { child, rating, on, mode, extras, arrival, departure } = asked;
    const { rules, activity, unit } = rating;
    const { document, calendar } = rules.reglement;
    const { household } = this;
    const context = contextOf({
      document,
      calendar,
      activity,
      unit,
      on,
      quotient: this.quotientOn(rules, on),
      profile: {
        residence: household.residence,
        scheme: household.scheme,
        flags: [...household.flags, ...child.flags],
        group: child.group,
        bornOn: child.bornOn,
        mode,
        extras,
        monthlyResources: household.monthlyResources,
      },
    });
    const presences = (per: PeriodUnit) =>
      this.#countPresences(asked, rules.spanOf(per, on)) + (asked.isThere ? 0 : 1);
    // Who is counted is only looked up by a price that asks.
    const siblings = (counting: Counting) => this.#siblingsOf(asked, counting);
    const { dependentChildren } = household;
    return {
      ...context,
      arrival,
      departure,
      presences,
      count: (of, per) => this.#countBookings(asked, of, rules.spanOf(per, on)),
      rank: (counting, order) => rankAmong(siblings(counting), counting, order),
      children: (counting) =>
        countOf({ siblings: siblings(counting), dependentChildren }, counting),
    };
  }

  /**
   * What the price of something that is not a presence may depend on: the child, or the eldest, as if
   * at the first unit of the règlement.
   *
   * @throws RangeError when the child is unknown, or there is none
   */
  contextBeside(
    childId: string | null,
    on: Day,
    reglementOn: (on: Day) => CompiledReglement,
  ): PriceContext {
    const [eldest] = this.children;
    const child = childId === null ? eldest : this.children.find(({ id }) => id === childId);
    const reglement = reglementOn(on);
    const code = reglement.document.activities[0]?.units[0]?.code;
    if (child === undefined) throw new RangeError(`Unknown child "${childId}"`);
    if (code === undefined) throw new RangeError('A règlement without units');
    const rating = ratingRulesOf(reglement).unit(code);
    const nothing = { mode: null, extras: [], arrival: null, departure: null, isThere: false };
    return this.contextOf({ child, rating, on, ...nothing });
  }

  /** Who of the household is booked, and there, that day in an activity. */
  childrenOn(activity: string, on: Day): ChildrenOfDay {
    this.#days ??= indexDays(this.#entries);
    return this.#days.get(activity)?.get(on) ?? nobody;
  }

  #siblingsOf({ child, rating, on }: Asked, counting: Counting): Sibling[] {
    const { activity, rules } = rating;
    const isByDay = counting === 'booked' || counting === 'present';
    const day = isByDay ? this.childrenOn(activity.code, on) : nobody;
    return this.children.map((sibling) => ({
      self: sibling === child,
      bornOn: sibling.bornOn,
      registered: isRegistered(sibling, rules),
      booked: day.booked.has(sibling.id),
      present: day.present.has(sibling.id),
    }));
  }

  #countPresences({ child, rating }: Asked, { from, until }: DaySpan): number {
    this.#presences ??= indexDaysOf(this.#entries.filter(isThere), ofUnit);
    const days = this.#presences.get(ofUnit({ child, rating })) ?? [];
    return days.filter((day) => from <= day && day <= until).length;
  }

  /** With the day asked about, whatever becomes of it. */
  #countBookings(
    { child, rating, on }: Asked,
    of: 'distinctDays' | 'presences',
    { from, until }: DaySpan,
  ): number {
    const keyOf = of === 'presences' ? ofUnit : ofActivity;
    let index = this.#bookings.get(of);
    if (index === undefined) {
      const standing = this.#entries.filter((entry) => isBooked(entry) || isThere(entry));
      index = indexDaysOf(standing, keyOf);
      this.#bookings.set(of, index);
    }
    const days = index.get(keyOf({ child, rating })) ?? [];
    const inside = days.filter((day) => from <= day && day <= until);
    return inside.length + (inside.includes(on) ? 0 : 1);
  }
}

function isRegistered({ activities }: RatedChild, { reglement }: RatingRules): boolean {
  if (activities === null) return true;
  return reglement.document.activities.some(({ code }) => activities.includes(code));
}

type Growing = { readonly [Which in keyof ChildrenOfDay]: Set<string> };

function indexDays(entries: readonly Entry[]): Map<string, Map<Day, Growing>> {
  const activities = new Map<string, Map<Day, Growing>>();
  for (const entry of entries) {
    const { code } = entry.rating.activity;
    let days = activities.get(code);
    if (days === undefined) {
      days = new Map();
      activities.set(code, days);
    }
    let day = days.get(entry.record.on);
    if (day === undefined) {
      day = { booked: new Set(), present: new Set(), missed: new Set() };
      days.set(entry.record.on, day);
    }
    if (isBooked(entry)) day.booked.add(entry.child.id);
    if (isThere(entry)) day.present.add(entry.child.id);
    if (isMissed(entry) && entry.record.absence === null) day.missed.add(entry.child.id);
  }
  return activities;
}

type DaysOfChildren = ReadonlyMap<string, readonly Day[]>;
type Booked = Pick<Entry, 'child' | 'rating'>;

function ofUnit({ child, rating }: Booked): string {
  return `${child.id}|${rating.unit.code}`;
}

function ofActivity({ child, rating }: Booked): string {
  return `${child.id}|${rating.activity.code}`;
}

/** The days of entries, in order, by what they are of; a day twice recorded counts once. */
function indexDaysOf(entries: readonly Entry[], keyOf: (entry: Booked) => string): DaysOfChildren {
  const index = new Map<string, Day[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const days = index.get(key);
    if (days === undefined) index.set(key, [entry.record.on]);
    else if (days.at(-1) !== entry.record.on) days.push(entry.record.on);
  }
  return index;
}
