import { type Day, isDay } from '../../time/day.ts';
import { isClockTime } from '../../time/instant.ts';
import type { Place } from './place.ts';

/** An amount a household owes: whole cents, never negative. */
export function checkAmount(place: Place, amount: number | undefined): void {
  if (amount === undefined || (Number.isSafeInteger(amount) && amount >= 0)) return;
  place.wrong(`le montant ${amount} n’est pas un nombre entier et positif de centimes`);
}

/** An amount added, or taken off. */
export function checkChange(place: Place, amount: number): void {
  if (Number.isSafeInteger(amount)) return;
  place.wrong(`le montant ${amount} n’est pas un nombre entier de centimes`);
}

/** The first is not above the second, where both are said. */
export function checkBounds(
  place: Place,
  floor: number | undefined,
  cap: number | undefined,
): void {
  checkAmount(place.at(['floorCents']), floor);
  checkAmount(place.at(['capCents']), cap);
  if (floor === undefined || cap === undefined || floor <= cap) return;
  place.at(['capCents']).wrong(`le plafond (${cap}) est sous le plancher (${floor})`);
}

/** A number with at most so many decimals. */
export function checkDecimals(place: Place, number: number | undefined, most: number): void {
  if (number === undefined) return;
  const scaled = number * 10 ** most;
  if (!Number.isFinite(number)) place.wrong(`${number} n’est pas un nombre`);
  else if (Math.abs(scaled - Math.round(scaled)) > 1e-6 * Math.max(1, Math.abs(scaled) * 1e-6)) {
    place.wrong(`${number} a plus de ${most} décimales`);
  }
}

/** A part of the whole, from 0 to 100. */
export function checkShare(place: Place, percent: number | undefined): void {
  checkDecimals(place, percent, 4);
  if (percent === undefined || (percent >= 0 && percent <= 100)) return;
  place.wrong(`${percent} % n’est pas une part, de 0 à 100`);
}

/** « majoré de 50 % » : above 0, and may pass 100. */
export function checkPercent(place: Place, percent: number): void {
  checkDecimals(place, percent, 4);
  if (!(percent > 0)) place.wrong(`${percent} % n’est pas un pourcentage au-dessus de 0`);
}

export function checkTimes(place: Place, times: number | undefined): void {
  checkDecimals(place, times, 4);
  if (times !== undefined && !(times > 0)) place.wrong(`multiplier par ${times} est impossible`);
}

/** At most two decimals, as quotients are published. */
export function checkQuotient(place: Place, quotient: number | undefined): void {
  checkDecimals(place, quotient, 2);
  if (quotient !== undefined && quotient < 0) place.wrong(`le quotient ${quotient} est négatif`);
}

/** A whole number, 1 or more; `what` says of what: « jours ». */
export function checkCount(place: Place, count: number | undefined, what: string): void {
  if (count === undefined || (Number.isSafeInteger(count) && count >= 1)) return;
  const of = /^[aeéhiou]/.test(what) ? 'd’' : 'de ';
  place.wrong(`${count} n’est pas un nombre ${of}${what}`);
}

/** The same, or 0. */
export function checkFromZero(place: Place, count: number | undefined, what: string): void {
  if (count !== 0) checkCount(place, count, what);
}

export function checkClock(place: Place, written: string | undefined): void {
  if (written !== undefined && !isClockTime(written))
    place.wrong(`l’heure « ${written} » est illisible`);
}

/** Whether a date typed as a day, which may come from a file all the same, exists. */
export function checkDay(place: Place, written: string): boolean {
  if (isDay(written)) return true;
  place.wrong(`« ${written} » n’est pas un jour`);
  return false;
}

/** Both days included. */
export function checkSpan(place: Place, { from, until }: { from: Day; until: Day }): void {
  const readable = [checkDay(place.at(['from']), from), checkDay(place.at(['until']), until)];
  if (readable.includes(false) || from <= until) return;
  place.at(['until']).wrong(`la fin (${until}) précède le début (${from})`);
}

/** `MM-DD`. 2000 had a 29 February: any year's days are its days. */
export function checkMonthDay(place: Place, written: string | undefined): void {
  if (written !== undefined) checkDayOfYear(place, written);
}

export function checkDayOfMonth(place: Place, number: number): void {
  if (Number.isInteger(number) && number >= 1 && number <= 31) return;
  place.wrong(`le ${number} n’est pas un jour du mois`);
}

/** A delay counted in days of 24 hours. */
export function checkDailyHours(place: Place, hours: number, adjective = 'ouvrées'): void {
  if (Number.isInteger(hours) && hours > 0 && hours % 24 === 0) return;
  place.wrong(`${hours} h ${adjective} n’est pas un multiple de 24`);
}

export function checkWeekdays(place: Place, weekdays: readonly number[] | undefined): void {
  if (weekdays?.length === 0) place.wrong('la liste n’a aucun jour');
  weekdays?.forEach((weekday, at) => {
    checkWeekday(place.at([at]), weekday);
    if (weekdays.indexOf(weekday) < at) place.at([at]).wrong(`le jour ${weekday} y est deux fois`);
  });
}

export function checkWeekday(place: Place, weekday: number): void {
  if (Number.isInteger(weekday) && weekday >= 1 && weekday <= 7) return;
  place.wrong(`${weekday} n’est pas un jour de la semaine, de 1 (lundi) à 7 (dimanche)`);
}

function checkDayOfYear(place: Place, written: string): void {
  if (!isDay(`2000-${written}`)) place.wrong(`« ${written} » n’est pas un jour de l’année`);
}
