import { fromIso, type Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { openAccount } from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker } from '../../testing/test-worker.ts';
import { openTestTown, signInEnrolled } from '../bookings/bookings.factory.ts';
import { sweepWaitingList } from '../bookings/use-cases/sweep-waiting-list.ts';
import { parentsOf } from '../bookings/waiting.factory.ts';
import { newGuardian, newHousehold } from '../households/households.factory.ts';

const on = '2026-12-01';
const hour = 3_600_000;

describe('what a household in the waiting list is told', () => {
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
  beforeEach(() => testApp.clock.set(usualTestInstant));

  const said = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  const subjectsTo = (email: string) =>
    worker.sent.filter(({ to }) => to === email).map(({ subject }) => subject.split(' – ')[0]);

  /** One lunch, taken; a household of two guardians waits for it. */
  async function waitingHousehold() {
    const town = await openTestTown(testApp, { capacity: 1 });
    const { doing, offersOf } = parentsOf(testApp, town);
    const holder = await signInEnrolled(testApp, town);
    const [claire, paul] = [newGuardian(), newGuardian()];
    const accountId = await openAccount(testApp, town.organisation, 'family', paul.email);
    const guardians = [claire, { ...paul, accountId }];
    const parent = await signInEnrolled(testApp, town, newHousehold({ guardians }));
    await doing(holder, { unit: 'repas', on, action: 'add' });
    await doing(parent, { unit: 'repas', on, action: 'wait' });
    await worker.flush();
    const giveBack = () => doing(holder, { unit: 'repas', on, action: 'remove' });
    const sweep = () => sweepWaitingList(testApp, town.organisation.id);
    return { town, parent, claire, paul, giveBack, sweep, offersOf };
  }

  test('the receipt gives the rank', async () => {
    const { claire } = await waitingHousehold();
    expect(said(worker.lastMailTo(claire.email).text)).toMatch(
      /En liste d’attente\n- Lina, mardi 1er décembre : .+En liste d'attente, 1er, jusqu'au vendredi 27 novembre à 12 h\./,
    );
  });

  test('a place offered: each guardian, with the day, the price, the term and where to answer', async () => {
    const { town, claire, paul, parent, giveBack } = await waitingHousehold();
    await giveBack();
    await worker.flush();
    for (const { email } of [claire, paul]) {
      const { text } = worker.lastMailTo(email);
      expect(said(text)).toMatch(
        /- Lina, mardi 1er décembre : .+ \(\d,\d\d €\)\. À accepter avant le mardi 17 novembre à 9 h\./,
      );
      const childId = parent.household.children[0]?.id;
      expect(text).toContain(
        `http://preau.test/o/${town.organisation.slug}/planning?enfant=${childId}&semaine=2026-11-30`,
      );
    }
  });

  test('an offer that was answered before the e-mail leaves is not told any more', async () => {
    const { claire, parent, giveBack, offersOf } = await waitingHousehold();
    await giveBack();
    const [offer] = await offersOf(parent);
    await parent.agent.post(`/api/family/offers/${offer?.bookingId}/accept`).expect(204);
    await worker.flush();
    expect(subjectsTo(claire.email)).toEqual(['Vos réservations', 'La place proposée est à vous']);
  });

  test('an offer nobody answered, then', async () => {
    const { claire, giveBack, sweep } = await waitingHousehold();
    await giveBack();
    await worker.flush();
    testApp.clock.set((usualTestInstant + 24 * hour) as Instant);
    await sweep();
    await worker.flush();
    await worker.flush();
    expect(subjectsTo(claire.email)).toEqual([
      'Vos réservations',
      'Une place s’est libérée',
      'La place proposée n’a pas reçu de réponse',
    ]);
  });

  test('the end of the list, when no place was freed in time', async () => {
    const { claire, paul, sweep } = await waitingHousehold();
    testApp.clock.set(fromIso('2026-11-27T11:00:00.000Z'));
    await sweep();
    await worker.flush();
    for (const { email } of [claire, paul]) {
      const { subject, text } = worker.lastMailTo(email);
      expect(subject).toContain('Aucune place ne s’est libérée');
      expect(said(text)).toContain('- Lina, mardi 1er décembre : ');
    }
  });
});
