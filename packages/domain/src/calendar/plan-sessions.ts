import type { ActivityKind, UnitRules } from '../reglement/document.ts';
import { type Day, type Weekday, eachDay, weekdayOf } from '../time/day.ts';
import { type Instant, instantAt } from '../time/instant.ts';
import type { Calendar, DayKind } from './calendar.ts';

/** An activity as it runs in one facility, for its age groups. */
export type PlannedActivity = {
  readonly code: string;
  readonly kind: ActivityKind;
  readonly facilityId: string;
  readonly units: readonly Pick<UnitRules, 'code' | 'startsAt' | 'endsAt' | 'parts'>[];
  readonly groups: readonly string[];
};

export type SessionPlan = {
  readonly calendar: Calendar;
  readonly activities: readonly PlannedActivity[];
  /** First day to plan. */
  readonly from: Day;
  /** Last day to plan, inclusive. */
  readonly until: Day;
};

/** One unit, for one group, on one day. */
export type PlannedSession = {
  readonly activityCode: string;
  readonly unitCode: string;
  readonly facilityId: string;
  readonly group: string;
  readonly on: Day;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly parts: readonly string[];
};

const WEDNESDAY: Weekday = 3;
const FRIDAY: Weekday = 5;

type RunsOn = (kind: DayKind['kind'], weekday: Weekday) => boolean;

const onSchoolDays: RunsOn = (kind) => kind === 'school';

/** On which days an activity runs. Weekends, public holidays and days of an unknown calendar satisfy none. */
export const runsOn: Readonly<Record<ActivityKind, RunsOn>> = {
  wraparound: onSchoolDays,
  lunch: onSchoolDays,
  study: onSchoolDays,
  wednesday: (kind, weekday) => weekday === WEDNESDAY && (kind === 'offDay' || kind === 'school'),
  holiday: (kind, weekday) => kind === 'schoolHoliday' && weekday <= FRIDAY,
};

/**
 * The sessions the calendar gives, by day, then activity, unit and group in the given order.
 * Nothing on closures, nothing on days whose school calendar is not known.
 */
export function planSessions(plan: SessionPlan): PlannedSession[] {
  const sessions: PlannedSession[] = [];
  for (const on of eachDay(plan.from, plan.until)) {
    const { kind } = plan.calendar.dayKind(on);
    const weekday = weekdayOf(on);
    for (const activity of plan.activities) {
      if (!runsOn[activity.kind](kind, weekday)) continue;
      if (plan.calendar.closureOn(on, activity.facilityId, activity.code) !== null) continue;
      addSessions(sessions, activity, on, plan.calendar.timeZone);
    }
  }
  return sessions;
}

function addSessions(
  sessions: PlannedSession[],
  activity: PlannedActivity,
  on: Day,
  timeZone: string,
): void {
  for (const unit of activity.units) {
    const startsAt = instantAt(on, unit.startsAt, timeZone);
    const endsAt = instantAt(on, unit.endsAt, timeZone);
    for (const group of activity.groups) {
      sessions.push({
        activityCode: activity.code,
        unitCode: unit.code,
        facilityId: activity.facilityId,
        group,
        on,
        startsAt,
        endsAt,
        parts: unit.parts,
      });
    }
  }
}
