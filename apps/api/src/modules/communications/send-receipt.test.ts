import { toIso } from '@preau/domain/time/instant';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { emit } from '../../platform/outbox/events.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestOrganisation,
  openAccount,
  type SignedInGuardian,
  signInGuardian,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker } from '../../testing/test-worker.ts';
import { openTestTown, sessionOf, signInEnrolled } from '../bookings/bookings.factory.ts';
import { openDesk } from '../bookings/staff-booking.factory.ts';
import { newChild, newGuardian, newHousehold } from '../households/households.factory.ts';

const insert = statement<never>(
  'test.confirmation',
  `insert into confirmation (organisation_id, id, household_id, account_id, at, result)
   values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6)`,
);

describe('the receipt of a validated cart', () => {
  let testApp: TestApp;
  let worker: TestWorker;
  beforeAll(async () => {
    testApp = await createTestApp();
    worker = createTestWorker(testApp);
  });
  afterAll(async () => {
    await worker.close();
    await testApp.close();
  });

  const validate = async (organisation: TestOrganisation, guardian: SignedInGuardian) => {
    const confirmationId = newId();
    const householdId = guardian.household.id;
    const now = testApp.clock.now();
    const result = {
      id: confirmationId,
      at: toIso(now),
      totalCents: 150,
      lines: [
        {
          childFirstName: 'Noé',
          on: '2026-12-01',
          unitLabel: 'Matin',
          activityLabel: 'Périscolaire',
          result: 'booked',
          cents: 150,
          reasons: [],
        },
      ],
    };
    await transaction(testApp.database, organisation.id, async (tx) => {
      const { accountId } = guardian;
      const row = [confirmationId, householdId, accountId, now, JSON.stringify(result)];
      tx.write(insert, [organisation.id, ...row]);
      emit(tx, { type: 'cart.confirmed', payload: { confirmationId, householdId }, at: now });
    });
    return confirmationId;
  };

  test('goes to each guardian of the household who has an access, and to no other household', async () => {
    const organisation = await createTestOrganisation(testApp);
    const child = newChild({ firstName: 'Noé' });
    const [claire, paul, withoutAccess] = [newGuardian(), newGuardian(), newGuardian()];
    const paulsAccount = await openAccount(testApp, organisation, 'family', paul.email);
    const guardian = await signInGuardian(
      testApp,
      organisation,
      newHousehold({
        guardians: [claire, { ...paul, accountId: paulsAccount }, withoutAccess],
        children: [child],
      }),
    );
    const separated = await signInGuardian(
      testApp,
      organisation,
      newHousehold({ guardians: [newGuardian()], children: [] }),
    );
    await transaction(testApp.database, organisation.id, (tx) =>
      tx.orm.execute(
        `insert into household_child values ('${organisation.id}', '${separated.household.id}', '${child.id}')`,
      ),
    );
    const confirmationId = await validate(organisation, guardian);
    await worker.flush();
    const received = worker.sent.map(({ to }) => to);
    expect(received.toSorted((a, b) => a.localeCompare(b))).toEqual(
      [claire.email, paul.email].toSorted((a, b) => a.localeCompare(b)),
    );
    expect(worker.lastMailTo(claire.email).text).toContain(
      `http://preau.test/o/${organisation.slug}/confirmation/${confirmationId}`,
    );
  });

  test('tells of a cart validated on the planning what was done, and why the rest was not', async () => {
    const town = await openTestTown(testApp);
    const parent = await signInEnrolled(testApp, town);
    const childId = parent.household.children[0]?.id;
    const line = async (unit: string, on: string) => {
      const sessionId = await sessionOf(testApp, town, unit, on);
      return { childId, sessionId, action: 'add' };
    };
    // Thursday is still open; the 48 working hours before Tuesday morning passed on Friday.
    const changes = [await line('matin', '2026-11-19'), await line('matin', '2026-11-17')];
    const { body: cart } = await parent.agent.put('/api/family/cart').send({ changes }).expect(200);
    await parent.agent
      .post('/api/family/cart/confirm')
      .set('idempotency-key', newId())
      .send({ revision: cart.revision })
      .expect(200);
    await worker.flush();
    const { text } = worker.lastMailTo(parent.email);
    const said = text.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(said).toMatch(/Réservé\n- Lina, jeudi 19 novembre : .+ \(\d+,\d\d €\)/);
    expect(said).toMatch(
      /Non pris en compte\n- Lina, mardi 17 novembre : .+ délai de 48 h ouvrées/,
    );
    expect(said).toContain('03 00 00 00 00');
    expect(said).not.toContain('undefined');
  });

  test('of what the service booked says so, and why it costs what it costs', async () => {
    const town = await openTestTown(testApp);
    const parent = await signInEnrolled(testApp, town);
    const desk = await openDesk(testApp, town);
    const evening = { unit: 'soir', on: '2026-11-17', action: 'add' } as const;
    const { id } = await desk.book(parent, evening, { note: 'Le père a téléphoné' });
    await worker.flush();
    const { text } = worker.lastMailTo(parent.email);
    const said = text.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(said).toContain('Le service a modifié vos réservations le lundi 16 novembre à 9 h');
    expect(said).toMatch(/Lina, mardi 17 novembre : .+ \(10,00 €\)/);
    expect(said).toContain('Tarif hors délai : 10,00 € au lieu de 2,80 €.');
    expect(said).toContain(`/confirmation/${id}`);
    expect(said).not.toContain('téléphoné');
  });

  test('is finished by the next run for whom the first could not reach, and doubled for nobody', async () => {
    const organisation = await createTestOrganisation(testApp);
    const [first, second] = [newGuardian(), newGuardian()];
    const accountId = await openAccount(testApp, organisation, 'family', second.email);
    const guardian = await signInGuardian(
      testApp,
      organisation,
      newHousehold({ guardians: [first, { ...second, accountId }] }),
    );
    await validate(organisation, guardian);
    worker.failNext(new Error('the mail server hangs up'));
    await worker.flush();
    await worker.retryNow();
    const received = worker.sent.filter(({ to }) => [first.email, second.email].includes(to));
    expect(received).toHaveLength(2);
    expect(new Set(received.map(({ to }) => to)).size).toBe(2);
  });
});
