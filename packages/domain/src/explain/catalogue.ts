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
export type SentencesOf<Some extends Reason> = {
  readonly [Code in Some['code']]: (
    reason: Extract<Some, { readonly code: Code }>,
    context: ExplainContext,
  ) => string;
};

export type Catalogue = SentencesOf<Reason>;
