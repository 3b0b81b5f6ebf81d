import { compileCalendar } from '@preau/domain/calendar/calendar';
import { planSessions } from '@preau/domain/calendar/plan-sessions';
import { knownFrom, knownUntil } from '@preau/domain/calendar/school-holidays';
import { compileReglement } from '@preau/domain/reglement/compile';
import { addDays, type Day, day, mondayOf } from '@preau/domain/time/day';
import { instantAt } from '@preau/domain/time/instant';
import { readTown } from '@preau/reglement/read-town';
import { describe, expect, test } from 'vitest';
import { type DayPlan, planShowDays, type Role } from './plan-show-days.ts';

const valDeLure = readTown('val-de-lure');

const from = knownFrom('A');
const until = knownUntil('A');
const reglement = compileReglement(valDeLure);
const leadUnits = [
  'soir',
  'mercredi-journee',
  'mercredi-matin-repas',
  'mercredi-apres-midi',
  'vacances-journee',
];
const school = ['periscolaire', 'restauration', 'etude'];

/** What a family of the demonstration sees three weeks back and three weeks ahead. */
const ahead: readonly (Role | 'closed')[] = [
  'booked',
  'full',
  'closed',
  'free',
  'waited',
  'waitedBehind',
  'offered',
  'cancelled',
];
const tooLate: readonly Role[] = ['lateByStaff', 'cancelledLate', 'lateBooked', 'lateFree'];
const behind: readonly Role[] = ['attendedLate', 'missed', 'missedCancellation'];

const sessions = planSessions({
  calendar: compileCalendar(valDeLure.calendar, []),
  activities: valDeLure.activities.map(({ code, kind, units }) => ({
    code,
    kind,
    facilityId: school.includes(code) ? 'school' : 'centre',
    units,
    groups: ['elementaire'],
  })),
  from,
  until,
}).map(({ facilityId, unitCode: unit, on }) => ({ facilityId, unit, on }));

/** Roles to be seen on a planning in the three weeks before and after. */
function rolesSeen(today: Day, time: string): Set<Role | 'closed'> {
  const now = instantAt(today, time, valDeLure.calendar.timeZone);
  const first = addDays(today, -21);
  const last = addDays(today, 21);
  const seen = new Set<Role | 'closed'>();
  // As the demonstration is written: eight weeks behind, six weeks ahead.
  const known = sessions.filter(
    ({ on }) => on >= addDays(mondayOf(today), -56) && on <= addDays(mondayOf(today), 48),
  );
  const here = (key: string) => known.filter(({ facilityId }) => facilityId === key);
  const plans = planShowDays(
    [
      { key: 'school', sessions: here('school'), closes: false },
      { key: 'centre', sessions: here('centre'), closes: true },
    ],
    { reglement, now, leadUnits },
  );
  for (const [on, plan] of [...plans.values()].flatMap((one) => [...one])) {
    if (on >= first && on <= last) for (const role of rolesOf(plan)) seen.add(role);
  }
  // Study closes on the next day of class.
  const next = here('school').find(({ on }) => on > today)?.on;
  if (next !== undefined && next <= last) seen.add('closed');
  return seen;
}

function rolesOf(plan: DayPlan): (Role | 'closed')[] {
  return plan === 'closed' ? [plan] : Object.values(plan);
}

function everyDay(): Day[] {
  const days: Day[] = [];
  for (let on = from; on <= until; on = addDays(on, 1)) days.push(on);
  return days;
}

describe('the days of the demonstration', () => {
  const everything = [...ahead, ...tooLate, ...behind];
  const lacking = (today: Day, time: string) => {
    const seen = rolesSeen(today, time);
    return everything.filter((role) => !seen.has(role));
  };

  test.each(['00:05', '11:00', '23:55'])(
    'show every state, whatever the day of the known calendar, at %s',
    (time) => {
      // Nothing is behind the first days that are known, and too little ahead of the last ones.
      const days = everyDay().filter((on) => on > addDays(from, 1) && on < addDays(until, -13));
      expect(days.length).toBeGreaterThan(700);
      const missing = days.flatMap((today) => {
        const roles = lacking(today, time);
        return roles.length === 0 ? [] : [`${today}: ${roles.join(' ')}`];
      });
      expect(missing).toEqual([]);
    },
  );

  test('show what there is on the first and on the last day of the known calendar', () => {
    expect(lacking(from, '11:00')).toEqual(behind);
    expect(lacking(until, '11:00')).toEqual([...ahead, 'lateBooked', 'lateFree']);
  });

  test('are the same for the same day, and leave most days to habits', () => {
    const showing = {
      reglement,
      now: instantAt(day('2026-11-16'), '09:00', 'Europe/Paris'),
      leadUnits,
    };
    const term = sessions.filter(({ on }) => on >= '2026-09-21' && on <= '2027-01-03');
    const sites = ['school', 'centre'].map((key) => ({
      key,
      sessions: term.filter(({ facilityId }) => facilityId === key),
      closes: key === 'centre',
    }));
    const plans = planShowDays(sites, showing);
    expect(planShowDays(sites, showing)).toEqual(plans);
    const school = plans.get('school');
    expect(school?.get(day('2026-11-19'))).toEqual({ maternelle: 'booked', elementaire: 'booked' });
    expect(school?.get(day('2026-11-20'))).toEqual({ maternelle: 'full', elementaire: 'full' });
    expect(school?.size).toBeLessThan(15);
  });
});
