/** A calendar day `YYYY-MM-DD`, without a time zone. A day is not an instant. */
export type Day = string & { readonly __brand: 'Day' };

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const ZERO = 48;
const DASH = 45;
const DAYS_BEFORE_MARCH_OF_1970 = 719_468;
const DAYS_PER_ERA = 146_097;

/**
 * Reads a day of the Gregorian calendar, years 0001 to 9999.
 *
 * @throws RangeError naming the text when it is not an existing day written `YYYY-MM-DD`
 */
export function day(text: string): Day {
  if (isDay(text)) return text;
  throw new RangeError(`Not a day YYYY-MM-DD: "${text}"`);
}

/** Whether the text is an existing day written `YYYY-MM-DD` (29 February only in leap years). */
export function isDay(text: string): text is Day {
  if (text.length !== 10) return false;
  for (let at = 0; at < 10; at += 1) {
    const code = text.charCodeAt(at);
    const isSeparator = at === 4 || at === 7;
    if (isSeparator ? code !== DASH : code < ZERO || code > ZERO + 9) return false;
  }
  const year = yearIn(text);
  const month = monthIn(text);
  const date = dateIn(text);
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** The day `count` days later (earlier when negative). */
export function addDays(from: Day, count: number): Day {
  return dayFromNumber(dayNumber(from) + count);
}

/** Days from `from` to `until`: 0 on the same day, negative when `until` is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return dayNumber(until) - dayNumber(from);
}

export function weekdayOf(on: Day): Weekday {
  return (modulo(dayNumber(on) + 3, 7) + 1) as Weekday;
}

/** Every day from `from` to `until`, both included; empty when `until` is earlier. */
export function eachDay(from: Day, until: Day): Day[] {
  const first = dayNumber(from);
  const last = dayNumber(until);
  const days: Day[] = [];
  for (let number = first; number <= last; number += 1) days.push(dayFromNumber(number));
  return days;
}

/** The Monday of the ISO week that holds the day. */
export function mondayOf(on: Day): Day {
  return addDays(on, 1 - weekdayOf(on));
}

/** ISO 8601 week: week 1 holds the first Thursday, so the week's year may differ from the day's. */
export function isoWeekOf(on: Day): { readonly year: number; readonly week: number } {
  const thursday = addDays(mondayOf(on), 3);
  const year = yearIn(thursday);
  const daysIntoYear = dayNumber(thursday) - numberOf(year, 1, 1);
  return { year, week: Math.floor(daysIntoYear / 7) + 1 };
}

export function firstOfMonth(on: Day): Day {
  return `${on.slice(0, 8)}01` as Day;
}

export function lastOfMonth(on: Day): Day {
  return `${on.slice(0, 8)}${daysInMonth(yearIn(on), monthIn(on))}` as Day;
}

/** The school year `2026-2027`. It changes on 1 September, whatever the date of the first class. */
export function schoolYearOf(on: Day): string {
  const start = monthIn(on) >= 9 ? yearIn(on) : yearIn(on) - 1;
  return `${fourDigits(start)}-${fourDigits(start + 1)}`;
}

/** Days since 1970-01-01, the number on which all the arithmetic is done. */
export function dayNumber(on: Day): number {
  return numberOf(yearIn(on), monthIn(on), dateIn(on));
}

/**
 * The day of a number of days since 1970-01-01: the inverse of `dayNumber`.
 *
 * @throws RangeError outside the years 0001 to 9999, or when the number is not an integer
 */
export function dayFromNumber(number: number): Day {
  if (!Number.isInteger(number)) throw new RangeError(`Not a whole number of days: ${number}`);
  const shifted = number + DAYS_BEFORE_MARCH_OF_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 1 || year > 9999) throw new RangeError(`Day outside the years 0001–9999: ${number}`);
  return `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(date)}` as Day;
}

/** Years counted from March in eras of 400 years, so that the leap day comes last. */
function numberOf(year: number, month: number, date: number): number {
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + date - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_BEFORE_MARCH_OF_1970;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function yearIn(text: string): number {
  return digitsAt(text, 0) * 100 + digitsAt(text, 2);
}

function monthIn(text: string): number {
  return digitsAt(text, 5);
}

function dateIn(text: string): number {
  return digitsAt(text, 8);
}

function digitsAt(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function fourDigits(value: number): string {
  return String(value).padStart(4, '0');
}
