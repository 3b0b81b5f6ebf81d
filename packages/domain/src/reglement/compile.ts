import { type Calendar, type Closure, compileCalendar } from '../calendar/calendar.ts';
import { boundedMemo } from '../memo/bounded-memo.ts';
import { type Day, day } from '../time/day.ts';
import { type Instant, instantAt } from '../time/instant.ts';
import { type DayTariff, type UnitTariff, compileTariff } from './charges.ts';
import { findProblems } from './check.ts';
import type {
  ActivityRules,
  Limit,
  Price,
  ReglementDocument,
  RequiredDocument,
  UnitRules,
} from './document.ts';
import { type LimitFacts, looksAtStay } from './limits.ts';
import { type OpeningOfDay, openingOfDay } from './openings.ts';
import { datedPriceOf } from './prices.ts';
import { type StageWindows, openWindows } from './stage-windows.ts';
import { type RegimeTerms, compileTerms, payBy } from './terms.ts';

/** A document that cannot be run. The problems are in French, for whoever writes the règlement. */
export class ReglementError extends Error {
  readonly problems: readonly string[];

  constructor(code: string, problems: readonly string[]) {
    super(`Règlement « ${code} » : ${problems.join(' ; ')}`);
    this.name = 'ReglementError';
    this.problems = problems;
  }
}

export type CompiledUnit = {
  readonly activity: ActivityRules;
  readonly unit: UnitRules;
  /** Codes of the units it cannot be combined with, whichever of the two says so. */
  readonly conflicts: ReadonlySet<string>;
  /** Documents without which nothing is booked. */
  readonly documents: readonly RequiredDocument[];
  readonly terms: RegimeTerms;
};

/** What depends on the unit and the day alone, whoever asks and whenever. */
export type UnitDay = CompiledUnit & {
  readonly on: Day;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly opening: OpeningOfDay;
  /** When a payment is due at the soonest; `null` where the règlement names no date. */
  readonly payBy: Instant | null;
  readonly book: StageWindows;
  readonly cancel: StageWindows;
  readonly tariff: UnitTariff;
};

export type CompiledReglement = {
  readonly document: ReglementDocument;
  readonly calendar: Calendar;
  unit(code: string): CompiledUnit | undefined;
  /**
   * @param stayFrom first day of the stay the day belongs to, which some limits count from; the day
   *   alone where it is left out
   * @throws RangeError when the unit is unknown, or has no price on that day: a caller that has not
   *   checked the unit, or has taken a version of the règlement that does not cover the day
   */
  unitDay(unitCode: string, on: Day, stayFrom?: Day): UnitDay;
  /**
   * First instant at which it is too late online; `null` where the portal has no limit or no say, or
   * nobody can tell.
   */
  limitAt(unitCode: string, on: Day, action: 'book' | 'cancel'): Instant | null;
};

const DAYS_REMEMBERED = 2_000;

/**
 * Checks a règlement and prepares it to be run: units indexed, limit instants and charges computed
 * once per unit and day. Keep the result as long as the version is in force.
 *
 * @throws ReglementError listing every problem of the document
 */
export function compileReglement(
  document: ReglementDocument,
  closures: readonly Closure[] = [],
): CompiledReglement {
  const problems = findProblems(document).map(({ message }) => message);
  if (problems.length > 0) throw new ReglementError(document.code, problems);

  const calendar = compileCalendar(document.calendar, closures);
  const units = new Map<string, CompiledUnit>();
  const days = new Map<string, UnitDays>();
  for (const activity of document.activities) {
    const terms = compileTerms(activity.regime, calendar);
    for (const unit of activity.units) {
      const compiled = compileUnit(document, activity, unit, terms);
      units.set(unit.code, compiled);
      days.set(unit.code, compileDays(document, compiled, calendar));
    }
  }

  const unitDay = (unitCode: string, on: Day, stayFrom?: Day): UnitDay => {
    const onDay = days.get(unitCode);
    if (onDay === undefined) throw new RangeError(`Unknown unit "${unitCode}"`);
    return onDay(on, stayFrom);
  };
  return {
    document,
    calendar,
    unit: (code) => units.get(code),
    unitDay,
    limitAt: (unitCode, on, action) => unitDay(unitCode, on)[action].onlineUntil,
  };
}

function compileUnit(
  document: ReglementDocument,
  activity: ActivityRules,
  unit: UnitRules,
  terms: RegimeTerms,
): CompiledUnit {
  const excludedBy = activity.units.filter((other) => other.excludes.includes(unit.code));
  return {
    activity,
    unit,
    conflicts: new Set([...unit.excludes, ...excludedBy.map((other) => other.code)]),
    documents: document.documents.filter(
      ({ blocks, activities }) =>
        blocks.includes('booking') && (activities === null || activities.includes(activity.code)),
    ),
    terms,
  };
}

type UnitDays = (on: Day, stayFrom: Day | undefined) => UnitDay;

function compileDays(
  document: ReglementDocument,
  compiled: CompiledUnit,
  calendar: Calendar,
): UnitDays {
  const { activity, unit } = compiled;
  const tariffs = new Map<Price, DayTariff>(
    unit.prices.map(({ price }) => [price, compileTariff(document, activity, unit, price)]),
  );
  const compute = (on: Day, stayFrom: Day): UnitDay => {
    const tariff = tariffs.get(datedPriceOf(unit, on));
    if (tariff === undefined) throw new RangeError(`Unit "${unit.code}" has no price on ${on}`);
    const facts: LimitFacts = { stayFrom, opening: activity.opening };
    return {
      ...compiled,
      on,
      startsAt: instantAt(on, unit.startsAt, calendar.timeZone),
      opening: openingOfDay(activity.opening, on, calendar),
      payBy: payBy(activity.regime.payment, unit, on, calendar, facts),
      endsAt: instantAt(on, unit.endsAt, calendar.timeZone),
      book: openWindows(activity.booking, 'book', unit, on, calendar, facts),
      cancel: openWindows(activity.cancelling, 'cancel', unit, on, calendar, facts),
      tariff: tariff(on, calendar),
    };
  };
  const alone = boundedMemo(DAYS_REMEMBERED, (on: Day) => compute(on, on));
  if (!limitsOf(activity).some(looksAtStay)) return alone;
  const inStay = boundedMemo(DAYS_REMEMBERED, (key: string) => {
    const [on = '', stayFrom = ''] = key.split(' ');
    return compute(day(on), day(stayFrom));
  });
  return (on, stayFrom = on) => (stayFrom === on ? alone(on) : inStay(`${on} ${stayFrom}`));
}

/** Every limit of an activity that depends on the day of a session. */
function limitsOf({ booking, cancelling, regime }: ActivityRules): readonly Limit[] {
  const ofStages = [...booking, ...cancelling].flatMap(({ until }) => until ?? []);
  return regime.payment.kind === 'byDate' ? [...ofStages, regime.payment.due] : ofStages;
}
