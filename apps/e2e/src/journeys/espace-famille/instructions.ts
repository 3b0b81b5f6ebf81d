import type { Instructions } from '../instructions.ts';

/** What the procedure of the Espace famille tells its parents of enrolments and of the planning. */
export const guideOfEspaceFamille = {
  'S4-04': 'the enrolments of a member, filters, a request of enrolment',
  'S4-05': 'a member, the planning of the week, requests on the white cells, colours',
} as const satisfies Instructions;
