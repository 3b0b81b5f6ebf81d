import { instantAt, type Instant, localDayOf } from '@preau/domain/time/instant';
import type { CompiledReglement, UnitDay } from '@preau/domain/reglement/compile';
import { addDays, day, type Day, daysBetween } from '@preau/domain/time/day';

const minute = 60_000;
const hour = 60 * minute;

/** When somebody of a household could have asked for a day, and the office answered. */
export type Moments = {
  readonly reglement: CompiledReglement;
  readonly now: Instant;
};

/** A household sits down to it once a month, on a day of its own, for the five weeks that follow. */
const monthsBack = 4;
const daysBookedAtOnce = 38;

/**
 * When a household would have booked a day, most likely first: once its month or its window is
 * open, on an evening of its own; otherwise on its evening of the month. All of them are past.
 *
 * @param place of the household among all, which gives it an evening and a minute
 */
export function usualMoments(
  day: UnitDay,
  group: string,
  place: number,
  moments: Moments,
): Instant[] {
  const { opening } = day.activity;
  switch (opening.kind) {
    case 'precedingMonth':
    case 'daysBefore':
      return pastOf(afterOpening(openingInstant(day, group, moments), place, moments), moments);
    case 'windows':
      return pastOf(
        opening.windows
          .filter(({ sessions }) => sessions.from <= day.on && day.on <= sessions.until)
          .flatMap(({ opens, staggered, closes }) => {
            const own = staggered.find((turn) => turn.group === group)?.opens ?? opens;
            const from = at(own.on, own.at, moments);
            const until = closes === null ? moments.now : at(closes.on, closes.at, moments);
            return withinWindow(from, until, place, moments);
          }),
        moments,
      );
    case 'always':
    case 'announced':
      return pastOf(monthlyEvenings(place, moments), moments).filter(
        (evening) =>
          daysBetween(localDayOf(evening, moments.reglement.calendar.timeZone), day.on) <=
          daysBookedAtOnce,
      );
  }
}

/** Moments of the last days, the latest first, at which a household could have asked. */
export function recentMoments(place: number, { now }: Moments): Instant[] {
  const shift = (place % 50) * minute;
  const hours = [1, 3, 6, 20, 26, 44, 50, 68, 74];
  // The first is so near that a place held while one pays is still held.
  return [4 * minute, ...hours.map((ago) => ago * hour + shift)].map(
    (ago) => (now - ago) as Instant,
  );
}

/** The same further back: long enough ago for an answer or a payment to be due. */
export function earlierMoments(place: number, moments: Moments): Instant[] {
  const today = localDayOf(moments.now, moments.reglement.calendar.timeZone);
  const minutes = 18 * 60 + ((place * 7) % 150);
  return pastOf(
    Array.from({ length: 75 }, (_, back) => at(addDays(today, -1 - back), clock(minutes), moments)),
    moments,
  );
}

/** When the office answers what was asked: in the course of its next day of work. */
export function answeredAt(asked: Instant, place: number, moments: Moments): Instant {
  const { calendar } = moments.reglement;
  const next = calendar.workingDaysAfter(localDayOf(asked, calendar.timeZone), 1);
  return at(next, clock(9 * 60 + ((place * 11) % 420)), moments);
}

/** The same, and the days of work after it: an office may answer late. */
export function answersAfter(asked: Instant, place: number, moments: Moments): Instant[] {
  const answers: Instant[] = [];
  let at = answeredAt(asked, place, moments);
  while (at <= moments.now) {
    answers.push(at);
    at = answeredAt(at, place, moments);
  }
  return answers;
}

/** When a family pays: the evening after, where it is not due before. */
export function paidAt(accepted: Instant, due: Instant): Instant {
  const evening = accepted + 9 * hour;
  return (evening < due ? evening : accepted + (due - accepted) / 6) as Instant;
}

function openingInstant(day: UnitDay, group: string, { now }: Moments): Instant {
  const before = day.opening(group, 0 as Instant);
  return before.kind === 'notYet' && before.at !== null ? before.at : now;
}

/** Evenings of the weeks after an opening, the household's own first. */
function afterOpening(opens: Instant, place: number, moments: Moments): Instant[] {
  const { timeZone } = moments.reglement.calendar;
  const first = localDayOf(opens, timeZone);
  const evenings = [(place * 5) % 24, (place * 3) % 7, 0];
  return [
    ...evenings.map((days) =>
      at(addDays(first, days), clock(18 * 60 + ((place * 7) % 240)), moments),
    ),
    (opens + (10 + (place % 40)) * minute) as Instant,
  ];
}

function withinWindow(from: Instant, until: Instant, place: number, { now }: Moments): Instant[] {
  const last = Math.min(until, now);
  const share = ((place * 7) % 20) / 24;
  const wholeMinutes = Math.floor(((last - from) * share) / minute) * minute;
  return [
    (from + wholeMinutes + minute) as Instant,
    (from + (2 + (place % 30)) * minute) as Instant,
  ];
}

function monthlyEvenings(place: number, moments: Moments): Instant[] {
  const today = localDayOf(moments.now, moments.reglement.calendar.timeZone);
  const date = String(1 + ((place * 5) % 28)).padStart(2, '0');
  const evenings: Instant[] = [];
  let month = today.slice(0, 7);
  for (let back = 0; back < monthsBack; back += 1) {
    evenings.push(at(day(`${month}-${date}`), clock(19 * 60 + ((place * 7) % 150)), moments));
    month = addDays(day(`${month}-01`), -1).slice(0, 7);
  }
  return evenings;
}

function pastOf(instants: readonly Instant[], { now }: Moments): Instant[] {
  return instants.filter((instant) => instant <= now - minute);
}

function at(on: Day, time: string, { reglement }: Moments): Instant {
  return instantAt(on, time, reglement.calendar.timeZone);
}

function clock(minutes: number): string {
  const padded = (value: number) => String(value).padStart(2, '0');
  return `${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`;
}
