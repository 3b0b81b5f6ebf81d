import type { UsualReason } from '../../../shared/inbox/reason-form.tsx';
import type { EnrolmentAnswer, EnrolmentRequest } from './enrolments.queries.ts';

/** What an answer is called on its button. */
export const answerWords: Readonly<Record<EnrolmentAnswer, string>> = {
  accept: 'Accepter',
  refuse: 'Refuser…',
  incomplete: 'Demander un complément…',
  wait: 'Mettre en liste d’attente',
};

/** What was done, in a few words. */
export const doneWords: Readonly<Record<EnrolmentAnswer, string>> = {
  accept: 'Inscription acceptée',
  refuse: 'Inscription refusée',
  incomplete: 'Complément demandé',
  wait: 'Inscription en liste d’attente',
};

export const stateWords: Readonly<Record<EnrolmentRequest['state'], string>> = {
  requested: 'Demandée',
  incomplete: 'À compléter',
  waitlisted: 'En liste d’attente',
  accepted: 'Acceptée',
  refused: 'Refusée',
  ended: 'Terminée',
};

/** Answers whose reason the family reads. */
export type ReasonedAnswer = Extract<EnrolmentAnswer, 'refuse' | 'incomplete'>;

export const usualReasons: Readonly<Record<ReasonedAnswer, readonly UsualReason[]>> = {
  refuse: [
    { label: 'Complet', words: 'Cet accueil est complet pour cette année scolaire.' },
    { label: 'Âge', words: 'Cet accueil ne reçoit pas les enfants de cet âge.' },
    { label: 'Hors commune', words: 'Cet accueil est réservé aux enfants de la commune.' },
  ],
  incomplete: [
    {
      label: 'Pièces manquantes',
      words: 'Il manque des pièces à votre dossier. Envoyez-les, puis redemandez l’inscription.',
    },
    {
      label: 'Coordonnées',
      words: 'Vos coordonnées sont incomplètes. Vérifiez votre adresse et vos numéros.',
    },
  ],
};
