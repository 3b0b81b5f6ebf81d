import { boundedMemo } from '../memo/bounded-memo.ts';
import { type Day, addDays, day } from '../time/day.ts';

/** Where the organisation lies, for the public holidays of local law. */
export type Territory =
  | 'metropole'
  | 'alsaceMoselle'
  | 'guadeloupe'
  | 'martinique'
  | 'guyane'
  | 'reunion'
  | 'mayotte'
  | 'saintBarthelemy'
  | 'saintMartin';

type Holiday = { readonly on: Day; readonly name: string };
type HolidayRule = (year: string, easter: Day) => Holiday;

const fixed =
  (monthDay: string, name: string): HolidayRule =>
  (year) => ({ on: day(`${year}-${monthDay}`), name });

const afterEaster =
  (days: number, name: string): HolidayRule =>
  (_year, easter) => ({ on: addDays(easter, days), name });

/** Code du travail, L3133-1. Whit Monday stays a public holiday even where it is worked. */
const national: readonly HolidayRule[] = [
  fixed('01-01', "Jour de l'An"),
  afterEaster(1, 'Lundi de Pâques'),
  fixed('05-01', 'Fête du Travail'),
  fixed('05-08', 'Victoire de 1945'),
  afterEaster(39, 'Ascension'),
  afterEaster(50, 'Lundi de Pentecôte'),
  fixed('07-14', 'Fête nationale'),
  fixed('08-15', 'Assomption'),
  fixed('11-01', 'Toussaint'),
  fixed('11-11', 'Armistice de 1918'),
  fixed('12-25', 'Noël'),
];

const abolition = "Abolition de l'esclavage";

/**
 * Days added by local law. Level of confidence: Alsace-Moselle and Mayotte confirmed by two sources;
 * Guadeloupe and Martinique by one; the others from general knowledge. Days kept by local use only
 * (Good Friday outside Alsace-Moselle, 21 July, carnival) are closures of the organisation.
 */
const local: Readonly<Record<Territory, readonly HolidayRule[]>> = {
  metropole: [],
  alsaceMoselle: [afterEaster(-2, 'Vendredi saint'), fixed('12-26', 'Saint-Étienne')],
  guadeloupe: [fixed('05-27', abolition)],
  martinique: [fixed('05-22', abolition)],
  guyane: [fixed('06-10', abolition)],
  reunion: [fixed('12-20', abolition)],
  mayotte: [fixed('04-27', abolition)],
  saintBarthelemy: [fixed('10-09', abolition)],
  saintMartin: [fixed('05-28', abolition)],
};

const YEARS_REMEMBERED = 400;

const memoByTerritory = new Map<Territory, (year: number) => ReadonlyMap<Day, string>>();

/**
 * Public holidays of a year with their French names, computed. A day that is two holidays at once
 * (1 May 2008 was also Ascension Day) appears once, under both names: the size is not always 11.
 *
 * @param year 1 to 9999; the list is the one in force since 1982
 */
export function publicHolidays(year: number, territory: Territory): ReadonlyMap<Day, string> {
  let memo = memoByTerritory.get(territory);
  if (memo === undefined) {
    memo = boundedMemo(YEARS_REMEMBERED, (of: number) => computeHolidays(of, territory));
    memoByTerritory.set(territory, memo);
  }
  return memo(year);
}

function computeHolidays(year: number, territory: Territory): ReadonlyMap<Day, string> {
  const easter = easterSunday(year);
  const text = String(year).padStart(4, '0');
  const names = new Map<Day, string>();
  for (const rule of [...national, ...local[territory]]) {
    const { on, name } = rule(text, easter);
    const other = names.get(on);
    names.set(on, other === undefined ? name : `${other}, ${name}`);
  }
  return names;
}

/** Gregorian Easter Sunday by the anonymous algorithm of Meeus, Jones and Butcher. */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  const text = `${String(year).padStart(4, '0')}-0${month}-${String(date).padStart(2, '0')}`;
  return day(text);
}
