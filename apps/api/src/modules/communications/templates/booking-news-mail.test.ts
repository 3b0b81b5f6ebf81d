import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { cents } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { describe, expect, test } from 'vitest';
import { type BookingNewsKind, type BookingStep, bookingNews } from './booking-news.ts';
import { bookingNewsMail, type NewsDay } from './booking-news-mail.ts';
import { type MailContent, layOutMail } from './mail-layout.ts';

const context: ExplainContext = {
  timeZone: 'Europe/Paris',
  contact: {
    name: 'l’ALSH',
    phone: '03 00 00 00 00',
    email: 'alsh@example.org',
    hours: 'le mardi, 9 h – 12 h',
  },
  locale: 'fr',
};
const url = {
  planning: 'https://preau.example/planning',
  requests: 'https://preau.example/demandes',
};
const due = fromIso('2026-11-26T00:00:00+01:00');

const told = (step: BookingStep, change: Partial<NewsDay> = {}): NewsDay => ({
  childFirstName: 'Lina',
  on: day('2026-12-01'),
  unitLabel: 'Matin',
  activityLabel: 'ALP',
  step,
  until: null,
  cents: cents(150),
  reasons: [],
  ...change,
});

/** Ordinary spaces: what is told, not how it is kept on one line. */
function written(kind: BookingNewsKind, ...days: NewsDay[]): MailContent | undefined {
  const mail = bookingNewsMail(kind, days, {
    firstName: 'Claire',
    organisation: 'ALSH',
    url,
    context,
  });
  return mail && JSON.parse(JSON.stringify(mail).replaceAll(/[\u00a0\u202f]/g, ' '));
}

describe('the answer to a request', () => {
  const because = 'le groupe est complet';

  test('tells each day what became of it, by when it is paid, and why it is not accepted', () => {
    const mail = written(
      'requests.answered',
      told('requested awaitingPayment', { until: due }),
      told('requested refused', {
        on: day('2026-12-03'),
        cents: cents(0),
        reasons: [{ code: 'requestRefused', because }],
      }),
      told('requested confirmed', { on: day('2026-12-04') }),
    );
    expect(mail?.subject).toBe('Réponse à votre demande – ALSH');
    expect(mail?.lists).toEqual([
      { title: 'Accepté, réservé', items: ['Lina, vendredi 4 décembre : ALP – Matin (1,50 €)'] },
      {
        title: 'Accepté, à payer pour confirmer',
        items: [
          'Lina, mardi 1er décembre : ALP – Matin (1,50 €). À payer avant le mercredi 25 novembre à minuit.',
        ],
      },
      {
        title: 'Non accepté',
        items: [
          'Lina, jeudi 3 décembre : ALP – Matin. Demande refusée par le service : le groupe est complet.',
        ],
      },
    ]);
    expect(mail?.action).toEqual({ label: 'Voir mes demandes de réservation', url: url.requests });
    expect(mail?.closing).toEqual([
      'Une question ? Contactez l’ALSH au 03 00 00 00 00 ou à alsh@example.org (le mardi, 9 h – 12 h).',
    ]);
  });

  test.each<[string, BookingStep[], string]>([
    [
      'all accepted',
      ['requested confirmed', 'requested awaitingPayment'],
      'Votre demande est acceptée',
    ],
    ['all refused', ['requested refused'], 'Votre demande n’est pas acceptée'],
    [
      'a cancellation accepted',
      ['cancellationRequested cancelled'],
      'Votre annulation est acceptée',
    ],
    [
      'a booking and a cancellation accepted',
      ['requested confirmed', 'cancellationRequested cancelled'],
      'Votre demande est acceptée',
    ],
    [
      'a cancellation refused',
      ['cancellationRequested confirmed'],
      'Votre annulation n’est pas acceptée',
    ],
  ])('has it in its subject: %s', (_title, steps, subject) => {
    const mail = written('requests.answered', ...steps.map((step) => told(step)));
    expect(mail?.subject).toBe(`${subject} – ALSH`);
  });

  test('gives back what a cancellation gives back, and nothing where the day stays', () => {
    const mail = written(
      'requests.answered',
      told('cancellationRequested cancelled', { cents: cents(-150) }),
      told('cancellationRequested confirmed', {
        cents: cents(0),
        reasons: [{ code: 'cancellationRefused', because: 'Les repas sont commandés.' }],
      }),
    );
    expect(mail?.lists?.map(({ items }) => items)).toEqual([
      ['Lina, mardi 1er décembre : ALP – Matin (− 1,50 €)'],
      [
        'Lina, mardi 1er décembre : ALP – Matin. Le service maintient la réservation : Les repas sont commandés.',
      ],
    ]);
  });
});

describe('a payment', () => {
  test('is reminded of with its first term in the subject', () => {
    const later = fromIso('2026-12-26T00:00:00+01:00');
    const mail = written(
      'payment.reminder',
      told('requested awaitingPayment', { until: later, on: day('2027-01-05') }),
      told('requested awaitingPayment', { until: due }),
    );
    expect(mail?.subject).toBe('Réservation à payer avant le mercredi 25 novembre à minuit – ALSH');
  });

  test('that did not come says so, and until when it could', () => {
    const reasons = [{ code: 'paymentExpired', until: due } as const];
    const mail = written(
      'payment.expired',
      told('awaitingPayment expired', { cents: cents(0), reasons }),
    );
    expect(mail?.lists?.[0]?.items).toEqual([
      'Lina, mardi 1er décembre : ALP – Matin. Non payé avant le mercredi 25 novembre à minuit : la réservation est annulée.',
    ]);
  });
});

test('a closure says whether the day is charged, in words rather than amounts', () => {
  const mail = written(
    'closure.applied',
    told('confirmed cancelled', {
      cents: cents(-150),
      reasons: [{ code: 'closedByService', label: 'grève', charged: false }],
    }),
    told('confirmed cancelledLate', {
      cents: cents(0),
      reasons: [{ code: 'closedByService', label: 'pont', charged: true }],
    }),
  );
  expect(mail?.lists).toEqual([
    {
      title: 'Annulé, non facturé',
      items: [
        "Lina, mardi 1er décembre : ALP – Matin. Accueil fermé par le service (grève) : rien n'est facturé.",
      ],
    },
    {
      title: 'Annulé, facturé',
      items: [
        'Lina, mardi 1er décembre : ALP – Matin. Accueil fermé par le service (pont) ; la journée reste facturée.',
      ],
    },
  ]);
});

test('what became of a day by another step is not told', () => {
  expect(written('payment.received', told('confirmed cancelled'))).toBeUndefined();
  const both = written(
    'place.given',
    told('waitlisted confirmed'),
    told('confirmed cancelled', { childFirstName: 'Noé' }),
  );
  expect(both?.lists).toHaveLength(1);
  expect(JSON.stringify(both)).not.toContain('Noé');
});

test.each(Object.keys(bookingNews) as BookingNewsKind[])(
  '%s: each of its steps is told in a readable message, in plain text and in HTML alike',
  (kind) => {
    const steps = Object.keys(bookingNews[kind].steps) as BookingStep[];
    expect(steps.length).toBeGreaterThan(0);
    const mail = bookingNewsMail(
      kind,
      steps.map((step) => told(step, { until: due })),
      { firstName: 'Claire', organisation: 'ALSH', url, context },
    );
    if (!mail) throw new Error('Its own steps are told');
    const sent = layOutMail(mail, { name: 'ALSH', brandColor: '#0b6b5b', contactLine: 'ALSH' });
    for (const version of [sent.text, sent.html]) {
      expect(version).not.toMatch(/undefined|null|NaN|\[object/);
      expect(version.split('Lina, mardi').length - 1).toBe(steps.length);
      expect(version).toContain(mail.action?.url);
    }
  },
);
