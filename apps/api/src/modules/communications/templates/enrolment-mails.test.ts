import type { EnrolmentState } from '@preau/domain/enrolments/states';
import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { fromIso } from '@preau/domain/time/instant';
import { describe, expect, test } from 'vitest';
import { enrolmentsAnsweredMail, enrolmentsRequestedMail } from './enrolment-mails.ts';
import type { MailContent } from './mail-layout.ts';

const context: ExplainContext = {
  timeZone: 'Europe/Paris',
  contact: { name: 'l’ALP', phone: '04 00 00 00 00', email: '', hours: '' },
  locale: 'fr',
};
const to = { firstName: 'Claire', organisation: 'ALP', url: 'https://preau.example/i', context };

const enrolment = (state: EnrolmentState, reason: string | null = null) => ({
  childFirstName: 'Lina',
  activityLabel: 'ALP',
  facility: 'École des Tilleuls',
  schoolYear: '2026-2027',
  state,
  answerDueAt: fromIso('2026-11-18T09:00:00+01:00'),
  reason,
});

const plain = (mail: MailContent | undefined): MailContent | undefined =>
  mail && JSON.parse(JSON.stringify(mail).replaceAll(/[\u00a0\u202f]/g, ' '));

describe('an enrolment that is asked for', () => {
  test('is acknowledged, with the day of the answer and whom to ask', () => {
    const mail = plain(enrolmentsRequestedMail([enrolment('requested')], to));
    expect(mail?.subject).toBe('Demande d’inscription reçue – ALP');
    expect(mail?.lists?.[0]?.items).toEqual([
      'Lina : ALP (École des Tilleuls), année 2026-2027. Réponse au plus tard le mercredi 18 novembre à 9 h.',
    ]);
    expect(mail?.closing).toEqual(['Une question ? Contactez l’ALP au 04 00 00 00 00.']);
  });

  test('promises no day where the règlement promises none', () => {
    const asked = { ...enrolment('requested'), answerDueAt: null };
    const mail = plain(enrolmentsRequestedMail([asked, asked], to));
    expect(mail?.subject).toBe('Demandes d’inscription reçues – ALP');
    expect(JSON.stringify(mail)).not.toContain('au plus tard');
  });

  test('and answered since, is told by its answer alone', () => {
    expect(enrolmentsRequestedMail([enrolment('accepted')], to)).toBeUndefined();
  });
});

describe('an enrolment that is answered', () => {
  test.each<[EnrolmentState, string | null, string, string]>([
    ['accepted', null, 'Inscription acceptée', 'année 2026-2027'],
    ['refused', 'Plus de place.', 'Inscription non acceptée', 'Motif : Plus de place.'],
    [
      'incomplete',
      'Il manque l’assurance.',
      'Dossier à compléter',
      'Motif : Il manque l’assurance.',
    ],
    ['waitlisted', null, 'En liste d’attente', 'année 2026-2027'],
  ])('%s', (state, reason, subject, end) => {
    const mail = plain(enrolmentsAnsweredMail([enrolment(state, reason)], to));
    expect(mail?.subject).toBe(`${subject} – ALP`);
    expect(mail?.lists?.[0]?.title).toBe(subject);
    expect(mail?.lists?.[0]?.items[0]?.endsWith(end)).toBe(true);
  });

  test('in several ways: each has its list', () => {
    const mail = enrolmentsAnsweredMail(
      [enrolment('refused', 'Complet.'), enrolment('accepted')],
      to,
    );
    expect(mail?.subject).toBe('Réponse à vos demandes – ALP');
    expect(mail?.lists?.map(({ title }) => title)).toEqual([
      'Inscription acceptée',
      'Inscription non acceptée',
    ]);
  });

  test('and asked again since, is not told', () => {
    expect(enrolmentsAnsweredMail([enrolment('requested')], to)).toBeUndefined();
    expect(enrolmentsAnsweredMail([enrolment('ended')], to)).toBeUndefined();
  });
});
