import type { ReglementDocument } from '@preau/domain/reglement/document';
import type { Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { openAccount } from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker } from '../../testing/test-worker.ts';
import { signInEnrolled } from '../bookings/bookings.factory.ts';
import { answeredByStaff, paidByDate, rulesWith } from '../bookings/regimes.factory.ts';
import { openAnsweringTown } from '../bookings/requests.factory.ts';
import { tellDecisions } from '../decisions/use-cases/tell-decisions.ts';
import { newGuardian, newHousehold } from '../households/households.factory.ts';

// Monday 16 November 2026, 9:00 in Paris; lunches of Tuesday 1 and Thursday 3 December.
const lunches = ['2026-12-01', '2026-12-03'].map(
  (on) => ({ unit: 'repas', on, action: 'add' }) as const,
);
const second = 1_000;

describe('what a household is told of the answers of the service', () => {
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

  /** Two lunches asked for by a household of two guardians. */
  async function asked(document: ReglementDocument) {
    const opened = await openAnsweringTown(testApp, document);
    const { town, doing, pending } = opened;
    const [claire, paul] = [newGuardian(), newGuardian()];
    const accountId = await openAccount(testApp, town.organisation, 'family', paul.email);
    const guardians = [claire, { ...paul, accountId }];
    const parent = await signInEnrolled(testApp, town, newHousehold({ guardians }));
    await doing(parent, ...lunches);
    const [first = '', other = ''] = await pending();
    /** Lets so many seconds pass, then tells what is final by then. */
    const after = async (seconds: number) => {
      testApp.clock.set((usualTestInstant + seconds * second) as Instant);
      await tellDecisions(testApp, town.organisation.id);
      await worker.flush();
    };
    return { ...opened, claire, paul, parent, first, other, after };
  }

  test('each guardian, once it is final: what is accepted, what is to be paid, and why not', async () => {
    const document = rulesWith({ regime: { ...answeredByStaff(), ...paidByDate } });
    const { town, answer, claire, paul, first, other, after } = await asked(document);
    await answer([first], [other], { because: 'Une sortie est prévue ce jour-là' });
    await after(29);
    expect(mailsTo(claire)).toHaveLength(1);
    await after(31);
    await after(91);
    for (const guardian of [claire, paul]) {
      const [, told, ...more] = mailsTo(guardian);
      expect(more).toEqual([]);
      expect(told?.subject).toMatch(/^Réponse à votre demande – /);
      expect(told?.text).toMatch(
        /Accepté, à payer pour confirmer\n- Lina, mardi 1er décembre : .+ \(\d,\d\d €\)\. À payer avant le mercredi 25 novembre à minuit\./,
      );
      expect(told?.text).toMatch(
        /Non accepté\n- Lina, jeudi 3 décembre : .+\. Demande refusée par le service : Une sortie est prévue ce jour-là\./,
      );
      expect(told?.text).toContain(
        `http://preau.test/o/${town.organisation.slug}/reservations/demandes`,
      );
    }
  });

  test('nothing of an answer taken back, all of the one that replaces it', async () => {
    const { answer, accept, undo, claire, first, other, after } = await asked(
      rulesWith({ regime: answeredByStaff() }),
    );
    await undo(await answer([], [first, other], { because: 'Erreur' }));
    await after(10);
    await accept(first, other);
    await after(60);
    await after(120);
    expect(mailsTo(claire).map(({ subject }) => subject.split(' – ')[0])).toEqual([
      'Votre demande est envoyée',
      'Votre demande est acceptée',
    ]);
  });

  test('not of a day the family gave back before it was told', async () => {
    const { accept, claire, parent, doing, first, other, after } = await asked(
      rulesWith({ regime: answeredByStaff() }),
    );
    await accept(first, other);
    await doing(parent, { unit: 'repas', on: '2026-12-01', action: 'remove' });
    await after(60);
    const told = mailsTo(claire).find(({ subject }) => subject.startsWith('Votre demande est acc'));
    expect(told?.text).toContain('Lina, jeudi 3 décembre');
    expect(told?.text).not.toContain('Lina, mardi 1er décembre');
  });

  test('a payment received by the service confirms the day', async () => {
    const document = rulesWith({ regime: { ...answeredByStaff(), ...paidByDate } });
    const { accept, pay, claire, paul, first, after } = await asked(document);
    await accept(first);
    await after(60);
    await pay(first);
    await worker.flush();
    for (const guardian of [claire, paul]) {
      const told = mailsTo(guardian).at(-1);
      expect(told?.subject).toMatch(/^Paiement reçu, réservation confirmée/);
      expect(told?.text).toMatch(
        /Réservé\n- Lina, mardi 1er décembre : .+ \(\d,\d\d €\)\. Paiement reçu par le service \(espèces\)\./,
      );
    }
  });

  test('a cancellation refused says why, and that the day stays booked', async () => {
    const { doing, parent, pending, refuse, claire, after } = await asked(
      rulesWith({ regime: { cancellation: { kind: 'staff', answerWithinHours: 48 } } }),
    );
    await doing(parent, { unit: 'repas', on: '2026-12-01', action: 'remove' });
    await refuse(...(await pending()));
    await after(60);
    const told = mailsTo(claire).at(-1);
    expect(told?.subject).toMatch(/^Votre annulation n’est pas acceptée/);
    expect(told?.text).toMatch(
      /le jour reste réservé\n- Lina, mardi 1er décembre : .+\. Le service maintient la réservation : Groupe complet\./,
    );
  });
});
