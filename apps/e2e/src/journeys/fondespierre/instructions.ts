import type { Instructions } from '../instructions.ts';

/**
 * What the guide of the ALSH of Fondespierre tells its parents: « Faire une réservation », « En cas
 * d’indisponibilités ou d’annulation des inscriptions ».
 */
export const guideOfFondespierre = {
  'S0-09': '« Nouvelle réservation »',
  'S0-10': 'the child is selected',
  'S0-11': 'the enrolment period is selected',
  'S0-12': '« Continuer »',
  'S0-13': 'the days are selected on the planning',
  'S0-14': '« Valider le planning »',
  'S0-15': 'what is told is checked, « Confirmer la réservation »',
  'S0-16': '« Terminer »',
  'S0-23': 'nothing is free: the ALSH is contacted for its waiting list',
  'S0-24': 'the ALSH is contacted to cancel booked days',
  'S0-25': 'the ALSH helps at its office hours',
} as const satisfies Instructions;
