import type { CompiledReglement } from '@preau/domain/reglement/compile';
import type { Day } from '@preau/domain/time/day';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import { declareClosure } from '../modules/activities/activities.public.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { OpenSession } from './bookings.store.ts';
import type { Sites } from './sites.ts';
import type { DemoFacility, DemoTown } from './town.ts';

/** What is to be seen of a facility on a day, on the planning of a showcase child. */
export type Role = 'booked' | 'full' | 'closed' | 'free';

export type RoleOf = (facilityId: string, on: Day) => Role | undefined;

/** The first days that can still be booked, in order; days past their limit are « Hors délai ». */
const roles: readonly Role[] = ['booked', 'full', 'free'];
const rolesWithClosure: readonly Role[] = ['booked', 'full', 'closed', 'free'];
const thenFullEvery = 5;

export type Showing = {
  readonly town: DemoTown;
  readonly sites: Sites;
  /** In order of day. */
  readonly sessions: readonly OpenSession[];
  readonly reglement: CompiledReglement;
  readonly now: Instant;
};

/**
 * Gives roles to the days of each facility that can still be booked online, so that every state of
 * a cell is near whatever the date, and closes what is to be seen closed. Days without a role
 * follow the habits of each child.
 */
export async function chooseShowDays(tx: Tx, showing: Showing): Promise<RoleOf> {
  const chosen = new Map<string, ReadonlyMap<Day, Role>>();
  for (const facility of showing.town.facilities) {
    const facilityId = showing.sites.idOf(facility.key);
    const here = showing.sessions.filter((session) => session.facilityId === facilityId);
    const days = bookableDays(here, showing);
    const { activity } = facility.closing;
    const assigned = assignRoles(days, activity === null ? rolesWithClosure : roles);
    const closedOn =
      activity === null ? days.find((on) => assigned.get(on) === 'closed') : nextDay(here, showing);
    if (closedOn) await close(tx, facility, facilityId, closedOn);
    chosen.set(facilityId, assigned);
  }
  return (facilityId, on) => chosen.get(facilityId)?.get(on);
}

/** Days on which no session has passed its limit. */
function bookableDays(sessions: readonly OpenSession[], { reglement, now }: Showing): Day[] {
  const late = sessions.filter(({ unit, on }) => {
    const limit = reglement.limitAt(unit, on, 'book');
    return limit !== null && limit <= now;
  });
  const lateDays = new Set(late.map(({ on }) => on));
  return [...new Set(sessions.map(({ on }) => on))].filter((on) => !lateDays.has(on));
}

function nextDay(sessions: readonly OpenSession[], { reglement, now }: Showing): Day | undefined {
  const today = localDayOf(now, reglement.calendar.timeZone);
  return sessions.find(({ on }) => on > today)?.on;
}

function assignRoles(days: readonly Day[], first: readonly Role[]): ReadonlyMap<Day, Role> {
  const assigned = new Map<Day, Role>();
  for (const [at, on] of days.entries()) {
    const role = first[at] ?? (at % thenFullEvery === 1 ? 'full' : undefined);
    if (role !== undefined) assigned.set(on, role);
  }
  return assigned;
}

async function close(
  tx: Tx,
  { closing }: DemoFacility,
  facilityId: string,
  on: Day,
): Promise<void> {
  const { activity: activityCode, label } = closing;
  await declareClosure(tx, { from: on, until: on, label, facilityId, activityCode });
}
