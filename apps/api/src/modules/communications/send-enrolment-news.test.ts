import type { Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { openAccount, signInGuardian, signInStaff } from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker } from '../../testing/test-worker.ts';
import { openTestTown } from '../bookings/bookings.factory.ts';
import { tellDecisions } from '../decisions/use-cases/tell-decisions.ts';
import { townOfRequests } from '../enrolments/enrolments.factory.ts';
import { newGuardian, newHousehold } from '../households/households.factory.ts';

describe('what a household is told of its enrolments', () => {
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

  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  const mailsTo = ({ email }: { email: string }) =>
    worker.sent
      .filter(({ to }) => to === email)
      .map(({ subject, text }) => ({ subject: plain(subject), text: plain(text) }));

  /** Wraparound care and lunch, asked for by a household of two guardians. */
  async function asked() {
    const town = await openTestTown(testApp, {
      document: townOfRequests(),
      settings: { features: { enrolments: true } },
    });
    const { organisation, facility } = town;
    const [claire, paul] = [newGuardian(), newGuardian()];
    const accountId = await openAccount(testApp, organisation, 'family', paul.email);
    const guardians = [claire, { ...paul, accountId }];
    const parent = await signInGuardian(testApp, organisation, newHousehold({ guardians }));
    const clerk = await signInStaff(testApp, organisation, 'office');
    const wanted = ['periscolaire', 'restauration'].map((code) => facility.activities.get(code));
    const body = {
      childId: parent.household.children[0]?.id,
      activityIds: wanted,
      schoolYear: '2026-2027',
      note: '',
    };
    const { results } = (await parent.agent.post('/api/family/enrolments').send(body).expect(200))
      .body;
    const ids: string[] = results.map(({ enrolmentId }: { enrolmentId: string }) => enrolmentId);
    await worker.flush();
    const answer = (because: string | null, ...answers: string[]) =>
      clerk.agent
        .post('/api/staff/enrolment-requests/decisions')
        .set('idempotency-key', newId())
        .send({
          answers: answers.map((one, at) => ({
            enrolmentId: ids[at],
            answer: one,
            ageGroup: null,
          })),
          because,
        })
        .expect(200);
    /** A minute later, once the answer is final. */
    const later = async () => {
      testApp.clock.set((usualTestInstant + 60_000) as Instant);
      await tellDecisions(testApp, organisation.id);
      await worker.flush();
    };
    const page = `http://preau.test/o/${organisation.slug}/inscriptions`;
    return { claire, paul, answer, later, page };
  }

  test('that they are asked for, and by when the service answers', async () => {
    const { claire, paul, page } = await asked();
    for (const guardian of [claire, paul]) {
      const [told, ...more] = mailsTo(guardian);
      expect(more).toEqual([]);
      expect(told?.subject).toMatch(/^Demandes d’inscription reçues – /);
      expect(told?.text).toMatch(
        /- Lina : Périscolaire \(École de la Source\), année 2026-2027\. Réponse au plus tard le mercredi 18 novembre à 9 h\./,
      );
      expect(told?.text).toContain(page);
    }
  });

  test('the answer, once it is final, each enrolment with its own', async () => {
    const { claire, paul, answer, later } = await asked();
    await answer('Il manque l’attestation d’assurance.', 'accept', 'incomplete');
    await worker.flush();
    expect(mailsTo(claire)).toHaveLength(1);
    await later();
    for (const guardian of [claire, paul]) {
      const [, told, ...more] = mailsTo(guardian);
      expect(more).toEqual([]);
      expect(told?.subject).toMatch(/^Réponse à vos demandes – /);
      expect(told?.text).toMatch(/Inscription acceptée\n- Lina : Périscolaire/);
      expect(told?.text).toMatch(
        /Dossier à compléter\n- Lina : Restauration scolaire .+ Motif : Il manque l’attestation d’assurance\./,
      );
    }
  });
});
