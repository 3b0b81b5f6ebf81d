import type { Instructions } from '../instructions.ts';

/**
 * What Lapalud tells its parents: « Inscription à l’A.L.P. », « Réservations », « Paiement » as far
 * as what is not paid.
 */
export const guideOfLapalud = {
  'S3-06': 'the child is enrolled in the A.L.P., at the start of each school year',
  'S3-07': 'the validation of the service is watched',
  'S3-08': 'then the next month is booked',
  'S3-09': 'the service answers within 48 hours, weekends and public holidays left out',
  'S3-10': 'after the 25th, at the service only',
  'S3-11': 'leisure centre and N.A.P.: the procedure is told when their time comes',
  'S3-13': 'what is not paid after the 25th is cancelled',
} as const satisfies Instructions;
