import { day } from '@preau/domain/time/day';
import { readTown } from '@preau/reglement/read-town';
import { and, count, eq, gte, isNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction, type Tx, violatedConstraint } from '../../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../../testing/test-app.ts';
import { createTestOrganisation } from '../../../testing/test-people.ts';
import { writeTestFacility } from '../activities.factory.ts';
import { shiftSeats } from '../activities.public.ts';
import { seatPool, session } from '../activities.tables.ts';
import { declareClosure } from './declare-closure.ts';
import { offerActivity } from './offer-activity.ts';
import { openSessions } from './open-sessions.ts';

const valDeLure = readTown('val-de-lure');

const from = day('2026-11-16');
const monday = day('2026-11-23');
const document = valDeLure;

/** Resolves once `other` waits for a lock, or has ended without waiting. */
async function untilItWaits(tx: Tx, other: Promise<unknown>): Promise<void> {
  const ended = other.then(
    () => true,
    () => true,
  );
  for (let over = false; !over; over = await Promise.race([ended, Promise.resolve(false)])) {
    const { rows } = await tx.orm.execute<{ waiting: boolean }>(
      sql`select exists (select from pg_locks where not granted) as waiting`,
    );
    if (rows[0]?.waiting) return;
  }
}

describe('opening sessions', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  async function inTown<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { id } = await createTestOrganisation(testApp);
    return transaction(testApp.database, id, work);
  }

  const sessionsOn = (tx: Tx, on: string) =>
    tx.orm
      .select()
      .from(session)
      .where(and(eq(session.organisationId, tx.organisationId), eq(session.heldOn, on)));

  const poolsOn = (tx: Tx, on: string) =>
    tx.orm
      .select()
      .from(seatPool)
      .where(and(eq(seatPool.organisationId, tx.organisationId), eq(seatPool.heldOn, on)));

  test('gives each school day its units and places, to the end of the known calendar', async () => {
    await inTown(async (tx) => {
      const { places } = await writeTestFacility(tx, { codes: ['restauration'] });
      const { until } = await openSessions(tx, { document, places, from });
      expect(until).toBe('2027-08-31');
      expect(await sessionsOn(tx, monday)).toMatchObject([
        { ageGroup: 'elementaire', parts: ['lunch'], closedLabel: null },
      ]);
      expect(await poolsOn(tx, monday)).toMatchObject([{ part: 'lunch', capacity: 10, taken: 0 }]);
      expect(await sessionsOn(tx, '2026-11-25')).toEqual([]);
      expect(await sessionsOn(tx, '2027-07-06')).toEqual([]);
      const [last] = await tx.orm
        .select({ sessions: count() })
        .from(session)
        .where(
          and(eq(session.organisationId, tx.organisationId), gte(session.heldOn, '2027-07-02')),
        );
      expect(last?.sessions).toBe(1);
    });
  });

  test('draws the units of a Wednesday on the same places', async () => {
    await inTown(async (tx) => {
      const { places } = await writeTestFacility(tx, { codes: ['mercredi'] });
      await openSessions(tx, { document, places, from });
      expect(await sessionsOn(tx, '2026-11-25')).toHaveLength(3);
      expect((await poolsOn(tx, '2026-11-25')).map(({ part }) => part).toSorted()).toEqual([
        'afternoon',
        'lunch',
        'morning',
      ]);
    });
  });

  test('writes nothing the second time', async () => {
    await inTown(async (tx) => {
      const { places } = await writeTestFacility(tx, { codes: ['periscolaire', 'vacances'] });
      const first = await openSessions(tx, { document, places, from });
      expect(first.written).toBeGreaterThan(200);
      const second = await openSessions(tx, { document, places, from });
      expect(second).toMatchObject({ written: 0, closed: 0, pools: 0 });
    });
  });

  test('says why a closed day is closed, whether it was closed before or after the opening', async () => {
    await inTown(async (tx) => {
      const { id: facilityId, places } = await writeTestFacility(tx, { codes: ['restauration'] });
      const closed = { facilityId, activityCode: null, label: 'Grève' };
      await declareClosure(tx, { ...closed, from: monday, until: monday });
      await openSessions(tx, { document, places, from });
      const after = await declareClosure(tx, {
        ...closed,
        from: day('2026-11-24'),
        until: day('2026-11-26'),
      });
      expect(after).toBe(2);
      for (const on of [monday, '2026-11-24', '2026-11-26']) {
        expect(await sessionsOn(tx, on)).toMatchObject([{ closedLabel: 'Grève' }]);
      }
      expect(await openSessions(tx, { document, places, from })).toMatchObject({ written: 0 });
    });
  });

  test('closes only the activity and the facility it names', async () => {
    await inTown(async (tx) => {
      const here = await writeTestFacility(tx, { codes: ['restauration', 'etude'] });
      const there = await writeTestFacility(tx, { name: 'École du Pont', codes: ['restauration'] });
      const places = [...here.places, ...there.places];
      await openSessions(tx, { document, places, from });
      const closed = await declareClosure(tx, {
        facilityId: here.id,
        activityCode: 'restauration',
        from: monday,
        until: monday,
        label: 'Panne de four',
      });
      expect(closed).toBe(1);
      const open = (await sessionsOn(tx, monday)).filter((one) => one.closedLabel === null);
      expect(open.map((one) => one.facilityId).toSorted()).toEqual([here.id, there.id].toSorted());
    });
  });

  test('closes the sessions a new school calendar no longer holds, and deletes none', async () => {
    await inTown(async (tx) => {
      const { places } = await writeTestFacility(tx, { codes: ['restauration'] });
      await openSessions(tx, { document, places, from });
      const [before] = await tx.orm.select({ sessions: count() }).from(session);
      // Zone C is on holiday a week before zone A, in winter and in spring: two weeks of four days.
      const calendar = { ...document.calendar, schoolZone: 'C' as const };
      const changed = await openSessions(tx, { document: { ...document, calendar }, places, from });
      expect(changed.closed).toBe(8);
      const [after] = await tx.orm.select({ sessions: count() }).from(session);
      expect(after?.sessions).toBe((before?.sessions ?? 0) + 8);
      expect(await sessionsOn(tx, '2027-02-09')).toMatchObject([{ closedLabel: '' }]);

      await openSessions(tx, { document, places, from });
      expect(await sessionsOn(tx, '2027-02-09')).toMatchObject([{ closedLabel: null }]);
    });
  });

  test('leaves what the staff decided by hand, and the days already gone', async () => {
    await inTown(async (tx) => {
      const { places } = await writeTestFacility(tx, { codes: ['restauration'] });
      await openSessions(tx, { document, places, from });
      const own = eq(session.organisationId, tx.organisationId);
      await tx.orm
        .update(session)
        .set({ closedLabel: 'Sortie scolaire', overridden: true })
        .where(and(own, eq(session.heldOn, monday)));
      await tx.orm
        .update(seatPool)
        .set({ capacity: 3, overridden: true })
        .where(and(eq(seatPool.organisationId, tx.organisationId), eq(seatPool.heldOn, monday)));
      const fewer = places.map((place) => ({ ...place, capacity: 8 }));
      await openSessions(tx, { document, places: fewer, from: day('2026-11-20') });
      expect(await sessionsOn(tx, monday)).toMatchObject([{ closedLabel: 'Sortie scolaire' }]);
      expect(await poolsOn(tx, monday)).toMatchObject([{ capacity: 3 }]);
      expect(await poolsOn(tx, '2026-11-24')).toMatchObject([{ capacity: 8 }]);
      expect(await poolsOn(tx, '2026-11-19')).toMatchObject([{ capacity: 10 }]);
    });
  });

  describe('with fewer places than bookings', () => {
    const five = (facilityId: string) => [
      { facilityId, ageGroup: 'elementaire', heldOn: monday, part: 'lunch', delta: 5 },
    ];

    test('keeps the bookings and says so, until there is room again', async () => {
      await inTown(async (tx) => {
        const { id, places } = await writeTestFacility(tx, { codes: ['restauration'] });
        await openSessions(tx, { document, places, from });
        shiftSeats(tx, five(id));
        const capacity = (places_: number) =>
          openSessions(tx, {
            document,
            places: places.map((place) => ({ ...place, capacity: places_ })),
            from,
          });
        await capacity(2);
        expect(await poolsOn(tx, monday)).toMatchObject([
          { capacity: 2, taken: 5, allowance: 3, allowanceReason: 'kept bookings' },
        ]);
        await capacity(4);
        expect(await poolsOn(tx, monday)).toMatchObject([{ capacity: 4, allowance: 1 }]);
        await capacity(12);
        expect(await poolsOn(tx, monday)).toMatchObject([
          { capacity: 12, allowance: 0, allowanceReason: null },
        ]);
      });
    });

    test('cannot simply be written: the database refuses an overbooked day', async () => {
      const refused = await inTown(async (tx) => {
        const { id, places } = await writeTestFacility(tx, { codes: ['restauration'] });
        await openSessions(tx, { document, places, from });
        shiftSeats(tx, five(id));
        await tx.orm.update(seatPool).set({ capacity: 2 });
      }).catch(violatedConstraint);
      expect(refused).toBe('never_overbooked');
    });

    test('counts a booking that is being confirmed at that very moment', async () => {
      const { id: town } = await createTestOrganisation(testApp);
      const { id, places } = await transaction(testApp.database, town, async (tx) => {
        const written = await writeTestFacility(tx, { codes: ['restauration'] });
        await openSessions(tx, { document, places: written.places, from });
        return written;
      });
      const none = places.map((place) => ({ ...place, capacity: 0 }));
      const lowered = await transaction(testApp.database, town, async (tx) => {
        shiftSeats(tx, five(id));
        await poolsOn(tx, monday);
        const lowering = transaction(testApp.database, town, (other) =>
          openSessions(other, { document, places: none, from }),
        );
        await untilItWaits(tx, lowering);
        // In an object, so that this transaction commits before the other is waited for.
        return { lowering };
      });
      await lowered.lowering;
      const pools = await transaction(testApp.database, town, (tx) => poolsOn(tx, monday));
      expect(pools).toMatchObject([{ capacity: 0, taken: 5, allowance: 5 }]);
    });

    test('keeps what the staff allowed for a reason of its own', async () => {
      await inTown(async (tx) => {
        const { id, places } = await writeTestFacility(tx, { codes: ['restauration'] });
        await openSessions(tx, { document, places, from });
        shiftSeats(tx, five(id));
        await tx.orm.update(seatPool).set({ allowance: 4, allowanceReason: 'second animator' });
        const fewer = places.map((place) => ({ ...place, capacity: 2 }));
        await openSessions(tx, { document, places: fewer, from });
        expect(await poolsOn(tx, monday)).toMatchObject([
          { capacity: 2, allowance: 4, allowanceReason: 'second animator' },
        ]);
      });
    });
  });

  test('refuses an activity that has places for nobody', async () => {
    await inTown(async (tx) => {
      const { places } = await writeTestFacility(tx, { codes: ['mercredi'] });
      const withoutLunch = places.filter(({ part }) => part !== 'lunch');
      await expect(openSessions(tx, { document, places: withoutLunch, from })).rejects.toThrow(
        'No places for activity "mercredi"',
      );
    });
  });

  test('offers no activity the règlement does not know', async () => {
    await inTown(async (tx) => {
      const { id: facilityId } = await writeTestFacility(tx, { codes: [] });
      await expect(offerActivity(tx, { document, code: 'judo', facilityId })).rejects.toThrow(
        'no activity "judo"',
      );
    });
  });

  test('opens nothing for anybody else', async () => {
    await inTown(async (tx) => {
      const { places } = await writeTestFacility(tx, { codes: ['restauration'] });
      await openSessions(tx, { document, places, from });
    });
    await inTown(async (tx) => {
      const [seen] = await tx.orm
        .select({ sessions: count() })
        .from(session)
        .where(isNull(session.closedLabel));
      expect(seen?.sessions).toBe(0);
    });
  });
});
