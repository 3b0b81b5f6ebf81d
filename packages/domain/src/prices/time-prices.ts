import { cents, roundedRatio } from '../money/cents.ts';
import type { Price } from '../reglement/vocabulary/price-rules.ts';
import type { ClockTime } from '../time/instant.ts';
import { type Charge, charge, isUndetermined, undetermined } from './charge.ts';
import { type Evaluate, because, detailsOf } from './evaluate.ts';
import type { PriceContext } from './price-context.ts';

type Of<Kind extends Price['kind']> = Extract<Price, { kind: Kind }>;

/**
 * So many blocks of the time of presence within the hours of the unit, or within others where the
 * règlement says so; of those hours where the presence is not recorded.
 */
export function timeBlocksPrice(
  price: Of<'timeBlocks'>,
  context: PriceContext,
  shift: number,
  evaluate: Evaluate,
): Charge {
  const each = evaluate(price.price, context, shift);
  if (isUndetermined(each.reasons)) return each;
  const { minutes: blockMinutes, count, maxBlocks } = price;
  const longest = maxBlocks === undefined ? Number.POSITIVE_INFINITY : maxBlocks * blockMinutes;
  const minutes = Math.min(minutesCharged(price, context), longest);
  const blocks = blocksIn(minutes, blockMinutes, count);
  const amount =
    count === 'proRata'
      ? roundedRatio(each.cents * minutes, blockMinutes)
      : cents(each.cents * blocks);
  return charge(
    amount,
    {
      code: 'timeBlocksPrice',
      count,
      blockMinutes,
      minutes,
      blocks,
      eachCents: each.cents,
      cents: amount,
    },
    ...detailsOf(each),
  );
}

/** The first step whose hour is not passed, itself included. */
export function clockPrice(
  price: Of<'byClock'>,
  context: PriceContext,
  shift: number,
  evaluate: Evaluate,
): Charge {
  const at = price.of === 'arrival' ? arrivalOf(context) : departureOf(context);
  const step = price.steps.find(({ upTo }) => upTo === null || at <= upTo);
  if (step === undefined) return undetermined;
  const amount = evaluate(step.price, context, shift);
  return because(
    { code: 'clockPrice', of: price.of, at, upTo: step.upTo, cents: amount.cents },
    amount,
  );
}

function minutesCharged({ from, until }: Of<'timeBlocks'>, context: PriceContext): number {
  // Outside its hours nothing is served: who is fetched late pays for that, not for one block more.
  const opens = from ?? context.startsAt;
  const closes = until ?? context.endsAt;
  const arrival = arrivalOf(context);
  const departure = departureOf(context);
  const begins = opens > arrival ? opens : arrival;
  const ends = closes < departure ? closes : departure;
  return Math.max(0, minutesOf(ends) - minutesOf(begins));
}

function blocksIn(minutes: number, length: number, count: Of<'timeBlocks'>['count']): number {
  switch (count) {
    case 'started':
      return Math.ceil(minutes / length);
    case 'completed':
      return Math.floor(minutes / length);
    case 'proRata':
      return minutes / length;
  }
}

function arrivalOf({ arrival, startsAt }: PriceContext): ClockTime {
  return arrival ?? startsAt;
}

function departureOf({ departure, endsAt }: PriceContext): ClockTime {
  return departure ?? endsAt;
}

function minutesOf(clock: ClockTime): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
