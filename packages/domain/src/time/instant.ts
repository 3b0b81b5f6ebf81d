import { boundedMemo } from '../memo/bounded-memo.ts';
import { type Day, day, dayFromNumber, dayNumber, isDay } from './day.ts';

/** A point in time, in whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly __brand: 'Instant' };

/** A wall-clock time `HH:MM`; `24:00` is the end of the day. */
export type ClockTime = string;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS_REMEMBERED = 20_000;

const CLOCK = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;
const ISO = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether the text is a wall-clock time `HH:MM`, `24:00` included. */
export function isClockTime(text: string): boolean {
  return CLOCK.test(text);
}

/**
 * The instant at which clocks of the zone show `clock` on `on`. `24:00` is the start of the next
 * day. A time skipped when clocks go forward gives the instant of the jump, the first one at which
 * clocks show that time or later; a time shown twice when clocks go back gives the first of the two.
 *
 * @throws RangeError when `clock` is not `HH:MM` or the zone is unknown
 */
export function instantAt(on: Day, clock: ClockTime, timeZone: string): Instant {
  const number = dayNumber(on);
  const local = number * DAY + minutesOf(clock) * MINUTE;
  const offsets = offsetsAround(timeZone, number);
  if (offsets.before === offsets.after) return (local - offsets.before) as Instant;
  return resolveNearChange(local, offsets, timeZone);
}

/** The day calendars of the zone show at that instant. */
export function localDayOf(instant: Instant, timeZone: string): Day {
  return dayFromNumber(Math.floor((instant + offsetAt(instant, timeZone)) / DAY));
}

/** The time `HH:MM` clocks of the zone show at that instant, seconds dropped. Never `24:00`. */
export function localTimeOf(instant: Instant, timeZone: string): ClockTime {
  const local = instant + offsetAt(instant, timeZone);
  const minutes = Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE);
  return `${padded(Math.floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}`;
}

/** The instant as `2026-11-20T06:30:00.000Z`. */
export function toIso(instant: Instant): string {
  const number = Math.floor(instant / DAY);
  const rest = instant - number * DAY;
  const seconds = Math.floor(rest / 1000) % 60;
  const minutes = Math.floor(rest / MINUTE) % 60;
  const time = `${padded(Math.floor(rest / HOUR), 2)}:${padded(minutes, 2)}:${padded(seconds, 2)}`;
  return `${dayFromNumber(number)}T${time}.${padded(rest % 1000, 3)}Z`;
}

/**
 * Reads an ISO 8601 date-time that carries its offset (`Z` or `+01:00`).
 *
 * @throws RangeError naming the text otherwise: a time without an offset is not an instant
 */
export function fromIso(text: string): Instant {
  const [, date = '', hours, minutes, seconds = '0', fraction = '0', offset = 'Z'] =
    ISO.exec(text) ?? [];
  if (!isDay(date) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
    throw new RangeError(`Not an ISO instant: "${text}"`);
  }
  const wallClock =
    dayNumber(date) * DAY +
    Number(hours) * HOUR +
    Number(minutes) * MINUTE +
    Number(seconds) * 1000 +
    Number(fraction.padEnd(3, '0'));
  if (offset === 'Z') return wallClock as Instant;
  const shift = Number(offset.slice(1, 3)) * HOUR + Number(offset.slice(4)) * MINUTE;
  return (offset.startsWith('-') ? wallClock + shift : wallClock - shift) as Instant;
}

type Offsets = { readonly before: number; readonly after: number };

/** Zone offsets a day before the local day begins and a day after it ends: equal almost always. */
const offsetsByZone = new Map<string, (number: number) => Offsets>();

function offsetsAround(timeZone: string, number: number): Offsets {
  let offsets = offsetsByZone.get(timeZone);
  if (offsets === undefined) {
    offsets = boundedMemo(DAYS_REMEMBERED, (at: number) => ({
      before: readOffset((at - 1) * DAY, timeZone),
      after: readOffset((at + 2) * DAY, timeZone),
    }));
    offsetsByZone.set(timeZone, offsets);
  }
  return offsets(number);
}

function offsetAt(instant: number, timeZone: string): number {
  const offsets = offsetsAround(timeZone, Math.floor(instant / DAY));
  return offsets.before === offsets.after ? offsets.before : readOffset(instant, timeZone);
}

function resolveNearChange(local: number, offsets: Offsets, timeZone: string): Instant {
  const withBefore = local - offsets.before;
  const withAfter = local - offsets.after;
  if (readOffset(withBefore, timeZone) === offsets.before) return withBefore as Instant;
  if (readOffset(withAfter, timeZone) === offsets.after) return withAfter as Instant;
  return changeBetween(withAfter, withBefore, offsets.before, timeZone);
}

/** Bisects to the millisecond at which the zone leaves `offset`. */
function changeBetween(from: number, until: number, offset: number, timeZone: string): Instant {
  let before = from;
  let after = until;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (readOffset(middle, timeZone) === offset) before = middle;
    else after = middle;
  }
  return after as Instant;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds to add to UTC to obtain the wall clock of the zone. */
function readOffset(instant: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of formatter.formatToParts(instant)) shown[part.type] = part.value;
  const date = day(`${(shown.year ?? '').padStart(4, '0')}-${shown.month}-${shown.day}`);
  const local =
    dayNumber(date) * DAY +
    Number(shown.hour) * HOUR +
    Number(shown.minute) * MINUTE +
    Number(shown.second) * 1000;
  return local - Math.floor(instant / 1000) * 1000;
}

function minutesOf(clock: ClockTime): number {
  if (!isClockTime(clock)) throw new RangeError(`Not a clock time HH:MM: "${clock}"`);
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
