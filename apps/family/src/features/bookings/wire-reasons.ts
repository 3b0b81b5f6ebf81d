import type { Reason } from '@preau/domain/explain/reasons';

/** A reason as it travels: the engine's own object, of which only the code is sure. */
export type WireReason = { readonly code: string };

/** Reasons that tell an amount; the others tell what is possible. */
const priceCodes: ReadonlySet<string> = new Set<Reason['code']>([
  'flatPrice',
  'quotientPrice',
  'noQuotientPrice',
  'latePriceReplaces',
  'lateSurcharge',
  'lateCancellationBilled',
  'alreadyBilled',
  'cancelledInTime',
  'waitingPrice',
]);

export const isAboutPrice = ({ code }: WireReason): boolean => priceCodes.has(code);

type ReasonOf<Code extends Reason['code']> = Extract<Reason, { readonly code: Code }>;

const hasCode =
  <Code extends Reason['code']>(code: Code) =>
  (reason: WireReason): reason is ReasonOf<Code> =>
    reason.code === code;

/** From when families may book online. */
export const isOpening = hasCode('opensAt');

/** Until when families might book that period online. */
export const isWindowOver = hasCode('windowClosed');

type PricedLine = { readonly priceReasons: readonly WireReason[] };

/** `Quotient familial de 742`: on what the prices of some lines rest, or nothing. */
export function quotientsIn(lines: readonly PricedLine[]): string {
  const reasons = lines.flatMap(({ priceReasons }) => priceReasons);
  if (reasons.some(hasCode('noQuotientPrice'))) {
    return 'Tarif maximal, faute de quotient familial connu';
  }
  const quotients = reasons.filter(hasCode('quotientPrice')).map(({ quotient }) => quotient);
  const known = [...new Set(quotients)];
  return known.length === 0 ? '' : `Quotient familial de ${known.join(' puis de ')}`;
}
