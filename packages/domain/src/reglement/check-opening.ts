import { isDay } from '../time/day.ts';
import { isClockTime } from '../time/instant.ts';
import { isDayOfMonth } from './check-stages.ts';
import type { ActivityRules, BookingWindow, Moment, Opening } from './document.ts';

/** What prevents the opening of an activity from being run. */
export function openingProblems(place: string, opening: Opening): string[] {
  const here = `${place}, ouverture`;
  switch (opening.kind) {
    case 'always':
    case 'announced':
      return [];
    case 'precedingMonth':
      return [
        ...(isDayOfMonth(opening.day)
          ? []
          : [`${here} : le ${opening.day} n'est pas un jour du mois`]),
        ...(isClockTime(opening.at) ? [] : [`${here} : heure « ${opening.at} » illisible`]),
      ];
    case 'windows':
      return opening.windows.flatMap((window) => windowProblems(here, window));
  }
}

function windowProblems(place: string, window: BookingWindow): string[] {
  const here = `${place} « ${window.code} »`;
  const { sessions, opens, closes, staggered } = window;
  const moments = [
    opens,
    ...(closes === null ? [] : [closes]),
    ...staggered.map((one) => one.opens),
  ];
  const unreadable = moments.flatMap((moment) => momentProblems(here, moment));
  if (unreadable.length > 0) return unreadable;
  if (!isDay(sessions.from) || !isDay(sessions.until)) return [`${here} : jours illisibles`];
  return [
    ...(sessions.until < sessions.from ? [`${here} : la fin précède le début`] : []),
    ...[opens, ...staggered.map((one) => one.opens)]
      .filter((moment) => closes !== null && keyOf(moment) >= keyOf(closes))
      .map(() => `${here} : la fenêtre ferme avant d'ouvrir`),
  ];
}

/** What prevents the days and ages of an activity from being run. */
export function attendanceProblems(place: string, { days, ages }: ActivityRules): string[] {
  const problems: string[] = [];
  for (const { min, max } of days) {
    const counts = [min, max].filter((count) => count !== null);
    if (counts.some((count) => !Number.isInteger(count) || count < 1)) {
      problems.push(`${place} : nombre de jours impossible`);
    } else if (min !== null && max !== null && max < min) {
      problems.push(`${place} : le maximum de jours (${max}) est sous le minimum (${min})`);
    }
  }
  if (ages !== null && ages.from !== null && ages.below !== null && ages.below <= ages.from) {
    problems.push(`${place} : aucun âge entre ${ages.from} et ${ages.below} ans`);
  }
  return problems;
}

function momentProblems(place: string, { on, at }: Moment): string[] {
  return isDay(on) && isClockTime(at) ? [] : [`${place} : date illisible (${on} ${at})`];
}

/** Moments of one organisation compare as they read. */
function keyOf({ on, at }: Moment): string {
  return `${on} ${at}`;
}
