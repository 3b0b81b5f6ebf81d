import type { Instructions } from '../instructions.ts';

/**
 * What the guide of Hasparren tells its parents: « Mes inscriptions », « Mes réservations », « Mes
 * documents » that are mandatory.
 */
export const guideOfHasparren = {
  'S2-13': 'the enrolments of a member of the family',
  'S2-14': 'only what may be changed, by the limits of the house rules',
  'S2-15': 'filters show the enrolments that are wanted',
  'S2-16': 'an enrolment is requested',
  'S2-17': 'the members of the family, then the planning of one',
  'S2-18': 'a week by default',
  'S2-19': 'days are requested on the white cells',
  'S2-20': 'a legend tells what each cell is',
  'S2-21': '« Annuler », « Enregistrer » at the bottom right',
  'S2-28': 'mandatory documents block the enrolment or the booking',
} as const satisfies Instructions;
