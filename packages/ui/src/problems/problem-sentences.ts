/** A failed call, as the client of the API reads it. */
export type ToldFailure =
  | {
      readonly kind: 'problem';
      readonly problem: {
        readonly code: string;
        readonly params?: SentenceParams;
        readonly requestId: string;
      };
    }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unreadable' };

type SentenceParams = Readonly<Record<string, string | number | null>>;

/** The sentence of a problem's code; the reference is for a technical one. */
export type Sentence = (params: SentenceParams, requestId: string) => string;

/** Codes that every surface answers with. */
export const commonProblemCodes = [
  'unauthenticated',
  'forbidden',
  'cross-origin',
  'not-found',
  'unreadable',
  'invalid',
  'throttled',
  'busy',
  'internal',
  'wrong-credentials',
  'link-expired',
  'link-used',
  'link-unknown',
  'weak-password',
  'wrong-password',
] as const;

export type CommonProblemCode = (typeof commonProblemCodes)[number];

const technical: Sentence = (_params, requestId) =>
  `Un problème technique est survenu. Réessayez dans un instant ; s’il persiste, indiquez-nous cette référence : ${requestId}.`;

/** A code without a sentence does not compile. */
export const commonSentences: Readonly<Record<CommonProblemCode, Sentence>> = {
  unauthenticated: () => 'Votre session est terminée. Connectez-vous à nouveau.',
  forbidden: () => 'Votre compte ne permet pas cette action.',
  'cross-origin': technical,
  'not-found': () => 'Cette page n’existe pas ou n’existe plus.',
  unreadable: technical,
  invalid: () => 'Certaines informations ne sont pas valides. Vérifiez-les puis recommencez.',
  throttled: ({ retryAfterSeconds }) =>
    `Trop d’essais en peu de temps. Réessayez ${delayWords(retryAfterSeconds)}.`,
  busy: () => 'Le service est très sollicité en ce moment. Réessayez dans quelques secondes.',
  internal: technical,
  'wrong-credentials': () => 'Adresse e-mail ou mot de passe incorrect.',
  'link-expired': () => 'Ce lien n’est plus valable : il a expiré.',
  'link-used': () => 'Ce lien a déjà servi. Connectez-vous avec votre mot de passe.',
  'link-unknown': () => 'Ce lien n’est pas reconnu. Vérifiez que vous l’avez copié en entier.',
  'weak-password': ({ rule, minLength }) =>
    rule === 'too-common'
      ? 'Ce mot de passe est trop courant. Choisissez-en un autre, par exemple plusieurs mots sans rapport.'
      : `Ce mot de passe est trop court : écrivez au moins ${minLength ?? 12} caractères.`,
  'wrong-password': () => 'Votre mot de passe actuel n’est pas celui-ci.',
};

/** The sentence of a failure, in French. A code of a newer server is a technical problem. */
export function failureMessage(
  failure: ToldFailure,
  sentences: Readonly<Record<string, Sentence>>,
): string {
  switch (failure.kind) {
    case 'offline':
      return 'Vous semblez hors ligne. Vérifiez votre connexion, puis réessayez.';
    case 'unreadable':
      return 'Le service a répondu de façon inattendue. Réessayez dans un instant.';
    case 'problem': {
      const { code, params = {}, requestId } = failure.problem;
      const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
      return (sentence ?? technical)(params, requestId);
    }
  }
}

function delayWords(seconds: string | number | null | undefined): string {
  const wait = Number(seconds ?? 0);
  if (!(wait > 0)) return 'dans un instant';
  if (wait < 60) return `dans ${Math.ceil(wait)} secondes`;
  const minutes = Math.ceil(wait / 60);
  return minutes === 1 ? 'dans une minute' : `dans ${minutes} minutes`;
}
