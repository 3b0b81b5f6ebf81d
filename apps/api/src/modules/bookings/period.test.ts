import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { declareClosure, openSessions } from '../activities/activities.public.ts';
import { newChild, newHousehold } from '../households/households.factory.ts';
import { readTown } from '@preau/reglement/read-town';
import {
  openTestTown,
  signInEnrolled,
  signInSeparated,
  type TestTown,
} from './bookings.factory.ts';
import {
  cartOf,
  confirm,
  draft,
  preview,
  tuesday,
  type WirePeriodPreview,
} from './period.factory.ts';

const valDeLure = readTown('val-de-lure');

const nothing = { done: 0, waiting: 0, full: 0, late: 0, already: 0, excluded: 0 };

describe('a period', () => {
  let testApp: TestApp;
  let town: TestTown;
  beforeAll(async () => {
    testApp = await createTestApp();
    town = await openTestTown(testApp);
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(usualTestInstant));

  const told = ({ lines }: WirePeriodPreview) => lines.map(({ on, result }) => [on, result]);
  const codesOn = ({ lines }: WirePeriodPreview, on: string) =>
    lines
      .filter((line) => line.on === on)
      .flatMap(({ reasons }) => reasons.map(({ code }) => code));

  test('goes through Christmas and the new year, and says which days have no session and why', async () => {
    const parent = await signInEnrolled(testApp, town);
    const christmas = await preview(parent);
    expect(told(christmas)).toEqual([
      ['2026-11-24', 'done'],
      ['2026-12-01', 'done'],
      ['2026-12-08', 'done'],
      ['2026-12-15', 'done'],
      ['2026-12-22', 'excluded'],
      ['2026-12-29', 'excluded'],
      ['2027-01-05', 'done'],
      ['2027-01-12', 'done'],
    ]);
    expect(christmas.counts).toEqual({ ...nothing, done: 6, excluded: 2 });
    expect(christmas.totalCents).toBe(6 * 280);
    expect(codesOn(christmas, '2026-12-22')).toEqual(['schoolHoliday']);
    expect(christmas.lines[4]).toMatchObject({ sessionId: null, facility: 'École de la Source' });
    expect(christmas.stops).toBeNull();
  });

  test('names public holidays and bridges, and keeps the clock time of limits over the spring forward', async () => {
    const parent = await signInEnrolled(testApp, town);
    const entries = [1, 2, 4, 5].map((weekday) => ({ unit: 'matin', weekday }));
    const spring = await preview(parent, { entries, from: '2027-03-22', until: '2027-04-02' });
    expect(codesOn(spring, '2027-03-29')).toEqual(['publicHoliday']);
    const limitOn = (on: string) => spring.lines.find((line) => line.on === on)?.limitAt;
    expect(limitOn('2027-03-30')).toBe('2027-03-25T06:30:00.000Z');
    expect(limitOn('2027-04-01')).toBe('2027-03-30T05:30:00.000Z');
    const may = await preview(parent, { entries, from: '2027-05-03', until: '2027-05-09' });
    expect(codesOn(may, '2027-05-06')).toEqual(['publicHoliday']);
    expect(codesOn(may, '2027-05-07')).toEqual(['schoolHoliday']);
  });

  test('tells a closure of the town by its label', async () => {
    const closing = await openTestTown(testApp);
    const parent = await signInEnrolled(testApp, closing);
    await transaction(testApp.database, closing.organisation.id, async (tx) => {
      const on = day('2026-12-01');
      const everywhere = { facilityId: null, activityCode: null };
      await declareClosure(tx, { from: on, until: on, label: 'Travaux', ...everywhere });
      const { places } = closing.facility;
      await openSessions(tx, { document: valDeLure, places, from: day('2026-11-16') });
    });
    const said = await preview(parent, { until: '2026-12-08' });
    expect(said.counts).toEqual({ ...nothing, done: 2, excluded: 1 });
    expect(said.lines[1]?.reasons).toEqual([{ code: 'closed', label: 'Travaux' }]);
  });

  test('stops with the published school calendar, and says at which day', async () => {
    const parent = await signInEnrolled(testApp, town);
    const beyond = await preview(parent, { from: '2027-06-22', until: '2027-10-05' });
    expect(beyond.stops).toEqual({
      on: '2027-08-31',
      reasons: [{ code: 'calendarUnknown', after: '2027-08-31' }],
    });
    expect(beyond.lines.map(({ on }) => on).at(-1)).toBe('2027-08-31');
    expect(beyond.counts).toEqual({ ...nothing, done: 2, excluded: 9 });
    const wholly = await preview(parent, { from: '2027-09-07', until: '2027-10-05' });
    expect(wholly).toMatchObject({ lines: [], stops: { on: '2027-08-31' } });
  });

  test('tells apart the days that are too late, and those of the past', async () => {
    const parent = await signInEnrolled(testApp, town);
    const said = await preview(parent, { from: '2026-11-10', until: '2026-11-24' });
    expect(told(said)).toEqual([
      ['2026-11-10', 'late'],
      ['2026-11-17', 'late'],
      ['2026-11-24', 'done'],
    ]);
    expect(codesOn(said, '2026-11-10')).toEqual(['sessionOver']);
    expect(codesOn(said, '2026-11-17')).toContain('limitPassed');
    expect(said.totalCents).toBe(280);
  });

  test('drafts what its preview said, having written nothing before', async () => {
    const parent = await signInEnrolled(testApp, town);
    const said = await preview(parent);
    expect(await cartOf(parent)).toMatchObject({ revision: 0, lines: [] });
    const { cart, changes } = await draft(parent);
    const promised = said.lines.filter(({ result }) => result === 'done');
    const cell = ({
      childId,
      sessionId,
      action,
    }: {
      childId: string;
      sessionId: string | null;
      action: string | null;
    }) => ({ childId, sessionId, action });
    expect(changes.map(cell)).toEqual(promised.map(cell));
    expect(changes.every(({ previous }) => previous === null)).toBe(true);
    expect(cart.lines.map(cell)).toEqual(promised.map(cell));
    expect(cart.totalCents).toBe(said.totalCents);
    expect(await cartOf(parent)).toEqual(cart);
  });

  test('asked again says that all is there already, and changes nothing', async () => {
    const parent = await signInEnrolled(testApp, town);
    const { cart } = await draft(parent);
    const again = await draft(parent);
    expect(again.changes).toEqual([]);
    expect(again.cart.lines).toEqual(cart.lines);
    const said = await preview(parent);
    expect(said).toMatchObject({ totalCents: 0, counts: { ...nothing, already: 6, excluded: 2 } });
    await confirm(parent, again.cart);
    const booked = await preview(parent);
    expect(booked).toMatchObject({
      totalCents: 0,
      counts: { ...nothing, already: 6, excluded: 2 },
    });
    expect(codesOn(booked, '2026-12-01')).toEqual(['alreadyBooked']);
  });

  test('gives back what is booked, is silent on what is not, and tells what is too late', async () => {
    const parent = await signInEnrolled(testApp, town);
    const { cart } = await draft(parent, { until: '2026-12-08' });
    await confirm(parent, cart);
    testApp.clock.set(fromIso('2026-11-24T08:00:00.000Z'));
    const said = await preview(parent, { action: 'remove' });
    expect(told(said)).toEqual([
      ['2026-11-24', 'late'],
      ['2026-12-01', 'done'],
      ['2026-12-08', 'done'],
    ]);
    expect(said.totalCents).toBe(-2 * 280);
    const removal = await draft(parent, { action: 'remove' });
    expect(removal.cart.lines.map(({ on, action }) => [on, action])).toEqual([
      ['2026-12-01', 'remove'],
      ['2026-12-08', 'remove'],
    ]);
  });

  test('takes its opposite out of the draft, and can itself be taken back whole', async () => {
    const parent = await signInEnrolled(testApp, town);
    const { cart: first } = await draft(parent, { until: '2026-12-01' });
    await confirm(parent, first);
    await draft(parent, { action: 'remove', until: '2026-11-24' });
    const before = await draft(parent, { from: '2026-12-08', until: '2026-12-08' });
    const said = await preview(parent, { until: '2026-12-15' });
    expect(told(said)).toEqual([
      ['2026-11-24', 'done'],
      ['2026-12-01', 'already'],
      ['2026-12-08', 'already'],
      ['2026-12-15', 'done'],
    ]);
    expect(said.lines[0]).toMatchObject({ action: 'add', cents: 280 });
    const { cart, changes } = await draft(parent, { until: '2026-12-15' });
    expect(changes.map(({ previous, action }) => [previous, action])).toEqual([
      ['remove', null],
      [null, 'add'],
    ]);
    expect(cart.totalCents - before.cart.totalCents).toBe(said.totalCents);
    const back = changes.map(({ childId, sessionId, previous: action }) => ({
      childId,
      sessionId,
      action,
    }));
    const undone = await parent.agent.put('/api/family/cart').send({ changes: back.toReversed() });
    expect(undone.body.lines).toEqual(before.cart.lines);
  });

  test('counts siblings against the same last place, and puts who finds none in the list if asked to', async () => {
    const small = await openTestTown(testApp, { capacity: 1 });
    const household = newHousehold({ children: [newChild(), newChild()] });
    const parent = await signInEnrolled(testApp, small, household);
    const entries = [0, 1].map((child) => ({ child, unit: 'soir', weekday: tuesday }));
    const one = { entries, from: '2026-12-01', until: '2026-12-01' };
    const said = await preview(parent, one);
    expect(said.counts).toEqual({ ...nothing, done: 1, full: 1 });
    expect(said.totalCents).toBe(280);
    const waiting = await draft(parent, { ...one, waitWhenFull: true });
    expect(new Set(waiting.changes.map(({ action }) => action))).toEqual(new Set(['add', 'wait']));
    const counts = (await preview(parent, { ...one, waitWhenFull: true })).counts;
    expect(counts).toEqual({ ...nothing, already: 2 });
  });

  test('leaves its place to whom the draft had given it: a sibling who waits comes after', async () => {
    const small = await openTestTown(testApp, { capacity: 1 });
    const household = newHousehold({ children: [newChild(), newChild()] });
    const parent = await signInEnrolled(testApp, small, household);
    const one = { from: '2026-12-01', until: '2026-12-01', waitWhenFull: true };
    const evening = (child: number) => [{ child, unit: 'soir', weekday: tuesday }];
    await draft(parent, { ...one, entries: evening(1) });
    const { cart } = await draft(parent, { ...one, entries: evening(0) });
    expect(cart.lines.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['wait', 'waitlisted'],
      ['add', 'accepted'],
    ]);
    const receipt = await confirm(parent, cart);
    expect(receipt.lines.map(({ result }) => result)).toEqual(['waitlisted', 'booked']);
  });

  test('turns a drafted day that became full into one that waits, where that is asked', async () => {
    const small = await openTestTown(testApp, { capacity: 1 });
    const [parent, other] = [
      await signInEnrolled(testApp, small),
      await signInEnrolled(testApp, small),
    ];
    const one = { from: '2026-12-01', until: '2026-12-01' };
    await draft(parent, one);
    await confirm(other, (await draft(other, one)).cart);
    expect((await preview(parent, one)).counts).toEqual({ ...nothing, full: 1 });
    const { changes } = await draft(parent, { ...one, waitWhenFull: true });
    expect(changes).toMatchObject([{ previous: 'add', action: 'wait' }]);
  });

  test('minds the units that exclude one another, in the draft and within itself', async () => {
    const parent = await signInEnrolled(testApp, town);
    const wednesday = (unit: string) => ({ unit, weekday: 3 });
    const one = { from: '2026-12-02', until: '2026-12-02' };
    const both = ['mercredi-journee', 'mercredi-apres-midi'].map(wednesday);
    const said = await preview(parent, { ...one, entries: both });
    expect(said.counts).toEqual({ ...nothing, done: 1, excluded: 1 });
    await draft(parent, { ...one, entries: [wednesday('mercredi-apres-midi')] });
    const clash = await preview(parent, { ...one, entries: [wednesday('mercredi-journee')] });
    expect(clash.counts).toEqual({ ...nothing, excluded: 1 });
    expect(codesOn(clash, '2026-12-02')).toEqual(['incompatibleUnit']);
  });

  test('says of a service a child is not enrolled in that it is so', async () => {
    const household = newHousehold({ children: [newChild({ firstName: 'Noé' })] });
    const elsewhere = await openTestTown(testApp);
    const parent = await signInEnrolled(testApp, elsewhere, household);
    await transaction(testApp.database, elsewhere.organisation.id, (tx) =>
      tx.orm.execute(
        `update enrolment set state = 'ended' where organisation_id = '${elsewhere.organisation.id}'
           and activity_id = '${elsewhere.facility.activities.get('etude') ?? ''}'`,
      ),
    );
    const entries = [
      { unit: 'etude', weekday: tuesday },
      { unit: 'soir', weekday: tuesday },
    ];
    const said = await preview(parent, { entries, from: '2026-12-01', until: '2026-12-01' });
    expect(said.counts).toEqual({ ...nothing, done: 1, excluded: 1 });
    expect(said.lines.find(({ unit }) => unit === 'etude')).toMatchObject({
      childFirstName: 'Noé',
      unitLabel: 'Étude dirigée',
      sessionId: null,
      facility: null,
      reasons: [{ code: 'notEnrolled', activity: 'Étude dirigée' }],
    });
  });

  test('gives back nothing that the other household of a child has booked', async () => {
    const shared = newChild();
    const [one, other] = await signInSeparated(testApp, town, shared);
    const household = newHousehold({ children: [shared] });
    const until = '2026-11-24';
    await confirm({ ...one, household }, (await draft({ ...one, household }, { until })).cart);
    const theirs = await preview({ ...other, household }, { until });
    expect(theirs.counts).toEqual({ ...nothing, already: 1 });
    const removal = await draft({ ...other, household }, { until, action: 'remove' });
    expect(removal.changes).toEqual([]);
    const refused = await preview({ ...other, household }, { until, action: 'remove' });
    expect([refused.counts.excluded, codesOn(refused, until)]).toEqual([1, ['otherHousehold']]);
  });
});
