import type { ConsequenceCause } from '../explain/price-reasons.ts';
import {
  type Cents,
  addCents,
  cents,
  fixedPoint,
  roundedRatio,
  percentOf,
} from '../money/cents.ts';
import type { OccurrenceConsequence } from '../reglement/vocabulary/presence-rules.ts';
import type { Consequence } from '../reglement/vocabulary/stage-rules.ts';
import { type Charge, charge, isUndetermined, undetermined } from './charge.ts';
import { evaluatePrice } from './evaluate-price.ts';
import { detailsOf } from './evaluate.ts';
import type { PriceContext } from './price-context.ts';

type Of<Kind extends Consequence['kind']> = Extract<Consequence, { kind: Kind }>;

/**
 * What a presence costs under the consequence of how it came about: of its own alone, whatever the
 * scope. Surcharges and multiples are of the adjusted price; a replacing price puts it aside.
 *
 * @param normal the adjusted price
 * @param cause in the words of the reasons; late where it is not said
 */
export function chargeUnder(
  consequence: Consequence | OccurrenceConsequence,
  normal: Charge,
  context: PriceContext,
  cause?: ConsequenceCause,
): Charge {
  switch (consequence.kind) {
    case 'surcharge':
      return surcharged(consequence, normal, context, cause);
    case 'percentSurcharge':
      return surchargedInPart(consequence, normal, cause);
    case 'multiple':
      return multiplied(consequence, normal, cause);
    case 'replacingPrice':
      return replaced(consequence, normal, context, cause);
    case 'free':
      return charge(cents(0), {
        code: 'notCharged',
        cause: cause ?? 'late',
        cents: normal.cents,
      });
    case 'notStated':
      return undetermined;
    case 'normal':
    case 'waitingList':
    case 'refused':
    case 'billedInFull':
    case 'billedInPart':
    case 'billedAtDiscretion':
    case 'credited':
      return normal;
  }
}

/**
 * What a cancelled booking still costs; `null` where nothing does. What would be refused leaves the
 * booking as it was, hence its whole price. A surcharge, a share, a multiple or another price is
 * here what cancelling costs by itself, the price of the day being given back.
 *
 * @param booked what the booking costs, its own consequence included
 * @param keptPercent the share the staff chose, where it may; `null` = not yet: the greatest
 */
export function cancelledUnder(
  consequence: Consequence,
  booked: Charge,
  context: PriceContext,
  keptPercent: number | null = null,
): Charge | null {
  const { kind } = consequence;
  if (kind === 'normal' || kind === 'waitingList') return null;
  if (kind === 'notStated') return undetermined;
  if (kind === 'surcharge') {
    const fee = consequence.centsByUnit?.[context.unit] ?? consequence.cents;
    return fee === undefined ? undetermined : cancellationFee(fee);
  }
  if (kind === 'replacingPrice') {
    const fee = replacingAmount(consequence, context);
    return isUndetermined(fee.reasons) ? fee : cancellationFee(fee.cents);
  }
  if (isUndetermined(booked.reasons)) return undetermined;
  switch (kind) {
    case 'billedInFull':
    case 'refused':
      return charge(booked.cents, { code: 'lateCancellationBilled', cents: booked.cents });
    case 'credited':
      return charge(booked.cents, { code: 'cancellationCredited', cents: booked.cents });
    case 'billedInPart':
      return keptInPart(booked, consequence.percent);
    case 'billedAtDiscretion':
      return keptPercent === null
        ? keptAtMost(booked, consequence)
        : keptInPart(booked, keptPercent);
    case 'percentSurcharge':
      return cancellationFee(percentOf(booked.cents, consequence.percent));
    case 'multiple':
      return cancellationFee(timesOf(booked.cents, consequence.times));
  }
}

function surcharged(
  { cents: flat, centsByUnit }: Of<'surcharge'>,
  normal: Charge,
  { unit }: PriceContext,
  cause: ConsequenceCause | undefined,
): Charge {
  const added = centsByUnit?.[unit] ?? flat;
  if (added === undefined) return undetermined;
  if (isUndetermined(normal.reasons)) return normal;
  return charge(addCents(normal.cents, added), ...normal.reasons, {
    code: 'lateSurcharge',
    cents: added,
    ...causeOf(cause),
  });
}

function surchargedInPart(
  { percent }: Of<'percentSurcharge'>,
  normal: Charge,
  cause: ConsequenceCause | undefined,
): Charge {
  if (isUndetermined(normal.reasons)) return normal;
  const added = percentOf(normal.cents, percent);
  return charge(addCents(normal.cents, added), ...normal.reasons, {
    code: 'lateSurcharge',
    cents: added,
    percent,
    ...causeOf(cause),
  });
}

function multiplied(
  { times }: Of<'multiple'>,
  normal: Charge,
  cause: ConsequenceCause | undefined,
): Charge {
  if (isUndetermined(normal.reasons)) return normal;
  const after = timesOf(normal.cents, times);
  return charge(after, ...normal.reasons, {
    code: 'lateMultiple',
    times,
    cents: after,
    insteadOf: normal.cents,
    ...causeOf(cause),
  });
}

function replaced(
  consequence: Of<'replacingPrice'>,
  normal: Charge,
  context: PriceContext,
  cause: ConsequenceCause | undefined,
): Charge {
  const after = replacingAmount(consequence, context);
  if (isUndetermined(after.reasons)) return after;
  return charge(
    after.cents,
    {
      code: 'latePriceReplaces',
      cents: after.cents,
      ...(isUndetermined(normal.reasons) ? {} : { insteadOf: normal.cents }),
      ...causeOf(cause),
    },
    ...detailsOf(after),
  );
}

function replacingAmount(
  { centsByUnit, price }: Of<'replacingPrice'>,
  context: PriceContext,
): Charge {
  const amount = centsByUnit?.[context.unit];
  if (amount !== undefined) return charge(amount);
  return price === undefined ? undetermined : evaluatePrice(price, context);
}

function keptInPart(booked: Charge, percent: number): Charge {
  const kept = percentOf(booked.cents, percent);
  return charge(kept, { code: 'cancellationBilledInPart', percent, cents: kept });
}

function keptAtMost(booked: Charge, { minPercent, maxPercent }: Of<'billedAtDiscretion'>): Charge {
  const kept = percentOf(booked.cents, maxPercent);
  return charge(kept, { code: 'cancellationAtDiscretion', minPercent, maxPercent, cents: kept });
}

function cancellationFee(fee: Cents): Charge {
  return charge(fee, { code: 'cancellationFee', cents: fee });
}

function timesOf(amount: Cents, times: number): Cents {
  return roundedRatio(BigInt(amount) * BigInt(fixedPoint(times, 6)), 1_000_000);
}

/** Being late is the usual cause, and goes without saying. */
function causeOf(cause: ConsequenceCause | undefined): { readonly cause?: ConsequenceCause } {
  return cause === undefined || cause === 'late' ? {} : { cause };
}
