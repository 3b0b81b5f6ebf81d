import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { newChild, newHousehold } from '../households/households.factory.ts';
import { openTestTown, signInEnrolled, type TestTown } from './bookings.factory.ts';
import { type AskedPeriod, cartOf, periodBody, preview } from './period.factory.ts';

describe('the limits of a period', () => {
  let testApp: TestApp;
  let town: TestTown;
  beforeAll(async () => {
    testApp = await createTestApp();
    town = await openTestTown(testApp);
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(usualTestInstant));

  const everything = (children: number) =>
    Array.from({ length: children }, (_, child) => [
      ...['matin', 'soir', 'repas', 'etude'].flatMap((unit) =>
        [1, 2, 4, 5].map((weekday) => ({ child, unit, weekday })),
      ),
      ...['mercredi-journee', 'mercredi-matin-repas', 'mercredi-apres-midi'].map((unit) => ({
        child,
        unit,
        weekday: 3,
      })),
    ]).flat();
  const year = { from: '2026-09-01', until: '2027-07-03' };

  test('takes at most 2,000 sessions at once', async () => {
    const household = newHousehold({ children: [newChild(), newChild(), newChild(), newChild()] });
    const parent = await signInEnrolled(testApp, town, household);
    const four = periodBody(parent, { ...year, entries: everything(4) });
    const { status, body } = await parent.agent.post('/api/family/planning/preview').send(four);
    expect([status, body.errors]).toEqual([
      422,
      [{ pointer: '/body/until', code: 'tooMany', message: 'At most 2,000 sessions at once' }],
    ]);
    const three = await preview(parent, { ...year, entries: everything(3) });
    expect(three.lines.length).toBeGreaterThan(1_500);
    expect(three.stops).toBeNull();
  });

  test.for<[string, AskedPeriod, string, string]>([
    ['the wrong way round', { from: '2026-12-02', until: '2026-12-01' }, '/body/until', 'range'],
    ['more than 400 days', { from: '2026-09-01', until: '2027-10-06' }, '/body/until', 'range'],
    ['a day that does not exist', { from: '2026-02-30' }, '/body/from', 'range'],
    [
      'before any règlement',
      { from: '2025-08-31', until: '2025-09-03' },
      '/body/from',
      'notGoverned',
    ],
    [
      'a unit nobody knows',
      {
        entries: [
          { unit: 'soir', weekday: 2 },
          { unit: 'poney', weekday: 2 },
        ],
      },
      '/body/entries/1/unit',
      'unknownUnit',
    ],
  ])('is refused with the place of the fault: %s', async ([, asked, pointer, code]) => {
    const parent = await signInEnrolled(testApp, town);
    for (const path of ['/api/family/planning/preview', '/api/family/cart/period']) {
      const { status, body } = await parent.agent.post(path).send(periodBody(parent, asked));
      expect([status, body.errors]).toMatchObject([422, [{ pointer, code }]]);
    }
    expect((await cartOf(parent)).revision).toBe(0);
  });

  test('of 400 days is the longest', async () => {
    const parent = await signInEnrolled(testApp, town);
    const said = await preview(parent, { from: '2026-09-01', until: '2027-10-05' });
    expect(said.stops?.on).toBe('2027-08-31');
  });
});
