import { schoolHolidays } from '@preau/domain/calendar/school-holidays';
import type { BookingWindow, ReglementDocument } from '@preau/domain/reglement/document';
import { addDays, type Day } from '@preau/domain/time/day';
import {
  moment,
  monthsOf,
  type Period,
  periodsAround,
  type Standing,
  standingPeriods,
  withWindows,
} from '../periods.ts';

const wednesdaysOfAPeriod = 8;
const everyDay = 99;

/** The periods parents choose among, around today: one under way, one to book, one still to open. */
export function aroundToday(document: ReglementDocument, today: Day): ReglementDocument {
  const holidays = standingPeriods(periodsAround(document, 'vacances', today, everyDay), today).map(
    ({ period, standing }) => windowOf(holidayName(document, period), period, standing, today),
  );
  const wednesdays = standingPeriods(
    periodsAround(document, 'mercredi', today, wednesdaysOfAPeriod),
    today,
  ).map(({ period, standing }) =>
    // What has begun can still be booked, day by day, to its limit.
    windowOf(
      monthsOf(period, 'Mercredis'),
      period,
      standing === 'closed' ? 'open' : standing,
      today,
    ),
  );
  return withWindows(withWindows(document, 'vacances', holidays), 'mercredi', wednesdays);
}

function windowOf(label: string, sessions: Period, standing: Standing, today: Day): BookingWindow {
  const begun = sessions.from <= today;
  const opensOn = begun
    ? addDays(sessions.from, -40)
    : addDays(today, standing === 'open' ? -9 : 8);
  const closesOn = addDays(sessions.from, -8);
  return {
    code: `periode-${sessions.from}`,
    label,
    sessions,
    opens: moment(opensOn, '09:00'),
    closes: standing === 'closed' ? moment(closesOn, '18:00') : null,
    staggered: [],
  };
}

function holidayName({ calendar }: ReglementDocument, { from }: Period): string {
  const holiday = schoolHolidays(calendar.schoolZone).find(
    (one) => one.from <= from && from <= one.until,
  );
  return holiday?.name.replace("'", '’') ?? 'Vacances';
}
