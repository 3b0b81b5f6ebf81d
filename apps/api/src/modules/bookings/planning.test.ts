import { explain } from '@preau/domain/explain/explain';
import type { Reason } from '@preau/domain/explain/reasons';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { readTown } from '@preau/reglement/read-town';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { declareClosure, openSessions } from '../activities/activities.public.ts';
import { newChild, newHousehold } from '../households/households.factory.ts';
import {
  openTestTown,
  sessionOf,
  signInEnrolled,
  signInSeparated,
  type TestTown,
  type WirePlanning,
} from './bookings.factory.ts';

const valDeLure = readTown('val-de-lure');

const week = '/api/family/planning?from=2026-11-16&until=2026-11-22';

describe('the planning', () => {
  let testApp: TestApp;
  let town: TestTown;
  beforeAll(async () => {
    testApp = await createTestApp();
    town = await openTestTown(testApp);
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(usualTestInstant));

  const cellOf = (planning: WirePlanning, unit: string, on: string) => {
    const row = planning.rows.find((candidate) => candidate.unit === unit);
    const index = row?.on.indexOf(on) ?? -1;
    if (!row || index < 0) throw new Error(`No cell ${unit} ${on}`);
    return {
      state: row.state[index],
      constraint: row.constraint[index],
      limitAt: row.limitAt[index],
      cents: row.cents[index],
      placesLeft: row.placesLeft[index],
      reasons: (row.reasons[index] ?? []).map((at) => planning.reasons[at] as Reason),
    };
  };

  test('shows each child, each unit of a week and what booking it would cost', async () => {
    const household = newHousehold({
      children: [newChild({ firstName: 'Léa' }), newChild({ firstName: 'Noé' })],
    });
    const { agent } = await signInEnrolled(testApp, town, household);
    const { body, status } = await agent.get(week);
    expect(status).toBe(200);
    const planning = body as WirePlanning;
    expect(planning.children.map(({ firstName }) => firstName).toSorted()).toEqual(['Léa', 'Noé']);
    expect(new Set(planning.rows.map(({ unit }) => unit))).toEqual(
      new Set([
        'matin',
        'soir',
        'repas',
        'etude',
        'mercredi-journee',
        'mercredi-matin-repas',
        'mercredi-apres-midi',
      ]),
    );
    expect(cellOf(planning, 'matin', '2026-11-19')).toMatchObject({
      state: null,
      constraint: 'free',
      limitAt: '2026-11-17T06:30:00.000Z',
      placesLeft: 10,
    });
    expect(cellOf(planning, 'matin', '2026-11-19').cents).toBeGreaterThan(0);
  });

  test('says of a day past its limit since when, and whom to contact', async () => {
    const { agent } = await signInEnrolled(testApp, town);
    const { body } = await agent.get(week);
    const cell = cellOf(body as WirePlanning, 'matin', '2026-11-17');
    expect(cell.constraint).toBe('staffOnly');
    const sentences = cell.reasons.map((reason) =>
      explain(reason, {
        timeZone: 'Europe/Paris',
        contact: {
          name: "l'ALSH",
          phone: '03 00 00 00 00',
          email: '',
          hours: 'du lundi au vendredi',
        },
        locale: 'fr',
      }),
    );
    expect(sentences.join(' ')).toMatch(
      /48\sh.*vendredi\s13\snovembre.*7\sh\s30.*03\s00\s00\s00\s00/s,
    );
  });

  test('changes its mind at the very instant of the limit', async () => {
    const { agent } = await signInEnrolled(testApp, town);
    testApp.clock.set(fromIso('2026-11-17T06:29:59.999Z'));
    const before = await agent.get(week);
    expect(cellOf(before.body as WirePlanning, 'matin', '2026-11-19').constraint).toBe('free');
    testApp.clock.set(fromIso('2026-11-17T06:30:00.000Z'));
    const after = await agent.get(week);
    expect(cellOf(after.body as WirePlanning, 'matin', '2026-11-19').constraint).toBe('staffOnly');
  });

  test('shows nothing to book for a child who is not enrolled', async () => {
    const other = await openTestTown(testApp);
    const { agent } = await signInEnrolled(testApp, other, newHousehold({ children: [] }));
    const { body } = await agent.get(week);
    expect(body).toMatchObject({ children: [], rows: [] });
  });

  test('shows the school holidays and public holidays of the range by name', async () => {
    const { agent } = await signInEnrolled(testApp, town);
    const { body } = await agent.get('/api/family/planning?from=2026-12-21&until=2026-12-25');
    expect((body as WirePlanning).days).toEqual([
      { on: '2026-12-21', kind: 'schoolHoliday', label: expect.stringContaining('Noël') },
      { on: '2026-12-22', kind: 'schoolHoliday', label: expect.stringContaining('Noël') },
      { on: '2026-12-23', kind: 'schoolHoliday', label: expect.stringContaining('Noël') },
      { on: '2026-12-24', kind: 'schoolHoliday', label: expect.stringContaining('Noël') },
      { on: '2026-12-25', kind: 'publicHoliday', label: expect.stringContaining('Noël') },
    ]);
  });

  test('shows at once a closure that was declared since it was last read', async () => {
    const closing = await openTestTown(testApp);
    const { agent } = await signInEnrolled(testApp, closing);
    const before = await agent.get(week);
    expect(cellOf(before.body as WirePlanning, 'repas', '2026-11-20').constraint).toBe('free');
    await transaction(testApp.database, closing.organisation.id, async (tx) => {
      const label = "Fête de l'école";
      const on = day('2026-11-20');
      await declareClosure(tx, {
        from: on,
        until: on,
        label,
        facilityId: null,
        activityCode: null,
      });
      const { places } = closing.facility;
      await openSessions(tx, { document: valDeLure, places, from: day('2026-11-16') });
    });
    const after = await agent.get(week);
    expect(cellOf(after.body as WirePlanning, 'repas', '2026-11-20')).toMatchObject({
      constraint: 'closed',
      reasons: [{ code: 'closed', label: "Fête de l'école" }],
    });
  });

  test('crosses two school years without mixing their enrolments', async () => {
    const { agent } = await signInEnrolled(testApp, town);
    const { body } = await agent.get('/api/family/planning?from=2026-08-24&until=2026-09-06');
    const days = (body as WirePlanning).rows.flatMap(({ on }) => on);
    expect(days.length).toBeGreaterThan(0);
    expect(days.every((on) => on >= '2026-09-01')).toBe(true);
  });

  test('tells a day booked by the other household of a child, without letting it be changed', async () => {
    const shared = newChild({ firstName: 'Sasha' });
    const [one, other] = await signInSeparated(testApp, town, shared);
    const sessionId = await sessionOf(testApp, town, 'repas', '2026-12-03');
    const changes = [{ childId: shared.id, sessionId, action: 'add' }];
    const cart = await one.agent.put('/api/family/cart').send({ changes });
    await one.agent
      .post('/api/family/cart/confirm')
      .set('idempotency-key', 'shared-child-1')
      .send({ revision: cart.body.revision })
      .expect(200);
    const range = '/api/family/planning?from=2026-12-03&until=2026-12-03';
    const seen = cellOf((await other.agent.get(range)).body as WirePlanning, 'repas', '2026-12-03');
    expect(seen).toMatchObject({
      state: 'confirmed',
      constraint: 'staffOnly',
      reasons: [{ code: 'otherHousehold' }],
    });
    const removal = await other.agent
      .put('/api/family/cart')
      .send({ changes: [{ childId: shared.id, sessionId, action: 'remove' }] });
    expect(removal.body.lines).toMatchObject([
      { outcome: 'staffOnly', cents: 0, reasons: [{ code: 'otherHousehold' }] },
    ]);
  });

  test.for([
    ['2026-11-16', '2026-12-28', 'more than six weeks'],
    ['2026-11-22', '2026-11-16', 'the wrong way round'],
    ['2026-02-30', '2026-03-01', 'a day that does not exist'],
  ])('refuses a range from %s until %s: %s', async ([from, until]) => {
    const { agent } = await signInEnrolled(testApp, town);
    const { status, body } = await agent.get(`/api/family/planning?from=${from}&until=${until}`);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'invalid', errors: [{ code: 'range' }] });
  });
});
