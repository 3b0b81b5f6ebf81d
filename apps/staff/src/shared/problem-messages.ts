import { failureOf } from '@preau/api-client/failure';
import {
  type CommonProblemCode,
  commonProblemCodes,
  commonSentences,
  failureMessage,
  type Sentence,
} from '@preau/ui/problems/problem-sentences';

/** Every code the staff surface answers with. */
export const problemCodes = [
  ...commonProblemCodes,
  'account-active',
  'account-disabled',
  'file-incomplete',
  'email-twice',
  'email-known',
  'email-in-use',
  'child-known',
  'birth-unlikely',
  'stale',
  'last-guardian',
  'too-many-guardians',
  'too-many-children',
  'age-group-not-welcome',
  'quote-changed',
  'nothing-done',
  'places-changed',
  'key-reused',
  'stale-news',
  'news-moved',
  'stale-settings',
  'stale-page',
  'decision-final',
  'not-waiting',
  'waiting-over',
  'not-first',
  'full',
  'session-closed',
  'not-enrolled',
  'no-list',
  'incompatible-unit',
  'day-over',
  'places-held',
  'closure-past',
  'closure-begun',
  'impact-changed',
] as const;

type StaffCode = Exclude<(typeof problemCodes)[number], CommonProblemCode>;

/** A code without a sentence does not compile. */
const staffSentences: Readonly<Record<StaffCode, Sentence>> = {
  'account-active': () =>
    'Cette personne a déjà choisi son mot de passe : elle n’a pas besoin d’invitation.',
  'account-disabled': () => 'Cet accès est désactivé : aucune invitation ne peut partir.',
  'file-incomplete': () =>
    'Le dossier de cette famille est incomplet. Cochez-le comme complet avant d’inviter.',
  'email-twice': () =>
    'Deux responsables de ce foyer ont la même adresse e-mail : chacun doit avoir la sienne.',
  'email-known': ({ household }) =>
    `Cette adresse e-mail est déjà celle d’un responsable du foyer « ${household ?? ''} ». Ouvrez ce foyer, ou indiquez une autre adresse.`,
  'email-in-use': () =>
    'Cette personne se connecte avec cette adresse e-mail : elle ne peut pas être changée ici.',
  'child-known': ({ household }) =>
    `Un enfant du même nom, né le même jour, est déjà dans le foyer « ${household ?? ''} ».`,
  'birth-unlikely': () => 'Cette date de naissance n’est pas celle d’un enfant. Vérifiez l’année.',
  stale: () =>
    'Une autre personne a modifié cette famille pendant ce temps. Rechargez la fiche, puis recommencez.',
  'last-guardian': () => 'Un foyer garde au moins un responsable.',
  'too-many-guardians': () => 'Un foyer compte au plus quatre responsables.',
  'too-many-children': () => 'Un foyer compte au plus huit enfants.',
  'age-group-not-welcome': () => 'L’un de ces accueils ne reçoit pas ce groupe d’âge.',
  'quote-changed': () =>
    'Le montant a changé depuis qu’il vous a été montré. Vérifiez-le à nouveau avant d’enregistrer.',
  'nothing-done': () => 'Aucun de ces changements n’est plus possible. Le planning a été rechargé.',
  'places-changed': () => 'Des places ont changé de mains à l’instant. Réessayez.',
  'stale-news': () => 'Une autre personne a modifié cette actualité pendant ce temps.',
  'news-moved': () =>
    'Cette actualité vient d’être publiée ou retirée par une autre personne. La liste a été rechargée.',
  'stale-settings': () => 'Une autre personne a modifié les réglages pendant ce temps.',
  'stale-page': () => 'Une autre personne a publié une version de cette page pendant ce temps.',
  'not-waiting': () =>
    'Cet enfant n’attend plus de place : une autre personne s’en est occupée, ou la famille a quitté la liste.',
  'waiting-over': () => 'La date limite de réservation est passée : cet enfant n’attend plus.',
  'not-first': () => 'Un autre enfant est inscrit avant sur la liste : indiquez pourquoi.',
  full: () => 'Il n’y a plus de place ce jour-là.',
  'session-closed': () => 'L’accueil n’a pas lieu ce jour-là.',
  'not-enrolled': () => 'L’enfant n’est plus inscrit à cet accueil.',
  'no-list': () => 'Cet accueil ne propose plus de places : donnez la place directement.',
  'incompatible-unit': ({ unit }) =>
    `L’enfant a déjà « ${unit ?? ''} » ce jour-là : annulez d’abord cette réservation.`,
  'day-over': () => 'Ce jour est passé : ses places ne changent plus.',
  'places-held': ({ taken }) =>
    `Des réservations tiennent ${taken ?? 'plus de'} places maintenant. Vérifiez la capacité avant d’enregistrer.`,
  'closure-past': () => 'Une fermeture commence au plus tôt aujourd’hui.',
  'closure-begun': () => 'Cette fermeture a commencé : elle ne peut plus être retirée.',
  'impact-changed': () =>
    'Les réservations ont changé depuis que les conséquences vous ont été montrées. Rien n’a été fait.',
  'decision-final': () =>
    'Il est trop tard pour revenir sur cette réponse : la famille est prévenue.',
  'key-reused': () => 'Cet enregistrement a déjà été fait autrement. Rechargez la page.',
};

const sentences = { ...commonSentences, ...staffSentences };

/** The sentence of whatever a call threw, in French, for the member of staff. */
export function problemMessage(error: unknown): string {
  return failureMessage(failureOf(error), sentences);
}
