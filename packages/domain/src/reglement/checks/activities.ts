import type { ActivityRules, ReglementDocument } from '../document.ts';
import { checkConditions } from './conditions.ts';
import { type Names, checkCodes, runsOf } from './names.ts';
import { checkAttendance, checkOpening } from './openings.ts';
import type { Place } from './place.ts';
import { checkPresence } from './presences.ts';
import { checkEnrolment, checkRegime, checkWaitingList } from './regimes.ts';
import { type StageScope, checkStages } from './stages.ts';
import { checkUnit } from './units.ts';

/** Everything an activity says. */
export function checkActivity(
  place: Place,
  activity: ActivityRules,
  document: ReglementDocument,
  names: Names,
): void {
  const unitCodes = activity.units.map(({ code }) => code);
  const runs = runsOf(activity.kind, document.calendar.schoolWeek);
  const scope: StageScope = {
    document,
    opening: activity.opening,
    waitingList: activity.waitingList,
    runs,
    runsAnywhere: names.runs,
    names,
    unitCodes,
  };
  if (unitCodes.length === 0) place.at(['units']).wrong('aucune unité à réserver');
  activity.units.forEach((unit, at) => {
    const here = place.at(['units', at], `unité « ${unit.code} »`);
    checkUnit(here, unit, unitCodes, document, { names, runs });
  });
  checkStages(place.at(['booking'], 'réservation'), 'book', activity.booking, scope);
  checkStages(place.at(['cancelling'], 'annulation'), 'cancel', activity.cancelling, scope);
  checkWaitingList(place.at(['waitingList'], 'liste d’attente'), activity.waitingList);
  checkRegime(place, activity, scope);
  checkEnrolment(place.at(['enrolment'], 'inscription'), activity.enrolment);
  checkOpening(place.at(['opening'], 'ouverture'), activity.opening, document, names);
  checkAttendance(place, activity);
  checkConditions(place.at(['admits'], 'admission'), activity.admits, names);
  activity.priorities?.forEach(({ when }, at) => {
    const here = place.at(['priorities', at, 'when'], `priorité ${at + 1}`);
    if (when.length === 0) here.wrong('elle vaut pour tout le monde : ce n’est pas une priorité');
    checkConditions(here, when, names);
  });
  checkPresence(place.at(['presence']), activity.presence, scope);
}

/** Activities, and units of all of them, have codes of their own. */
export function checkActivityCodes(place: Place, { activities }: ReglementDocument): void {
  checkCodes(place.at(['activities']), activities, 'l’activité', 'définie');
  const seen = new Set<string>();
  activities.forEach(({ units }, at) =>
    units.forEach(({ code }, index) => {
      const here = place.at(['activities', at, 'units', index, 'code']);
      if (seen.has(code)) here.wrong(`l’unité « ${code} » est définie deux fois`);
      seen.add(code);
    }),
  );
}
