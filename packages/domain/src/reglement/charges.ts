import type { Calendar } from '../calendar/calendar.ts';
import { boundedMemo } from '../memo/bounded-memo.ts';
import { cents } from '../money/cents.ts';
import { pricingOf, priceOfPresence } from '../prices/adjust-price.ts';
import { type Charge, charge, frozen, isUndetermined } from '../prices/charge.ts';
import type { ChildProfile } from '../prices/child-profile.ts';
import { cancelledUnder, chargeUnder } from '../prices/consequences.ts';
import { contextOf } from '../prices/context-of.ts';
import { dependenceOf } from '../prices/dependence.ts';
import type { PriceContext } from '../prices/price-context.ts';
import type { Day } from '../time/day.ts';
import type {
  ActivityRules,
  Consequence,
  Price,
  ReglementDocument,
  Stage,
  UnitRules,
} from './document.ts';

/**
 * What a booking of one unit costs in each of its possible ends, by the stage at which it was taken
 * (0 = in time) and that at which it was cancelled. A stage past the last has what the last says.
 */
export type UnitCharges = {
  booked(stage: number): Charge;
  /** Cancelled without anything owed: the effect on what is owed, negative. */
  refund(stage: number): Charge;
  /** What stays owed; `null` where the règlement charges nothing then. */
  cancelled(bookingStage: number, cancelStage: number): Charge | null;
};

/** Charges of one unit under one price, by family quotient (`null` = no document) and profile. */
export type UnitTariff = (quotient: number | null, profile?: ChildProfile) => UnitCharges;

/** The same for each day: one and the same tariff wherever the price does not depend on the day. */
export type DayTariff = (on: Day, calendar: Pick<Calendar, 'dayKind'>) => UnitTariff;

type TariffDocument = Pick<ReglementDocument, 'profile' | 'adjustments'>;

const QUOTIENTS_REMEMBERED = 4_000;
const NO_QUOTIENT = -1;

/**
 * Everything one dated price can charge, computed once per quotient: the one place where prices,
 * late consequences and late cancellations become amounts, for verdicts, quotes and bills alike.
 */
export function compileTariff(
  document: TariffDocument,
  activity: ActivityRules,
  unit: UnitRules,
  price: Price,
): DayTariff {
  const pricing = pricingOf(document, unit, price);
  const booking = consequencesOf(activity.booking);
  const cancelling = consequencesOf(activity.cancelling);
  const depends = dependenceOf(pricing, [...booking, ...cancelling]);

  const tariffOn: DayTariff = (on, calendar) => {
    const chargesFor = (quotient: number | null, profile: ChildProfile | undefined) => {
      const context = contextOf({ document, calendar, activity, unit, on, quotient, profile });
      return chargesOf(priceOfPresence(pricing, context), booking, cancelling, context);
    };
    return depends.profile ? rememberedByProfile(chargesFor) : rememberedByQuotient(chargesFor);
  };
  if (depends.day) return tariffOn;
  let everyDay: UnitTariff | undefined;
  return (on, calendar) => (everyDay ??= tariffOn(on, calendar));
}

type ChargesFor = (quotient: number | null, profile: ChildProfile | undefined) => UnitCharges;

function rememberedByQuotient(chargesFor: ChargesFor, profile?: ChildProfile): UnitTariff {
  const byQuotient = boundedMemo(QUOTIENTS_REMEMBERED, (quotient: number) =>
    chargesFor(quotient === NO_QUOTIENT ? null : quotient, profile),
  );
  return (quotient) => {
    if (quotient !== null && quotient < 0) throw new RangeError(`Negative quotient: ${quotient}`);
    return byQuotient(quotient ?? NO_QUOTIENT);
  };
}

/** Each profile is remembered as long as somebody holds it: a page of cells asks with the same one. */
function rememberedByProfile(chargesFor: ChargesFor): UnitTariff {
  const usual = rememberedByQuotient(chargesFor);
  const byProfile = new WeakMap<ChildProfile, UnitTariff>();
  return (quotient, profile) => {
    if (profile === undefined) return usual(quotient);
    let tariff = byProfile.get(profile);
    if (tariff === undefined) {
      tariff = rememberedByQuotient(chargesFor, profile);
      byProfile.set(profile, tariff);
    }
    return tariff(quotient);
  };
}

function consequencesOf(stages: readonly Stage[]): readonly [Consequence, ...Consequence[]] {
  const [first, ...rest] = stages.map(({ consequence }) => consequence);
  return [first ?? { kind: 'normal' }, ...rest];
}

function chargesOf(
  normal: Charge,
  booking: readonly [Consequence, ...Consequence[]],
  cancelling: readonly [Consequence, ...Consequence[]],
  context: PriceContext,
): UnitCharges {
  const booked = booking.map((consequence) => frozen(chargeUnder(consequence, normal, context)));
  const refunds = booked.map(refundOf);
  const cancelled = booked.map((charged) =>
    cancelling.map((consequence) => {
      const kept = cancelledUnder(consequence, charged, context);
      return kept === null ? null : frozen(kept);
    }),
  );
  return Object.freeze({
    booked: (stage: number) => atStage(booked, stage),
    refund: (stage: number) => atStage(refunds, stage),
    cancelled: (bookingStage: number, cancelStage: number) =>
      atStage(atStage(cancelled, bookingStage), cancelStage),
  });
}

function refundOf(booked: Charge): Charge {
  if (isUndetermined(booked.reasons)) return booked;
  return frozen(charge(cents(0 - booked.cents), { code: 'cancelledInTime', cents: booked.cents }));
}

function atStage<Value>(values: readonly Value[], stage: number): Value {
  const value = values[Math.min(stage, values.length - 1)];
  if (value === undefined) throw new RangeError(`Not a stage: ${stage}`);
  return value;
}
