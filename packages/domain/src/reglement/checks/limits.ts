import { formatWeekday } from '../../explain/format-fr.ts';
import type { Weekday } from '../../time/day.ts';
import type { Limit, Opening, ReglementDocument } from '../document.ts';
import type { Runs } from './names.ts';
import { checkOverrides } from './overrides.ts';
import type { Place } from './place.ts';
import {
  checkClock,
  checkCount,
  checkDailyHours,
  checkDay,
  checkDayOfMonth,
  checkFromZero,
  checkSpan,
  checkWeekday,
} from './scalars.ts';

/** What a limit is a limit of. */
export type LimitScope = {
  readonly document: Pick<ReglementDocument, 'validFrom' | 'validUntil'>;
  readonly opening: Opening;
  /** Of the activity; of the whole document for conditions, which activities share. */
  readonly runs: Runs;
  readonly runsAnywhere: Runs;
};

type LimitOf<Kind extends Limit['kind']> = Extract<Limit, { readonly kind: Kind }>;

const adjectives = {
  working: 'ouvrées',
  business: 'ouvrables',
  school: 'd’école',
  office: 'd’ouverture',
};

/** Everything a limit says, its exceptions too. */
export function checkLimit(place: Place, limit: Limit, scope: LimitScope): void {
  checkRule(place, limit, scope);
  limit.overrides?.forEach(({ use }, at) =>
    checkLimit(place.at(['overrides', at, 'use'], `exception ${at + 1}`), use, scope),
  );
  checkOverrides(place, limit, scope.runsAnywhere);
}

function checkRule(place: Place, limit: Limit, scope: LimitScope): void {
  switch (limit.kind) {
    case 'hoursBefore':
      if (limit.unit === 'calendar') return checkCount(place.at(['hours']), limit.hours, 'heures');
      return checkDailyHours(place.at(['hours']), limit.hours, adjectives[limit.unit]);
    case 'daysBefore':
      checkCount(place.at(['days']), limit.days, 'jours');
      return checkClock(place.at(['at']), limit.at);
    case 'sameDay':
      return checkClock(place.at(['at']), limit.at);
    case 'weekCutoff':
      checkWeekday(place.at(['weekday']), limit.weekday);
      checkFromZero(place.at(['weeksBefore']), limit.weeksBefore, 'semaines');
      return checkClock(place.at(['at']), limit.at);
    case 'weekdayMap':
      return checkWeekdayMap(place, limit, scope.runs);
    case 'dayOfPrecedingMonth':
      checkDayOfMonth(place.at(['day']), limit.day);
      checkFromZero(place.at(['monthsBefore']), limit.monthsBefore, 'mois');
      return checkClock(place.at(['at']), limit.at);
    case 'monthsBefore':
      checkCount(place.at(['months']), limit.months, 'mois');
      return checkClock(place.at(['at']), limit.at);
    case 'dates':
      return checkDates(place.at(['dates']), limit, scope);
    case 'windowEnd':
      return checkWindowEnd(place, scope.opening);
    case 'notStated':
      return place.unsaid('la limite n’est pas dite');
  }
}

/** An activity that runs on a weekday without a row has no limit that day. */
function checkWeekdayMap(place: Place, { map, anchor }: LimitOf<'weekdayMap'>, runs: Runs): void {
  const rows = Object.entries(map);
  if (rows.length === 0) place.at(['map']).wrong('la table ne nomme aucun jour');
  for (const [weekday, row] of rows) {
    if (row === undefined) continue;
    checkWeekday(place.at(['map', weekday]), Number(weekday));
    checkWeekday(place.at(['map', weekday, 'weekday']), row.weekday);
    checkClock(place.at(['map', weekday, 'at']), row.at);
  }
  if (rows.length === 0 || (anchor !== undefined && anchor !== 'session')) return;
  const without = [...runs.weekdays].filter((weekday) => map[`${weekday}`] === undefined);
  if (without.length === 0) return;
  place.at(['map']).unsaid(`aucune limite pour ${listed(without)}`);
}

function checkDates(place: Place, { dates }: LimitOf<'dates'>, scope: LimitScope): void {
  const { validFrom, validUntil } = scope.document;
  if (dates.length === 0) place.wrong('la table n’a aucune ligne');
  dates.forEach((row, at) => {
    const here = place.at([at]);
    checkSpan(here, row);
    checkDay(here.at(['on']), row.on);
    checkClock(here.at(['at']), row.at);
    if (row.on > row.until)
      here.at(['on']).wrong(`la limite (${row.on}) suit les jours qu’elle vise`);
    if (row.until < validFrom || (validUntil !== null && row.from > validUntil)) {
      here.wrong('ces jours sont hors de la validité du règlement');
    }
    const overlapping = dates.some(
      (other, first) => first < at && other.from <= row.until && row.from <= other.until,
    );
    if (overlapping) here.wrong('ces jours ont déjà une limite, plus haut dans la table');
  });
}

function checkWindowEnd(place: Place, opening: Opening): void {
  if (opening.kind !== 'windows') {
    return place.wrong('aucune fenêtre ne ferme : l’ouverture n’en a pas');
  }
  const endless = opening.windows.find(({ closes }) => closes === null);
  if (endless) place.wrong(`la fenêtre « ${endless.code} » ne dit pas quand elle ferme`);
}

function listed(weekdays: readonly Weekday[]): string {
  return weekdays.map((weekday) => `le ${formatWeekday(weekday)}`).join(', ');
}
