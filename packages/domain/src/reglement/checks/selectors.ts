import { formatWeekday, ordinal } from '../../explain/format-fr.ts';
import type { Selector } from '../document.ts';
import { type Names, type Runs, checkName } from './names.ts';
import type { Place } from './place.ts';
import { checkCount } from './scalars.ts';

/** What prices are looked up by: the names of the document, and when what is priced takes place. */
export type PriceScope = { readonly names: Names; readonly runs: Runs };

const seasons = ['term', 'holidays'] as const;
const frequencies = ['regular', 'occasional'] as const;

/**
 * The keys of a table: known ones, and none forgotten where nothing stands for the rest.
 *
 * @param complete whether something stands for the keys that are left out
 */
export function checkKeys(
  place: Place,
  selector: Selector,
  keys: readonly string[],
  complete: boolean,
  scope: PriceScope,
): void {
  if (keys.length === 0) return place.wrong('la table est vide');
  switch (selector.kind) {
    case 'residence':
      return checkNamed(place, 'residences', keys, complete, scope.names);
    case 'scheme':
      return checkNamed(place, 'schemes', keys, complete, scope.names);
    case 'mode':
      return checkNamed(place, 'modes', keys, complete, scope.names);
    case 'flag':
      for (const key of keys) checkName(place.at([key]), 'flags', key, scope.names.flags);
      if (!complete) place.unsaid('aucun prix pour qui n’est dans aucune de ces situations');
      return;
    case 'group':
      return;
    case 'weekday':
      return checkWeekdayKeys(place, keys, complete, scope.runs);
    case 'season':
      return checkFixed(place, keys, seasons, complete ? [] : [...scope.runs.seasons]);
    case 'frequency':
      checkCount(place, selector.regularFrom, 'présences');
      return checkFixed(place, keys, frequencies, complete ? [] : frequencies);
    case 'rank':
      return checkNumberKeys(place, keys, complete, rankWords);
    case 'children':
      return checkNumberKeys(place, keys, complete, childrenWords);
    case 'count':
      return checkNumberKeys(place, keys, complete, countWords[selector.of]);
  }
}

const countWords = {
  distinctDays: (count: number) => (count === 1 ? '1 jour' : `${count} jours`),
  presences: (count: number) => (count === 1 ? '1 présence' : `${count} présences`),
} as const;

const rankWords = (rank: number) => `le ${ordinal(rank)} enfant`;

/** `2 enfants`. */
export const childrenWords = (count: number): string =>
  count === 1 ? '1 enfant' : `${count} enfants`;

/** Keys `1`, `2`, … of which the last is written `3+`. */
export function checkNumberKeys(
  place: Place,
  keys: readonly string[],
  complete: boolean,
  words: (number: number) => string,
): void {
  const numbers = keys.map((key) => ({ key, number: Number(key.replace(/\+$/, '')) }));
  numbers.sort((one, other) => one.number - other.number);
  let expected: number | null = 1;
  for (const { key, number } of numbers) {
    const here = place.at([key]);
    if (!/^[1-9]\d*\+?$/.test(key)) here.wrong(`« ${key} » n’est ni un nombre ni « ${expected}+ »`);
    else if (expected === null) here.wrong(`« ${key} » suit un nombre écrit avec « + »`);
    else if (number < expected) here.wrong(`« ${key} » y est deux fois`);
    else if (number > expected && !complete) {
      place.unsaid(`aucun prix pour ${words(expected)}`);
    }
    expected = expected === null || key.endsWith('+') ? null : Math.max(number, expected - 1) + 1;
  }
  if (expected !== null && !complete) {
    place.unsaid(`aucun prix pour ${words(expected)} et au-delà (écrivez « ${expected - 1}+ »)`);
  }
}

function checkNamed(
  place: Place,
  kind: 'residences' | 'schemes' | 'modes',
  keys: readonly string[],
  complete: boolean,
  names: Names,
): void {
  for (const key of keys) checkName(place.at([key]), kind, key, names[kind]);
  if (complete) return;
  const without = names[kind].filter((code) => !keys.includes(code));
  for (const code of without) place.unsaid(`aucun prix pour « ${code} »`);
}

function checkFixed(
  place: Place,
  keys: readonly string[],
  known: readonly string[],
  wanted: readonly string[],
): void {
  for (const key of keys) {
    if (known.includes(key)) continue;
    place
      .at([key])
      .wrong(`« ${key} » n’est pas connu ici : ${known.map((one) => `« ${one} »`).join(' ou ')}`);
  }
  for (const key of wanted) {
    if (!keys.includes(key)) place.unsaid(`aucun prix pour « ${key} »`);
  }
}

function checkWeekdayKeys(
  place: Place,
  keys: readonly string[],
  complete: boolean,
  runs: Runs,
): void {
  for (const key of keys) {
    if (!/^[1-7]$/.test(key)) {
      place
        .at([key])
        .wrong(`« ${key} » n’est pas un jour de la semaine, de 1 (lundi) à 7 (dimanche)`);
    }
  }
  const without = [...runs.weekdays].filter((weekday) => !keys.includes(String(weekday)));
  if (complete) return;
  for (const weekday of without) place.unsaid(`aucun prix pour le ${formatWeekday(weekday)}`);
}
