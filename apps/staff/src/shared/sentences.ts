import { catalogueFr } from '@preau/domain/explain/catalogue-fr';
import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { explain } from '@preau/domain/explain/explain';
import type { Reason } from '@preau/domain/explain/reasons';

/** A reason as it travels: the engine's own object, of which only the code is sure. */
export type WireReason = { readonly code: string };

/** The sentences of some reasons, each once. A code of a newer server has none. */
export function sentencesOf(
  reasons: readonly WireReason[],
  context: ExplainContext,
): readonly string[] {
  const known = reasons.filter(isKnown);
  return [...new Set(known.map((reason) => explain(reason, context)))];
}

const isKnown = (reason: WireReason): reason is Reason => Object.hasOwn(catalogueFr, reason.code);
