import type { Catalogue, ExplainContext } from './catalogue.ts';
import { catalogueFr } from './catalogue-fr.ts';
import type { Reason } from './reasons.ts';

const catalogues: Readonly<Record<ExplainContext['locale'], Catalogue>> = { fr: catalogueFr };

/** The sentence of a reason, complete and punctuated, so that several follow one another. */
export function explain(reason: Reason, context: ExplainContext): string {
  // The catalogue pairs each code with its own reason type, which indexing cannot carry along.
  const sentence = catalogues[context.locale][reason.code] as (
    reason: Reason,
    context: ExplainContext,
  ) => string;
  return sentence(reason, context);
}
