import type { ReglementDocument } from '@preau/domain/reglement/document';
import { fromIso, type Instant } from '@preau/domain/time/instant';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sweepJobs } from '../../platform/jobs/sweep.ts';
import { newId } from '../../platform/ids.ts';
import { sweeps } from '../../sweeps.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { openAccount, signInStaff } from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker } from '../../testing/test-worker.ts';
import { openTestTown, signInEnrolled } from '../bookings/bookings.factory.ts';
import { answeredByStaff, paidByDate, rulesWith } from '../bookings/regimes.factory.ts';
import { parentsOf } from '../bookings/waiting.factory.ts';
import { newGuardian, newHousehold } from '../households/households.factory.ts';

// Monday 16 November 2026, 9:00 in Paris; a lunch of Tuesday 1 December.
const on = '2026-12-01';
const lunch = { unit: 'repas', on } as const;
const lunchStarts = fromIso('2026-12-01T12:00:00+01:00');
const minute = 60_000;

describe('what a household is told of its bookings', () => {
  let testApp: TestApp;
  let worker: TestWorker;
  let jobs: pg.Pool;
  beforeAll(async () => {
    testApp = await createTestApp();
    worker = createTestWorker(testApp);
    jobs = new pg.Pool({ connectionString: testApp.urls.jobsUrl, max: 1 });
  });
  afterAll(async () => {
    await jobs.end();
    await worker.close();
    await testApp.close();
  });
  beforeEach(() => testApp.clock.set(usualTestInstant));

  const at = (instant: number) => testApp.clock.set(instant as Instant);
  const sweep = async () => {
    for (const task of Object.values(sweepJobs(sweeps, jobs, worker.services))) {
      await task?.({}, {} as never);
    }
    await worker.flush();
  };
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  const lastTo = ({ email }: { email: string }) => {
    const { subject, text } = worker.lastMailTo(email);
    return { subject: plain(subject), text: plain(text) };
  };
  const subjectsTo = ({ email }: { email: string }) =>
    worker.sent
      .filter(({ to }) => to === email)
      .map(({ subject }) => plain(subject).split(' – ')[0]);

  /** A household of two guardians who sign in, in a town of those rules. */
  async function open(document: ReglementDocument, capacity = 5) {
    const town = await openTestTown(testApp, { capacity, document });
    const { organisation } = town;
    const [claire, paul] = [newGuardian(), newGuardian()];
    const accountId = await openAccount(testApp, organisation, 'family', paul.email);
    const guardians = [claire, { ...paul, accountId }];
    const parent = await signInEnrolled(testApp, town, newHousehold({ guardians }));
    const clerk = await signInStaff(testApp, organisation, 'office');
    const requestsPage = `http://preau.test/o/${organisation.slug}/reservations/demandes`;
    return { town, claire, paul, parent, clerk, requestsPage, ...parentsOf(testApp, town) };
  }

  describe('of a request', () => {
    const document = rulesWith({ regime: answeredByStaff() });

    test('that it is made, and by when it is answered', async () => {
      const { claire, paul, parent, doing } = await open(document);
      await doing(parent, { ...lunch, action: 'add' });
      await worker.flush();
      for (const guardian of [claire, paul]) {
        expect(lastTo(guardian).text).toMatch(
          /Demandé, à valider par le service\n- Lina, mardi 1er décembre : .+ \(\d,\d\d €\)\. Le service doit valider votre demande : réponse au plus tard le mercredi 18 novembre à 9 h\./,
        );
      }
    });

    test('that nobody answered before the day began', async () => {
      const { claire, paul, parent, doing, requestsPage } = await open(document);
      await doing(parent, { ...lunch, action: 'add' });
      at(lunchStarts);
      await sweep();
      for (const guardian of [claire, paul]) {
        const { subject, text } = lastTo(guardian);
        expect(subject).toMatch(/^Votre demande est restée sans réponse/);
        expect(text).toMatch(/Non réservé, rien n’est facturé\n- Lina, mardi 1er décembre : /);
        expect(text).toContain(requestsPage);
        expect(text).toMatch(/Une question \? Contactez .+ au 03 00 00 00 00/);
      }
    });

    test('to give a day back, that nobody answered: the day stays', async () => {
      const { claire, parent, doing } = await open(
        rulesWith({ regime: { cancellation: { kind: 'staff', answerWithinHours: 48 } } }),
      );
      await doing(parent, { ...lunch, action: 'add' });
      await doing(parent, { ...lunch, action: 'remove' });
      await worker.flush();
      expect(lastTo(claire).text).toMatch(/Annulation demandée, à valider par le service\n- Lina/);
      at(lunchStarts);
      await sweep();
      expect(lastTo(claire).text).toMatch(
        /Toujours réservé : l’annulation n’a pas été acceptée\n- Lina, mardi 1er décembre : /,
      );
    });
  });

  describe('of a payment before a date', () => {
    const document = rulesWith({ regime: paidByDate });
    const due = fromIso('2026-11-26T00:00:00+01:00');

    test('that it is to be made, then reminded, then that the place is lost', async () => {
      const { claire, paul, parent, doing, requestsPage } = await open(document);
      await doing(parent, { ...lunch, action: 'add' });
      await worker.flush();
      expect(lastTo(claire).text).toMatch(
        /À payer pour confirmer\n- Lina, mardi 1er décembre : .+ \(\d,\d\d €\)\. À payer avant le mercredi 25 novembre à minuit\./,
      );
      at(due - 48 * 60 * minute);
      await sweep();
      await sweep();
      at(due);
      await sweep();
      for (const guardian of [claire, paul]) {
        expect(subjectsTo(guardian)).toEqual([
          'À payer pour confirmer vos réservations',
          'Réservation à payer avant le mercredi 25 novembre à minuit',
          'Réservation annulée faute de paiement',
        ]);
        expect(lastTo(guardian).text).toContain(requestsPage);
      }
    });

    test('no reminder of a place given up meanwhile', async () => {
      const { claire, parent, doing } = await open(document);
      await doing(parent, { ...lunch, action: 'add' });
      await doing(parent, { ...lunch, action: 'remove' });
      at(due - 48 * 60 * minute);
      await sweep();
      expect(subjectsTo(claire)).toEqual([
        'À payer pour confirmer vos réservations',
        'Vos réservations',
      ]);
    });
  });

  describe('of the waiting list the service keeps', () => {
    async function waiting(document: ReglementDocument) {
      const opened = await open(document, 1);
      const { parent, doing, cell, clerk, town } = opened;
      const holder = await signInEnrolled(testApp, town);
      await doing(holder, { ...lunch, action: 'add' });
      await doing(parent, { ...lunch, action: 'wait' });
      const { queue } = await cell(parent, 'repas', on);
      if (!('bookingId' in queue)) throw new Error('Who waits is in a queue');
      const { bookingId } = queue;
      const give = (gesture: 'offer' | 'place') =>
        clerk.agent
          .post(`/api/staff/waiting/${bookingId}/${gesture}`)
          .send({ note: null, extraPlace: 'Une animatrice de plus' })
          .expect(200);
      return { ...opened, give, bookingId };
    }

    test('a place that is given', async () => {
      const { claire, paul, give } = await waiting(rulesWith({}));
      await give('place');
      await worker.flush();
      for (const guardian of [claire, paul]) {
        const { subject, text } = lastTo(guardian);
        expect(subject).toMatch(/^Une place vous est attribuée/);
        expect(text).toMatch(/Réservé\n- Lina, mardi 1er décembre : .+ \(\d,\d\d €\)\n/);
        expect(text).not.toContain('animatrice');
      }
    });

    test('a place that is given, to be paid: by when', async () => {
      const { claire, give } = await waiting(rulesWith({ regime: paidByDate }));
      await give('place');
      await worker.flush();
      expect(lastTo(claire).text).toMatch(
        /À payer pour confirmer\n- Lina, .+\. À payer avant le mercredi 25 novembre à minuit\./,
      );
    });

    test.each([
      ['accept', 'La place proposée est à vous'],
      ['decline', 'La place proposée a été refusée'],
    ])('a place offered, and the answer to it: %s', async (answer, subject) => {
      const { claire, paul, parent, give, bookingId } = await waiting(rulesWith({}));
      await give('offer');
      await worker.flush();
      await parent.agent.post(`/api/family/offers/${bookingId}/${answer}`).expect(204);
      await worker.flush();
      for (const guardian of [claire, paul]) {
        expect(subjectsTo(guardian)).toEqual([
          'Vos réservations',
          'Une place s’est libérée',
          subject,
        ]);
      }
    });
  });

  test('of a day the service closes: what is cancelled, and that it is not charged', async () => {
    const { claire, paul, parent, clerk, doing } = await open(rulesWith({}));
    await doing(parent, { ...lunch, action: 'add' }, { ...lunch, unit: 'soir', action: 'add' });
    await worker.flush();
    const closure = { facilityId: null, activityCode: null, from: on, until: on, label: 'grève' };
    const { body: shown } = await clerk.agent
      .post('/api/staff/closures/preview')
      .send(closure)
      .expect(200);
    await clerk.agent
      .post('/api/staff/closures')
      .set('idempotency-key', newId())
      .send({ ...closure, fingerprint: shown.fingerprint })
      .expect(200);
    await worker.flush();
    await worker.flush();
    for (const guardian of [claire, paul]) {
      const { subject, text } = lastTo(guardian);
      expect(subject).toMatch(/^Accueil fermé/);
      expect(
        text.match(/Accueil fermé par le service \(grève\) : rien n'est facturé\./g),
      ).toHaveLength(2);
      expect(subjectsTo(guardian)).toHaveLength(2);
    }
  });
});
