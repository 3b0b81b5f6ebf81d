import { compileCalendar } from '@preau/domain/calendar/calendar';
import {
  type PlannedActivity,
  type PlannedSession,
  planSessions,
} from '@preau/domain/calendar/plan-sessions';
import { schoolCalendarOf } from '@preau/domain/calendar/school-holidays';
import type { CalendarRules, ReglementDocument } from '@preau/domain/reglement/document';
import { day, type Day, schoolYearOf } from '@preau/domain/time/day';
import type { Tx } from '../../../platform/db/transaction.ts';
import {
  findClosures,
  findOfferedUnits,
  type OfferedUnit,
  type PoolRow,
  savePools,
  saveSessions,
} from '../opening.store.ts';

/** How many children of an age group a facility takes in a part of the day. */
export type Places = {
  readonly facilityId: string;
  readonly group: string;
  readonly part: string;
  readonly capacity: number;
};

export type Opening = {
  readonly document: ReglementDocument;
  readonly places: readonly Places[];
  /** First day to open. Days before it are history and stay as they are. */
  readonly from: Day;
};

export type OpeningResult = {
  readonly until: Day;
  /** Sessions opened or changed. */
  readonly written: number;
  readonly closed: number;
  readonly pools: number;
};

/** Empty: the calendar tells why nothing takes place. */
const unplannedLabel = '';

/**
 * Opens the sessions and places of every activity offered, from a day to the end of the last school
 * year whose calendar is known. Repeatable: only differences are written. An activity welcomes the
 * age groups that have places for every part of the day its units use.
 * @throws RangeError when an activity offered has places for no age group.
 */
export async function openSessions(tx: Tx, opening: Opening): Promise<OpeningResult> {
  const { document, places, from } = opening;
  const until = lastDayToOpen(document.calendar, from);
  const offered = await findOfferedUnits(tx);
  const closures = await findClosures(tx);

  // Closed days are planned like the others, then carry why they are closed: families read it.
  const planned = planSessions({
    calendar: compileCalendar(document.calendar, []),
    activities: plannedActivities(document, offered, places),
    from,
    until,
  });
  const calendar = compileCalendar(document.calendar, closures);
  const unitIdOf = unitFinder(offered);
  const sessions = planned.map((session) => ({
    ...session,
    unitId: unitIdOf(session),
    closedLabel:
      calendar.closureOn(session.on, session.facilityId, session.activityCode)?.label ?? null,
  }));
  const { written, closed } = await saveSessions(tx, { from, until }, sessions, unplannedLabel);
  const pools = await savePools(tx, poolsOf(sessions, places));
  return { until, written, closed, pools };
}

/** The known calendar ends the range; where it never ends, the school year after that of `from`. */
function lastDayToOpen(rules: CalendarRules, from: Day): Day {
  const endOfNextYear = day(`${Number(schoolYearOf(from).slice(5)) + 1}-08-31`);
  const { until: known } = schoolCalendarOf(rules);
  return known < endOfNextYear ? known : endOfNextYear;
}

function unitFinder(offered: readonly OfferedUnit[]): (session: PlannedSession) => string {
  const ids = new Map(offered.map((one) => [keyOf(one.facilityId, one.unit), one.unitId]));
  return ({ facilityId, unitCode }) => {
    const id = ids.get(keyOf(facilityId, unitCode));
    if (id === undefined) throw new Error(`"${unitCode}" is planned where nobody offers it`);
    return id;
  };
}

function plannedActivities(
  document: ReglementDocument,
  offered: readonly OfferedUnit[],
  places: readonly Places[],
): PlannedActivity[] {
  return document.activities.flatMap((rules) => {
    const here = offered.filter((one) => one.activity === rules.code);
    const facilityIds = [...new Set(here.map(({ facilityId }) => facilityId))];
    return facilityIds.map((facilityId) => {
      const codes = new Set(
        here.filter((one) => one.facilityId === facilityId).map(({ unit }) => unit),
      );
      const units = rules.units.filter(({ code }) => codes.has(code));
      const groups = groupsWelcome(
        places.filter((place) => place.facilityId === facilityId),
        new Set(units.flatMap(({ parts }) => parts)),
      );
      if (groups.length === 0) throw new RangeError(`No places for activity "${rules.code}"`);
      return { code: rules.code, kind: rules.kind, facilityId, units, groups };
    });
  });
}

function groupsWelcome(places: readonly Places[], parts: ReadonlySet<string>): string[] {
  const groups = [...new Set(places.map(({ group }) => group))];
  return groups.filter((group) =>
    [...parts].every((part) =>
      places.some((place) => place.group === group && place.part === part),
    ),
  );
}

type PoolUse = {
  readonly facilityId: string;
  readonly group: string;
  readonly on: Day;
  readonly parts: readonly string[];
};

/** One pool for each facility, group, day and part that a session uses. */
function poolsOf(sessions: readonly PoolUse[], places: readonly Places[]): PoolRow[] {
  const capacities = new Map(
    places.map(({ facilityId, group, part, capacity }) => [
      keyOf(facilityId, group, part),
      capacity,
    ]),
  );
  const pools = new Map<string, PoolRow>();
  for (const { facilityId, group, on, parts } of sessions) {
    for (const part of parts) {
      const capacity = capacities.get(keyOf(facilityId, group, part)) ?? 0;
      pools.set(keyOf(facilityId, group, on, part), { facilityId, group, on, part, capacity });
    }
  }
  return [...pools.values()];
}

function keyOf(...parts: readonly string[]): string {
  return parts.join(' ');
}
