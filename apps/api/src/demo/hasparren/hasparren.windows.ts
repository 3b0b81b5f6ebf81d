import type { BookingWindow, ReglementDocument } from '@preau/domain/reglement/document';
import { schoolHolidays } from '@preau/domain/calendar/school-holidays';
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

/** Windows as its news has them, around today: one closed, one open, one that opens soon. */
export function aroundToday(document: ReglementDocument, today: Day): ReglementDocument {
  const windows = (activity: string, mostDays: number, labelOf: (period: Period) => string) =>
    standingPeriods(periodsAround(document, activity, today, mostDays), today).map(
      ({ period, standing }) => windowOf(labelOf(period), period, standing, today),
    );
  const wednesdays = windows('mercredi', wednesdaysOfAPeriod, (period) =>
    monthsOf(period, 'Mercredis'),
  );
  const holidays = windows(
    'vacances',
    everyDay,
    ({ from }) =>
      schoolHolidays(document.calendar.schoolZone)
        .find((one) => one.from <= from && from <= one.until)
        ?.name.replace("'", '’') ?? 'Vacances',
  );
  return withWindows(withWindows(document, 'mercredi', wednesdays), 'vacances', holidays);
}

function windowOf(label: string, sessions: Period, standing: Standing, today: Day): BookingWindow {
  const { opens, closes } = spanOf(sessions, standing, today);
  return {
    code: `periode-${sessions.from}`,
    label,
    sessions,
    opens: moment(opens, '08:00'),
    closes: moment(closes, '24:00'),
    // The eldest one day later: a morning for each group.
    staggered:
      standing === 'future'
        ? [{ group: 'elementaire', opens: moment(addDays(opens, 1), '08:00') }]
        : [],
  };
}

function spanOf({ from }: Period, standing: Standing, today: Day) {
  switch (standing) {
    case 'closed':
      return { opens: addDays(from, -34), closes: addDays(from, -24) };
    case 'open':
      return { opens: addDays(today, -8), closes: addDays(today, 6) };
    case 'future':
      return { opens: addDays(today, 9), closes: addDays(today, 20) };
  }
}
