import { catalogueFr } from '@preau/domain/explain/catalogue-fr';
import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { explain } from '@preau/domain/explain/explain';
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

type Opening = Extract<Reason, { code: 'opensAt' }>;

/** From when families may book online. */
export const isOpening = (reason: WireReason): reason is Opening => reason.code === 'opensAt';

/** The sentences of some reasons, each once. A code of a newer server has none. */
export function sentencesOf(
  reasons: readonly WireReason[],
  context: ExplainContext,
): readonly string[] {
  const known = reasons.filter(isKnown);
  return [...new Set(known.map((reason) => explain(reason, context)))];
}

type PricedLine = { readonly priceReasons: readonly WireReason[] };

/** `Quotient familial de 742`: on what the prices of some lines rest, or nothing. */
export function quotientsIn(lines: readonly PricedLine[]): string {
  const reasons = lines.flatMap(({ priceReasons }) => priceReasons.filter(isKnown));
  const quotients = reasons.flatMap((reason) =>
    reason.code === 'quotientPrice' ? [reason.quotient] : [],
  );
  if (reasons.some(({ code }) => code === 'noQuotientPrice')) {
    return 'Tarif maximal, faute de quotient familial connu';
  }
  const known = [...new Set(quotients)];
  return known.length === 0 ? '' : `Quotient familial de ${known.join(' puis de ')}`;
}

const isKnown = (reason: WireReason): reason is Reason => Object.hasOwn(catalogueFr, reason.code);
