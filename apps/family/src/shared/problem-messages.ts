import { failureOf, type Problem } from './api.ts';

/** Every code the family surface answers with. A code without a sentence does not compile. */
export const problemCodes = [
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
  'cart-changed',
  'cart-empty',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

type Sentence = (params: NonNullable<Problem['params']>, requestId: string) => string;

const technical: Sentence = (_params, requestId) =>
  `Un problème technique est survenu. Réessayez dans un instant ; s’il persiste, indiquez-nous cette référence : ${requestId}.`;

const sentences: Readonly<Record<ProblemCode, Sentence>> = {
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
  'cart-changed': () =>
    'Le panier a changé entre-temps. Vérifiez les lignes ci-dessous, puis validez à nouveau.',
  'cart-empty': () => 'Votre panier est vide.',
};

/** The sentence of whatever a call threw, in French, for the parent. */
export function problemMessage(error: unknown): string {
  const failure = failureOf(error);
  switch (failure.kind) {
    case 'offline':
      return 'Vous semblez hors ligne. Vérifiez votre connexion, puis réessayez.';
    case 'unreadable':
      return 'Le service a répondu de façon inattendue. Réessayez dans un instant.';
    case 'problem': {
      const { code, params = {}, requestId } = failure.problem;
      return (isKnown(code) ? sentences[code] : technical)(params, requestId);
    }
  }
}

const isKnown = (code: string): code is ProblemCode => Object.hasOwn(sentences, code);

function delayWords(seconds: string | number | null | undefined): string {
  const wait = Number(seconds ?? 0);
  if (!(wait > 0)) return 'dans un instant';
  if (wait < 60) return `dans ${Math.ceil(wait)} secondes`;
  const minutes = Math.ceil(wait / 60);
  return minutes === 1 ? 'dans une minute' : `dans ${minutes} minutes`;
}
