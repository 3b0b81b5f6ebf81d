import type { Reason } from '../explain/reasons.ts';
import { boundedMemo } from '../memo/bounded-memo.ts';
import { type Cents, addCents, cents } from '../money/cents.ts';
import type { ActivityRules, Consequence, Price, UnitRules } from './document.ts';
import { priceFor } from './prices.ts';

/** An amount owed and why. */
export type Charge = { readonly cents: Cents; readonly reasons: readonly Reason[] };

/** What a booking taken in one way (in time, or late) costs in each of its possible ends. */
export type BookingCharges = {
  readonly booked: Charge;
  /** Cancelled in time: the effect on what is owed, negative. */
  readonly refund: Charge;
  /** Cancelled after the limit; `null` where the règlement charges nothing then. */
  readonly cancelledLate: Charge | null;
};

export type UnitCharges = { readonly inTime: BookingCharges; readonly late: BookingCharges };

/** Charges of one unit under one price, by family quotient (`null` = no document). */
export type UnitTariff = (quotient: number | null) => UnitCharges;

export const nothing: Charge = Object.freeze({ cents: cents(0), reasons: Object.freeze([]) });

const QUOTIENTS_REMEMBERED = 4_000;
const NO_QUOTIENT = -1;

/**
 * Everything one dated price can charge, computed once per quotient: the one place where prices,
 * late consequences and late cancellations become amounts, for verdicts, quotes and bills alike.
 */
export function compileTariff(activity: ActivityRules, unit: UnitRules, price: Price): UnitTariff {
  const lateBooking = lateConsequence(activity.booking);
  const lateCancelling = lateConsequence(activity.cancelling);
  const byQuotient = boundedMemo(QUOTIENTS_REMEMBERED, (quotient: number): UnitCharges => {
    const { cents: normal, reason } = priceFor(price, quotient === NO_QUOTIENT ? null : quotient);
    const booked = charge(normal, reason);
    return {
      inTime: chargesOf(booked, lateCancelling),
      late: chargesOf(chargeLate(booked, lateBooking, unit), lateCancelling),
    };
  });
  return (quotient) => {
    if (quotient !== null && quotient < 0) throw new RangeError(`Negative quotient: ${quotient}`);
    return byQuotient(quotient ?? NO_QUOTIENT);
  };
}

/** All stages after the first share one consequence: the check of the document sees to it. */
function lateConsequence(stages: ActivityRules['booking']): Consequence {
  return stages[1]?.consequence ?? { kind: 'normal' };
}

function chargeLate(normal: Charge, consequence: Consequence, unit: UnitRules): Charge {
  switch (consequence.kind) {
    case 'normal':
    case 'billedInFull':
      return normal;
    case 'surcharge':
      return charge(addCents(normal.cents, consequence.cents), ...normal.reasons, {
        code: 'lateSurcharge',
        cents: consequence.cents,
      });
    case 'replacingPrice': {
      const replacing = consequence.centsByUnit[unit.code];
      if (replacing === undefined) throw new RangeError(`No late price for unit "${unit.code}"`);
      return charge(replacing, {
        code: 'latePriceReplaces',
        cents: replacing,
        insteadOf: normal.cents,
      });
    }
  }
}

function chargesOf(booked: Charge, lateCancelling: Consequence): BookingCharges {
  return {
    booked,
    refund: charge(cents(0 - booked.cents), { code: 'cancelledInTime', cents: booked.cents }),
    cancelledLate:
      lateCancelling.kind === 'billedInFull'
        ? charge(booked.cents, { code: 'lateCancellationBilled', cents: booked.cents })
        : null,
  };
}

function charge(amount: Cents, ...reasons: readonly Reason[]): Charge {
  for (const reason of reasons) Object.freeze(reason);
  return Object.freeze({ cents: amount, reasons: Object.freeze(reasons) });
}
