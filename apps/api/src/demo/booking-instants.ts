import type { Faker } from '@faker-js/faker';
import type { CompiledReglement } from '@preau/domain/reglement/compile';
import { addDays, day, type Day } from '@preau/domain/time/day';
import { type Instant, instantAt, localDayOf } from '@preau/domain/time/instant';
import type { OpenSession } from './demo-bookings.ts';

const hour = 3_600_000;
const minute = 60_000;

/** Households sit down to it on the same evening of the month, each at its own minute. */
const planningDay = '20';
const planningTime = '20:15';
const minutesApart = 40;

export type Timing = { readonly reglement: CompiledReglement; readonly now: Instant };

/**
 * When a household booked a session in time: the last of its monthly evenings before the limit.
 * Whole months are booked at once, as parents do, so that their history reads like one.
 */
export function madeInTime(
  { unit, on }: Pick<OpenSession, 'unit' | 'on'>,
  household: number,
  { reglement, now }: Timing,
): Instant {
  const limit = reglement.limitAt(unit, on, 'book') ?? now;
  const deadline = (Math.min(limit, now) - hour) as Instant;
  const zone = reglement.calendar.timeZone;
  const eveningOf = (month: string) =>
    (instantAt(day(`${month}-${planningDay}`), planningTime, zone) +
      (household % minutesApart) * minute) as Instant;
  const last = localDayOf(deadline, zone);
  const evening = eveningOf(last.slice(0, 7));
  if (evening <= deadline) return evening;
  return eveningOf(monthBefore(last));
}

/** When the staff did something past a limit: soon after it, and before now. */
export function madeLate(limit: Instant, now: Instant): Instant {
  return Math.max(limit, Math.min(limit + hour, now - minute)) as Instant;
}

/** Whether a session is among the few that the staff added past their limit. */
export function isAddedLate(
  { unit, on }: Pick<OpenSession, 'unit' | 'on'>,
  { reglement, now, faker }: Timing & { readonly faker: Faker },
): boolean {
  const limit = reglement.limitAt(unit, on, 'book');
  return limit !== null && limit + hour <= now && faker.datatype.boolean(lateShare);
}

const lateShare = 0.02;

function monthBefore(on: Day): string {
  return addDays(day(`${on.slice(0, 7)}-01`), -1).slice(0, 7);
}
