import type { CompiledReglement } from '@preau/domain/reglement/compile';
import type { Day } from '@preau/domain/time/day';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import { declareClosure } from '../modules/activities/activities.public.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { OpenSession } from './demo-bookings.ts';
import { planShowDays, type Role } from './plan-show-days.ts';
import type { Sites } from './sites.ts';
import type { AgeGroupCode, DemoFacility, DemoTown } from './town.ts';

export type RoleOf = (facilityId: string, group: AgeGroupCode, on: Day) => Role | undefined;

export type Showing = {
  readonly town: DemoTown;
  readonly sites: Sites;
  /** In order of day. */
  readonly sessions: readonly OpenSession[];
  readonly reglement: CompiledReglement;
  readonly now: Instant;
};

/** Gives roles to the days of each site, and closes what is to be seen closed. */
export async function chooseShowDays(tx: Tx, showing: Showing): Promise<RoleOf> {
  const { town, sites, sessions, reglement, now } = showing;
  const planned = town.facilities.map((facility) => {
    const key = sites.idOf(facility.key);
    const here = sessions.filter((session) => session.facilityId === key);
    return { key, sessions: here, closes: facility.closing.activity === null, facility };
  });
  const shown = new Set(
    town.households.flatMap(({ children }) =>
      children.filter(({ showcase }) => showcase).flatMap(({ facilities }) => facilities),
    ),
  );
  const together = planned
    .filter(({ facility }) => shown.has(facility.key))
    .toSorted((one, other) => Number(one.closes) - Number(other.closes));
  const rules = { reglement, now, leadUnits: town.fullUnits };
  const plans = new Map([
    ...planShowDays(together, rules),
    ...planned
      .filter(({ facility }) => !shown.has(facility.key))
      .flatMap((site) => [...planShowDays([site], rules)]),
  ]);
  for (const { key, sessions: here, closes, facility } of planned) {
    const closedOn = closes
      ? [...(plans.get(key) ?? [])].find(([, plan]) => plan === 'closed')?.[0]
      : nextDay(here, showing);
    if (closedOn) await close(tx, facility, key, closedOn);
  }
  return (facilityId, group, on) => {
    const plan = plans.get(facilityId)?.get(on);
    return plan === undefined || plan === 'closed' ? undefined : plan[group];
  };
}

function nextDay(sessions: readonly OpenSession[], { reglement, now }: Showing): Day | undefined {
  const today = localDayOf(now, reglement.calendar.timeZone);
  return sessions.find(({ on }) => on > today)?.on;
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
