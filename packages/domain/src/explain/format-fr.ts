import { type Day, type Weekday, addDays, weekdayOf } from '../time/day.ts';
import { type ClockTime, type Instant, localDayOf, localTimeOf } from '../time/instant.ts';

/** No-break space: « 48 h » and « 1er décembre » are not cut at the end of a line. */
export const NBSP = '\u00a0';

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const shortWeekdays = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const shortMonths = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];

/** `mardi 1er décembre`. Own names rather than Intl: server, browser and stored text must agree. */
export function formatDayLong(on: Day): string {
  return `${weekdays[weekdayOf(on) - 1]} ${dateOf(on)}${NBSP}${months[monthOf(on)]}`;
}

/** `mardi 1er décembre 2026`, where the year is not obvious. */
export function formatDayWithYear(on: Day): string {
  return `${formatDayLong(on)}${NBSP}${on.slice(0, 4)}`;
}

/** `mar. 1er déc.` */
export function formatDayShort(on: Day): string {
  return `${shortWeekdays[weekdayOf(on) - 1]} ${dateOf(on)}${NBSP}${shortMonths[monthOf(on)]}`;
}

/** `7 h 30`, `16 h`. */
export function formatClock(clock: ClockTime): string {
  const hours = `${Number(clock.slice(0, 2))}${NBSP}h`;
  const minutes = clock.slice(3);
  return minutes === '00' ? hours : `${hours}${NBSP}${minutes}`;
}

/** `jeudi`. */
export function formatWeekday(weekday: Weekday): string {
  return weekdays[weekday - 1] ?? '';
}

/** `octobre 2026`, of a month `2026-10`. */
export function formatMonth(month: string): string {
  return `${months[Number(month.slice(5)) - 1]}${NBSP}${month.slice(0, 4)}`;
}

/** `vendredi 20 novembre à 7 h 30`; midnight is the end of the day before: `… à minuit`. */
export function formatInstant(instant: Instant, timeZone: string): string {
  const endOf = dayEndingAt(instant, timeZone);
  if (endOf !== null) return `${formatDayLong(endOf)} à minuit`;
  const clock = formatClock(localTimeOf(instant, timeZone));
  return `${formatDayLong(localDayOf(instant, timeZone))} à ${clock}`;
}

/** `1er`, `2ᵉ`: the rank in a list. */
export function ordinal(rank: number): string {
  return rank === 1 ? '1er' : `${rank}ᵉ`;
}

/** The day that ends at this instant, when it is midnight there; `null` at any other time. */
export function dayEndingAt(instant: Instant, timeZone: string): Day | null {
  if (localTimeOf(instant, timeZone) !== '00:00') return null;
  return addDays(localDayOf(instant, timeZone), -1);
}

function dateOf(on: Day): string {
  const date = Number(on.slice(8));
  return date === 1 ? '1er' : `${date}`;
}

function monthOf(on: Day): number {
  return Number(on.slice(5, 7)) - 1;
}
