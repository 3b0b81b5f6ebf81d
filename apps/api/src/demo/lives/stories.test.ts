import { Faker, fr } from '@faker-js/faker';
import { compileCalendar } from '@preau/domain/calendar/calendar';
import { planSessions } from '@preau/domain/calendar/plan-sessions';
import { knownFrom, knownUntil } from '@preau/domain/calendar/school-holidays';
import { compileReglement } from '@preau/domain/reglement/compile';
import { addDays, type Day, day, mondayOf, schoolYearOf } from '@preau/domain/time/day';
import { instantAt } from '@preau/domain/time/instant';
import { describe, expect, test } from 'vitest';
import type { DemoBooking, OpenSession } from '../demo-bookings.ts';
import { enrolEverybody } from '../enrolments.ts';
import { promised, type RegimeTown, regimeTowns } from '../promised-states.ts';
import { Seats } from '../seats.ts';
import { ageGroups, type DemoTown } from '../town.ts';
import { tellStories } from './live-town.ts';

const seed = 7;
/** Behind and ahead, as the demonstration is written. */
const span = { behind: 56, ahead: 118 };

/** The turns of the families made to be looked at, on the first start on a day. */
function storiesOn(slug: RegimeTown, today: Day): DemoBooking[] {
  const faker = new Faker({ locale: [fr], seed });
  const town = regimeTowns[slug](faker, today, 0);
  const children = [...new Set(town.households.flatMap((household) => household.children))];
  const offered = offeredBy(town);
  const years = [today, addDays(today, 365), addDays(today, -365)].map(schoolYearOf);
  const codeOf = new Map(offered.map(({ id, code }) => [id, code]));
  const enrolments = enrolEverybody(children, offered, town.document, years).filter(
    ({ childId, activityId }) =>
      !town.enrolments?.some(
        (one) => one.childId === childId && one.activity === codeOf.get(activityId),
      ),
  );
  return tellStories({
    town,
    sessions: sessionsOf(town, today),
    children,
    enrolments,
    reglement: compileReglement(town.document),
    seats: new Seats(
      (key, group, part) =>
        town.facilities.find((facility) => facility.key === key)?.places[part]?.[
          group === 'maternelle' ? 'maternelle' : 'elementaire'
        ] ?? 0,
    ),
    now: instantAt(today, '11:00', town.document.calendar.timeZone),
    faker,
  });
}

function offeredBy({ facilities }: DemoTown) {
  return facilities.flatMap((facility) =>
    facility.activities.map((code) => ({ id: `${facility.key} ${code}`, code, facility })),
  );
}

function sessionsOf(town: DemoTown, today: Day): OpenSession[] {
  const { document } = town;
  const activities = offeredBy(town).flatMap(({ id, code, facility }) =>
    document.activities
      .filter((activity) => activity.code === code)
      .map(({ kind, units }) => ({
        code: id,
        kind,
        units,
        facilityId: facility.key,
        groups: ageGroups.map((group) => group.code),
      })),
  );
  const planned = planSessions({
    calendar: compileCalendar(document.calendar, []),
    activities,
    from: addDays(mondayOf(today), -span.behind),
    until: addDays(mondayOf(today), span.ahead),
  });
  return planned.map(({ activityCode, unitCode, facilityId, group, on, parts }, at) => ({
    id: String(at),
    activityId: activityCode,
    activityLabel: activityCode,
    unit: unitCode,
    unitLabel: unitCode,
    facilityId,
    group: group === 'maternelle' ? 'maternelle' : 'elementaire',
    on,
    parts,
  }));
}

/** Where the calendar leaves no room: nothing is over yet, or nothing of it can be booked. */
const noRoom: Readonly<Record<RegimeTown, (on: Day) => boolean>> = {
  fondespierre: () => false,
  // Two months without school are behind.
  hasparren: (on) => on >= '2026-08-31' && on <= '2026-09-02',
  'espace-famille': (on) => on >= '2026-08-31' && on <= '2026-09-02',
  // In July one books August, when there is none; of early August nothing is answered yet.
  lapalud: (on) => on >= '2026-07-01' && on <= '2026-08-02',
};

/** Not a divisor of a week or a month: each of their days has its turn. */
const everyNthDay = 11;

describe.each(Object.keys(regimeTowns) as RegimeTown[])('the families of %s', (slug) => {
  test('show every state it promises, whatever the day of the known calendar', () => {
    const lacking: string[] = [];
    let looked = 0;
    // Nothing is behind the first days that are known, and too little ahead of the last ones.
    const last = addDays(knownUntil('A'), -75);
    for (let on = addDays(knownFrom('A'), 75); on <= last; on = addDays(on, everyNthDay)) {
      if (noRoom[slug](on)) continue;
      looked += 1;
      const seen = new Set(storiesOn(slug, on).map(({ state }) => state));
      const missing = promised[slug].filter((state) => !seen.has(state));
      if (missing.length > 0) lacking.push(`${on}: ${missing.join(' ')}`);
    }
    expect(lacking).toEqual([]);
    expect(looked).toBeGreaterThan(45);
  });

  test('show no state it does not promise but those of every town', () => {
    const seen = new Set(storiesOn(slug, day('2026-11-21')).map(({ state }) => state));
    expect([...seen].filter((state) => !promised[slug].includes(state))).toEqual([]);
  });
});
