import { isDay } from '../time/day.ts';
import { isClockTime } from '../time/instant.ts';
import { attendanceProblems, openingProblems } from './check-opening.ts';
import { dayProblems, priceProblems } from './check-prices.ts';
import { regimeProblems, workingHoursProblems } from './check-regime.ts';
import { stageProblems } from './check-stages.ts';
import type {
  ActivityRules,
  CalendarRules,
  EnrolmentRules,
  ReglementDocument,
  UnitRules,
  WaitingList,
} from './document.ts';

/**
 * What prevents a document from being run, in French sentences that name the place; empty when
 * nothing does. Types already rule out unknown patterns: this is what types cannot say.
 */
export function findProblems(document: ReglementDocument): string[] {
  const { activities } = document;
  const codes = activities.flatMap((activity) => activity.units.map((unit) => unit.code));
  return [
    ...validityProblems(document),
    ...calendarProblems(document.calendar),
    ...duplicates(activities.map((activity) => activity.code)).map(
      (code) => `l'activité « ${code} » est définie deux fois`,
    ),
    ...duplicates(codes).map((code) => `l'unité « ${code} » est définie deux fois`),
    ...activities.flatMap((activity) => activityProblems(activity, document)),
    ...documentProblems(document),
  ];
}

function validityProblems({ validFrom, validUntil }: ReglementDocument): string[] {
  const problems = dayProblems('le début de validité', validFrom);
  if (validUntil === null) return problems;
  problems.push(...dayProblems('la fin de validité', validUntil));
  if (validUntil < validFrom) problems.push('la fin de validité précède son début');
  return problems;
}

function calendarProblems(rules: CalendarRules): string[] {
  const problems: string[] = [];
  if (!isTimeZone(rules.timeZone)) {
    problems.push(`le fuseau horaire « ${rules.timeZone} » est inconnu`);
  }
  if (rules.schoolWeek.length === 0) problems.push("la semaine scolaire n'a aucun jour");
  return problems;
}

function activityProblems(activity: ActivityRules, document: ReglementDocument): string[] {
  const place = `activité « ${activity.code} »`;
  const codes = activity.units.map((unit) => unit.code);
  return [
    ...(codes.length === 0 ? [`${place} : aucune unité à réserver`] : []),
    ...activity.units.flatMap((unit) => unitProblems(unit, codes)),
    ...activity.units.flatMap((unit) => priceProblems(unit, document.validFrom)),
    ...stageProblems(`${place}, réservation`, 'book', activity.booking, codes),
    ...stageProblems(`${place}, annulation`, 'cancel', activity.cancelling, codes),
    ...waitingListProblems(place, activity.waitingList),
    ...regimeProblems(place, activity),
    ...enrolmentProblems(`${place}, inscription`, activity.enrolment),
    ...openingProblems(place, activity.opening),
    ...attendanceProblems(place, activity),
  ];
}

function enrolmentProblems(place: string, enrolment: EnrolmentRules): string[] {
  if (enrolment.kind === 'byStaff') return [];
  const { nextYearFrom, answerWithinHours } = enrolment;
  return [
    // 2000 had a 29 February: any year's days are its days.
    ...(isDay(`2000-${nextYearFrom}`) ? [] : [`${place} : « ${nextYearFrom} » n'est pas un jour`]),
    ...(answerWithinHours === null ? [] : workingHoursProblems(place, answerWithinHours)),
  ];
}

function documentProblems({ documents, activities }: ReglementDocument): string[] {
  const known = activities.map(({ code }) => code);
  return [
    ...duplicates(documents.map(({ code }) => code)).map(
      (code) => `le document « ${code} » est demandé deux fois`,
    ),
    ...documents.flatMap(({ code, activities: asking, validMonths }) => [
      ...(asking ?? [])
        .filter((activity) => !known.includes(activity))
        .map((activity) => `le document « ${code} » vaut pour « ${activity} », inconnue`),
      ...(validMonths === null || (Number.isInteger(validMonths) && validMonths > 0)
        ? []
        : [`le document « ${code} » ne peut pas valoir ${validMonths} mois`]),
    ]),
  ];
}

function waitingListProblems(place: string, list: WaitingList): string[] {
  switch (list.kind) {
    case 'none':
      return [];
    case 'staff':
    case 'online':
      return Number.isInteger(list.offerHours) && list.offerHours > 0
        ? []
        : [`${place} : une place ne peut pas être proposée pendant ${list.offerHours} h`];
  }
}

function unitProblems(unit: UnitRules, codes: readonly string[]): string[] {
  const place = `unité « ${unit.code} »`;
  const problems: string[] = [];
  if (!isClockTime(unit.startsAt) || !isClockTime(unit.endsAt)) {
    problems.push(`${place} : horaire illisible (${unit.startsAt} – ${unit.endsAt})`);
  } else if (unit.startsAt >= unit.endsAt) {
    problems.push(`${place} : la fin (${unit.endsAt}) ne suit pas le début (${unit.startsAt})`);
  }
  if (unit.parts.length === 0) problems.push(`${place} : aucune partie de journée`);
  for (const excluded of unit.excludes) {
    if (excluded === unit.code) problems.push(`${place} : elle s'exclut elle-même`);
    else if (!codes.includes(excluded)) {
      problems.push(`${place} : elle exclut « ${excluded} », inconnue dans l'activité`);
    }
  }
  return problems;
}

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function duplicates(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];
}
