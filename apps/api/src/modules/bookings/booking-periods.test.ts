import type { ActivityRules, BookingWindow, Opening } from '@preau/domain/reglement/document';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { readTown } from '@preau/reglement/read-town';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { signInAgent } from '../../testing/test-people.ts';
import { newChild, newHousehold } from '../households/households.factory.ts';
import type { bookingPeriodsSchema } from './booking-periods.schemas.ts';
import { openTestTown, signInEnrolled, type WirePlanning } from './bookings.factory.ts';

const valDeLure = readTown('val-de-lure');

type BookingPeriods = z.infer<typeof bookingPeriodsSchema>;

const moment = (text: string) => ({ on: day(text.slice(0, 10)), at: text.slice(11) });
const christmas: BookingWindow = {
  code: 'noel',
  label: 'Vacances de Noël',
  sessions: { from: day('2026-12-19'), until: day('2027-01-03') },
  opens: moment('2026-11-10 09:00'),
  closes: moment('2026-12-04 18:00'),
  staggered: [],
};
const winter: BookingWindow = {
  ...christmas,
  code: 'hiver',
  label: 'Vacances d’hiver',
  sessions: { from: day('2027-02-13'), until: day('2027-02-28') },
  opens: moment('2027-01-12 09:00'),
  closes: null,
  staggered: [{ group: 'elementaire', opens: moment('2027-01-14 09:00') }],
};
const autumn: BookingWindow = {
  ...christmas,
  code: 'toussaint',
  label: 'Vacances de la Toussaint',
  sessions: { from: day('2026-10-17'), until: day('2026-11-01') },
  opens: moment('2026-09-15 09:00'),
  closes: moment('2026-10-02 18:00'),
};

const openings: Readonly<Record<string, Opening>> = {
  vacances: { kind: 'windows', windows: [winter, christmas, autumn] },
  periscolaire: {
    kind: 'precedingMonth',
    day: 5,
    at: '00:00',
    staggered: [{ group: 'elementaire', day: 1 }],
  },
  etude: { kind: 'announced' },
};
const withOpening = (activity: ActivityRules): ActivityRules => ({
  ...activity,
  opening: openings[activity.code] ?? activity.opening,
});
const document = { ...valDeLure, activities: valDeLure.activities.map(withOpening) };

describe('the periods to book in', () => {
  let testApp: TestApp;
  let read: (at?: string) => Promise<BookingPeriods['items']>;
  let readPlanning: (from: string, until: string) => Promise<WirePlanning>;
  const lea = newChild({ firstName: 'Léa' });
  beforeAll(async () => {
    testApp = await createTestApp();
    const town = await openTestTown(testApp, { document });
    const { email } = await signInEnrolled(testApp, town, newHousehold({ children: [lea] }));
    // A session does not last from November to February.
    const signIn = () => signInAgent(testApp, town.organisation, 'family', email);
    read = async (at) => {
      if (at !== undefined) testApp.clock.set(fromIso(at));
      const agent = await signIn();
      const { body } = await agent.get('/api/family/booking-periods').expect(200);
      return (body as BookingPeriods).items;
    };
    readPlanning = async (from, until) => {
      const path = `/api/family/planning?from=${from}&until=${until}`;
      return (await (await signIn()).get(path).expect(200)).body;
    };
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(usualTestInstant));

  const of = (items: BookingPeriods['items'], activity: string) =>
    items.filter((item) => item.activity.code === activity);

  test('are the windows of the règlement, those over left out, in the order of their days', async () => {
    const holidays = of(await read(), 'vacances');
    expect(holidays).toEqual([
      {
        code: 'noel',
        label: 'Vacances de Noël',
        activity: { code: 'vacances', label: 'Vacances' },
        facility: 'École de la Source',
        from: '2026-12-19',
        until: '2027-01-03',
        state: 'open',
        opensAt: '2026-11-10T08:00:00.000Z',
        closesAt: '2026-12-04T17:00:00.000Z',
        childIds: [lea.id],
        days: 8,
        daysFull: 0,
      },
      expect.objectContaining({ code: 'hiver', state: 'notYet' }),
    ]);
  });

  test('open at the minute of the turn of the age group, not of the others', async () => {
    const states = async (at: string) =>
      of(await read(at), 'vacances').find(({ code }) => code === 'hiver');
    expect(await states('2027-01-12T08:00:00.000Z')).toMatchObject({
      state: 'notYet',
      opensAt: '2027-01-14T08:00:00.000Z',
    });
    expect(await states('2027-01-14T07:59:59.999Z')).toMatchObject({ state: 'notYet' });
    expect(await states('2027-01-14T08:00:00.000Z')).toMatchObject({ state: 'open' });
  });

  test('close at the minute of the window, and are told closed while their days are to come', async () => {
    const states = async (at: string) =>
      of(await read(at), 'vacances').find(({ code }) => code === 'noel')?.state;
    expect(await states('2026-12-04T16:59:59.999Z')).toBe('open');
    expect(await states('2026-12-04T17:00:00.000Z')).toBe('closed');
    expect(await states('2026-12-31T12:00:00.000Z')).toBe('closed');
    expect(await states('2027-01-06T12:00:00.000Z')).toBeUndefined();
  });

  test('a window that never closes ends with the last limit of its days', async () => {
    // The last day of winter is Friday 26 February; five working days before ends on the 19th.
    const last = async (at: string) =>
      of(await read(at), 'vacances').find(({ code }) => code === 'hiver');
    expect(await last('2027-02-01T12:00:00.000Z')).toMatchObject({
      state: 'open',
      closesAt: '2027-02-19T23:00:00.000Z',
      days: 10,
    });
    expect(await last('2027-02-17T12:00:00.000Z')).toMatchObject({ state: 'open', days: 3 });
    expect(await last('2027-02-19T23:00:00.000Z')).toMatchObject({ state: 'closed', days: 0 });
  });

  test('are months where a month opens by the one before', async () => {
    const months = of(await read(), 'periscolaire');
    expect(months.slice(0, 3)).toMatchObject([
      { code: '2026-11', label: 'Novembre 2026', state: 'open' },
      { code: '2026-12', label: 'Décembre 2026', state: 'open', from: '2026-12-01' },
      { code: '2027-01', label: 'Janvier 2027', state: 'notYet', until: '2027-01-31' },
    ]);
    expect(months[1]?.opensAt).toBe('2026-10-31T23:00:00.000Z');
  });

  test('are one where nothing is announced', async () => {
    expect(of(await read(), 'etude')).toMatchObject([
      { code: 'etude', state: 'notAnnounced', opensAt: null, closesAt: null },
    ]);
  });

  test('are months that are all open where nothing is said', async () => {
    const months = of(await read(), 'restauration');
    expect(new Set(months.map(({ state }) => state))).toEqual(new Set(['open']));
    expect(months.at(-1)).toMatchObject({ code: '2027-07', from: '2027-07-01' });
  });

  test.each([
    '2026-11-16T08:00:00.000Z',
    '2026-12-04T16:59:59.999Z',
    '2026-12-04T17:00:00.000Z',
    '2026-12-11T23:00:00.000Z',
  ])('agree with the planning, at %s', async (at) => {
    const [period] = of(await read(at), 'vacances');
    const { rows } = await readPlanning('2026-12-19', '2027-01-03');
    const row = rows.find(({ activity }) => activity === 'vacances');
    const free = row?.constraint.filter((constraint) => constraint === 'free').length;
    expect(period?.code).toBe('noel');
    expect(free).toBe(period?.state === 'open' ? period.days : 0);
    expect(row?.constraint.length).toBeGreaterThan(5);
  });

  test('a household without enrolments has none', async () => {
    const town = await openTestTown(testApp, { document });
    const { agent } = await signInEnrolled(testApp, town, newHousehold({ children: [] }));
    expect((await agent.get('/api/family/booking-periods')).body.items).toEqual([]);
  });
});

describe('places of a period', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  test('days without any place are counted', async () => {
    const town = await openTestTown(testApp, { document, capacity: 0 });
    const { agent } = await signInEnrolled(testApp, town);
    const { body } = await agent.get('/api/family/booking-periods').expect(200);
    const [period] = (body as BookingPeriods).items.filter(({ code }) => code === 'noel');
    expect(period).toMatchObject({ state: 'open', days: 8, daysFull: 8 });
  });
});
