import { checkActivity, checkActivityCodes } from './checks/activities.ts';
import { checkAdjustments } from './checks/adjustments.ts';
import { checkCalendar, checkProfile } from './checks/calendar.ts';
import { checkCodes, checkName, namesOf } from './checks/names.ts';
import { checkPeriods } from './checks/periods.ts';
import { type Findings, type Place, type Problem, placeIn } from './checks/place.ts';
import { checkCount, checkDay } from './checks/scalars.ts';
import type { ReglementDocument } from './document.ts';

export type { Problem, Steps } from './checks/place.ts';

/**
 * What prevents a document from being run, in French sentences that name the place; empty when
 * nothing does. Types already rule out unknown patterns: this is what types cannot say. A study may
 * leave unsaid what its source does.
 */
export function findProblems(document: ReglementDocument): Problem[] {
  const { problems, unsaid } = findingsOf(document);
  return document.status === 'study' ? problems : inOrder(problems, unsaid);
}

/** What a document leaves unsaid: limits, consequences and prices that its source does not give. */
export function findUnsaid(document: ReglementDocument): Problem[] {
  return findingsOf(document).unsaid;
}

/** What prevents a document from coming into force: a study never does, nor what is left unsaid. */
export function publicationProblems(document: ReglementDocument): Problem[] {
  const { problems, unsaid } = findingsOf(document);
  const found = inOrder(problems, unsaid);
  if (document.status !== 'study') return found;
  return [{ path: ['status'], message: 'un règlement à l’étude ne se publie pas' }, ...found];
}

function findingsOf(document: ReglementDocument): Findings {
  const findings: Findings = { problems: [], unsaid: [] };
  const place = placeIn(findings);
  const names = namesOf(document);
  checkValidity(place, document);
  checkCalendar(place.at(['calendar']), document.calendar);
  checkProfile(place.at(['profile']), document.profile);
  checkActivityCodes(place, document);
  if (document.activities.length === 0) place.at(['activities']).wrong('aucune activité');
  document.activities.forEach((activity, at) => {
    const here = place.at(['activities', at], `activité « ${activity.code} »`);
    checkActivity(here, activity, document, names);
  });
  checkDocuments(place.at(['documents']), document, names.activities);
  checkAdjustments(place, document, names);
  checkPeriods(place, document, names);
  return findings;
}

function checkValidity(place: Place, { validFrom, validUntil }: ReglementDocument): void {
  checkDay(place.at(['validFrom'], 'début de validité'), validFrom);
  if (validUntil === null) return;
  checkDay(place.at(['validUntil'], 'fin de validité'), validUntil);
  if (validUntil < validFrom) {
    place.at(['validUntil']).wrong('la fin de validité précède son début');
  }
}

function checkDocuments(
  place: Place,
  { documents }: ReglementDocument,
  known: readonly string[],
): void {
  checkCodes(place, documents, 'le document', 'demandé');
  documents.forEach(({ code, activities, validMonths }, at) => {
    const here = place.at([at], `document « ${code} »`);
    activities?.forEach((activity, index) =>
      checkName(here.at(['activities', index]), 'activities', activity, known),
    );
    checkCount(here.at(['validMonths']), validMonths ?? undefined, 'mois');
  });
}

/** Both, as they follow one another in the document. */
function inOrder(problems: readonly Problem[], unsaid: readonly Problem[]): Problem[] {
  return [...problems, ...unsaid];
}
