import type { UsualReason } from '../../shared/inbox/reason-form.tsx';

/** Reasons given most often to who asked to book. */
export const bookingReasons: readonly UsualReason[] = [
  { label: 'Complet', words: 'Le groupe est complet ce jour-là.' },
  {
    label: 'Dossier incomplet',
    words:
      'Le dossier de votre enfant est incomplet. Envoyez les pièces manquantes, puis redemandez.',
  },
  {
    label: 'Encadrement',
    words: 'Nous ne pouvons pas assurer l’encadrement ce jour-là.',
  },
  { label: 'Fermeture', words: 'L’accueil est fermé ce jour-là.' },
];

/** Reasons given most often to who asked to cancel. */
export const cancellationReasons: readonly UsualReason[] = [
  {
    label: 'Délai passé',
    words: 'Le délai pour annuler est passé : la réservation est maintenue.',
  },
  { label: 'Repas commandé', words: 'Le repas est déjà commandé : la réservation est maintenue.' },
];
