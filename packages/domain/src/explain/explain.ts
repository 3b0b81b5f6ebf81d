import { catalogueFr } from './catalogue-fr.ts';
import type { Reason } from './reasons.ts';

export type ExplainContext = {
  /** IANA zone of the organisation: instants are told in its wall-clock time. */
  readonly timeZone: string;
  /** Whom to reach when only the staff can act. An empty text leaves its part out. */
  readonly contact: {
    /** With its article, as it reads after « contactez »: `l'ALSH`. */
    readonly name: string;
    readonly phone: string;
    readonly email: string;
    /** As it reads between brackets: `du lundi au vendredi, 9 h – 12 h`. */
    readonly hours: string;
  };
  readonly locale: 'fr';
};

/** One sentence per reason code; a code without a sentence does not compile. */
export type Catalogue = {
  readonly [Code in Reason['code']]: (
    reason: Extract<Reason, { readonly code: Code }>,
    context: ExplainContext,
  ) => string;
};

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
