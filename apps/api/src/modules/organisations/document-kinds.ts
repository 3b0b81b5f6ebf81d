import { z } from 'zod';

/** A kind of document the organisation lets families send. */
export const documentKindSchema = z.strictObject({
  /** Kept with each document sent: never changed, `dispense-medicale`. */
  code: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40),
  label: z.string().trim().min(1).max(60),
  /** Whether it concerns one child or the whole household. */
  about: z.enum(['child', 'household']),
  /** What to know before sending it, in a sentence; may be empty. */
  help: z.string().max(200),
});

export type DocumentKind = z.infer<typeof documentKindSchema>;

/** What a family is usually asked for. */
export const defaultDocumentKinds: DocumentKind[] = [
  {
    code: 'dispense-medicale',
    label: 'Dispense médicale',
    about: 'child',
    help: 'Le certificat du médecin, avec les dates.',
  },
  {
    code: 'dossier-annuel',
    label: 'Dossier de l’année',
    about: 'household',
    help: 'Le dossier d’inscription rempli et signé.',
  },
  {
    code: 'attestation-quotient',
    label: 'Attestation de quotient familial',
    about: 'household',
    help: 'Celle de la CAF ou de la MSA, de moins de trois mois.',
  },
  {
    code: 'autre-document',
    label: 'Autre document',
    about: 'household',
    help: 'Précisez de quoi il s’agit dans votre message.',
  },
];
