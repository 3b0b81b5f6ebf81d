import type { Cents } from '../money/cents.ts';

/** Why a price, or a part of it, is what it is. */
export type PriceReason =
  | { readonly code: 'flatPrice'; readonly cents: Cents }
  | {
      readonly code: 'quotientPrice';
      readonly quotient: number;
      readonly from: number;
      readonly below: number | null;
      readonly cents: Cents;
    }
  | { readonly code: 'noQuotientPrice'; readonly cents: Cents }
  | { readonly code: 'latePriceReplaces'; readonly cents: Cents; readonly insteadOf: Cents }
  | { readonly code: 'lateSurcharge'; readonly cents: Cents }
  | { readonly code: 'lateCancellationBilled'; readonly cents: Cents }
  /** A day cancelled late and taken up again: it stays billed once. */
  | { readonly code: 'alreadyBilled'; readonly cents: Cents }
  | { readonly code: 'cancelledInTime'; readonly cents: Cents };
