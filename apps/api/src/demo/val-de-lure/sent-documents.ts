import type { DemoDocument } from '../town.ts';

/** What parents have sent: one household shows every answer, and the office has something to read. */
export const sentDocuments: readonly DemoDocument[] = [
  {
    sender: 'claire.durand@example.org',
    kind: 'dossier-annuel',
    child: null,
    note: 'Le dossier des deux enfants.',
    fileName: 'dossier-durand.pdf',
    daysAgo: 45,
    decision: 'accepted',
  },
  {
    sender: 'claire.durand@example.org',
    kind: 'attestation-quotient',
    child: null,
    note: '',
    fileName: 'attestation.pdf',
    daysAgo: 20,
    decision: { refused: 'L’attestation a plus de trois mois : envoyez-nous la plus récente.' },
  },
  {
    sender: 'claire.durand@example.org',
    kind: 'dispense-medicale',
    child: 'Noé',
    note: 'Pas de piscine jusqu’à la fin du mois.',
    fileName: 'certificat-noe.pdf',
    daysAgo: 1,
    decision: null,
  },
  {
    sender: 'karim.haddad@example.org',
    kind: 'attestation-quotient',
    child: null,
    note: 'Nouvelle situation depuis la séparation.',
    fileName: 'attestation-caf.pdf',
    daysAgo: 4,
    decision: null,
  },
  {
    sender: 'nadia.benali@example.org',
    kind: 'dispense-medicale',
    child: 'Sara',
    note: 'PAI renouvelé.',
    fileName: 'pai-sara.pdf',
    daysAgo: 2,
    decision: null,
  },
];
