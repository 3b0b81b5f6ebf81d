import type { Cents } from '../money/cents.ts';
import type { Price, Selector } from '../reglement/vocabulary/price-rules.ts';
import type { Counting, PeriodUnit } from '../reglement/vocabulary/profile-rules.ts';
import type { ClockTime } from '../time/instant.ts';

/** Why a price, or a part of it, is what it is. */
export type PriceReason = PricePatternReason | PriceChangeReason | ConsequenceReason;

/** The pattern that gave an amount, with what it was computed from. */
export type PricePatternReason =
  | { readonly code: 'flatPrice'; readonly cents: Cents }
  | {
      readonly code: 'quotientPrice';
      readonly quotient: number;
      readonly from: number;
      readonly below: number | null;
      readonly cents: Cents;
    }
  /** The band the household pays, which is not that of its quotient. */
  | {
      readonly code: 'shiftedBandPrice';
      readonly quotient: number | null;
      readonly from: number;
      readonly below: number | null;
      readonly cents: Cents;
    }
  | { readonly code: 'noQuotientPrice'; readonly cents: Cents }
  /** What the règlement says of households without a quotient. */
  | { readonly code: 'withoutQuotientPrice'; readonly cents: Cents }
  | {
      readonly code: 'effortPrice';
      readonly percent: number;
      readonly of: 'quotient' | 'monthlyResources';
      /** Euros. */
      readonly base: number;
      readonly cents: Cents;
      readonly bound: PriceBound | null;
    }
  | {
      readonly code: 'affinePrice';
      readonly quotient: number;
      readonly slope: number;
      readonly interceptCents: number;
      readonly times: number;
      readonly cents: Cents;
      readonly bound: PriceBound | null;
    }
  /** Between two published points; the same one twice before the first and after the last. */
  | {
      readonly code: 'slidingPrice';
      readonly quotient: number;
      readonly before: { readonly quotient: number; readonly cents: Cents };
      readonly after: { readonly quotient: number; readonly cents: Cents };
      readonly cents: Cents;
    }
  | {
      readonly code: 'casePrice';
      readonly what: Selector['kind'];
      /** Key of the case; `null` = all the rest. */
      readonly key: string | null;
      readonly label: string;
      readonly counting: Counting | null;
      readonly cents: Cents;
    }
  | {
      readonly code: 'frequencyPrice';
      readonly regular: boolean;
      readonly regularFrom: number;
      readonly per: Exclude<PeriodUnit, 'day'>;
      readonly cents: Cents;
    }
  /** By how many days of the activity, or presences of the unit, there are in the period. */
  | {
      readonly code: 'countPrice';
      readonly count: number;
      readonly of: Extract<Selector, { kind: 'count' }>['of'];
      readonly per: Exclude<PeriodUnit, 'day'>;
      readonly cents: Cents;
    }
  | {
      readonly code: 'timeBlocksPrice';
      readonly count: Extract<Price, { kind: 'timeBlocks' }>['count'];
      readonly blockMinutes: number;
      /** Minutes charged, and the blocks they make; a whole number but for `proRata`. */
      readonly minutes: number;
      readonly blocks: number;
      readonly eachCents: Cents;
      readonly cents: Cents;
    }
  | {
      readonly code: 'clockPrice';
      readonly of: 'arrival' | 'departure';
      readonly at: ClockTime;
      readonly upTo: ClockTime | null;
      readonly cents: Cents;
    }
  | {
      readonly code: 'summedPrice';
      readonly parts: readonly { readonly label: string; readonly cents: Cents }[];
      readonly cents: Cents;
    }
  | {
      readonly code: 'sharePrice';
      readonly percent: number;
      readonly ofCents: Cents;
      readonly cents: Cents;
    }
  | {
      readonly code: 'boundedPrice';
      readonly bound: PriceBound;
      readonly insteadOf: Cents;
    }
  | { readonly code: 'familyDayPrice'; readonly children: number; readonly cents: Cents }
  | {
      readonly code: 'periodPrice';
      readonly per: Exclude<PeriodUnit, 'day'>;
      readonly cents: Cents;
    };

export type PriceBound = { readonly kind: 'floor' | 'cap'; readonly cents: Cents };

/** What was added to a price, or taken off it. */
export type PriceChangeReason =
  | { readonly code: 'extraAdded'; readonly label: string; readonly cents: Cents }
  /** The difference an adjustment makes, negative where something is taken off. */
  | { readonly code: 'priceAdjusted'; readonly label: string; readonly cents: Cents }
  | { readonly code: 'bandShifted'; readonly label: string; readonly by: number }
  | {
      readonly code: 'priceReplaced';
      readonly label: string;
      readonly cents: Cents;
      readonly insteadOf: Cents;
    };

/** Late, there without having booked, or booked and not there; late where it is not said. */
export type ConsequenceCause = 'late' | 'unbooked' | 'noShow';

/** What comes of a booking that is late, of a presence nobody booked, of a cancellation. */
export type ConsequenceReason =
  | {
      readonly code: 'latePriceReplaces';
      readonly cents: Cents;
      /** Left out where the règlement does not give the ordinary price. */
      readonly insteadOf?: Cents | undefined;
      readonly cause?: ConsequenceCause | undefined;
    }
  | {
      readonly code: 'lateSurcharge';
      readonly cents: Cents;
      /** Where it is a share of the price. */
      readonly percent?: number | undefined;
      readonly cause?: ConsequenceCause | undefined;
    }
  | {
      readonly code: 'lateMultiple';
      readonly times: number;
      readonly cents: Cents;
      readonly insteadOf: Cents;
      readonly cause?: ConsequenceCause | undefined;
    }
  | { readonly code: 'notCharged'; readonly cause: ConsequenceCause; readonly cents: Cents }
  | { readonly code: 'lateCancellationBilled'; readonly cents: Cents }
  | {
      readonly code: 'cancellationBilledInPart';
      readonly percent: number;
      readonly cents: Cents;
    }
  /** The staff may keep less: the greatest share until it has chosen. */
  | {
      readonly code: 'cancellationAtDiscretion';
      readonly minPercent: number;
      readonly maxPercent: number;
      readonly cents: Cents;
    }
  | { readonly code: 'cancellationFee'; readonly cents: Cents }
  | { readonly code: 'cancellationCredited'; readonly cents: Cents }
  /** A day cancelled late and taken up again: it stays billed once. */
  | { readonly code: 'alreadyBilled'; readonly cents: Cents }
  | { readonly code: 'cancelledInTime'; readonly cents: Cents };
