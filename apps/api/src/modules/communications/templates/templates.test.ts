import { describe, expect, test } from 'vitest';
import { invitationMail } from './account-mails.ts';
import { layOutMail } from './mail-layout.ts';
import { receiptMail, receiptSchema } from './receipt-mail.ts';

const sender = {
  name: 'ALSH <Val-de-Lure>',
  brandColor: '#0b6b5b',
  contactLine: 'ALSH – 03 00 00 00 00',
};
const url = 'https://preau.example/o/val-de-lure/activation#abc';

describe('an e-mail', () => {
  const mail = layOutMail(
    invitationMail({ firstName: '<b>Léa</b>', organisation: "L'ALSH", url }),
    sender,
  );

  test('says the same in plain text and in HTML, with the address of the link written out', () => {
    for (const version of [mail.text, mail.html]) {
      expect(version).toContain('Bonjour');
      expect(version).toContain(url);
      expect(version).toContain('03 00 00 00 00');
    }
  });

  test('is a page in French with a title and one heading', () => {
    expect(mail.html).toContain('<html lang="fr">');
    expect(mail.html.match(/<h1/g)).toHaveLength(1);
    expect(mail.html).toMatch(/<title>Activez votre espace famille/);
  });

  test('runs nothing of what a name contains', () => {
    expect(mail.html).not.toContain('<b>Léa</b>');
    expect(mail.html).toContain('&lt;b&gt;Léa&lt;/b&gt;');
    expect(mail.html).toContain('ALSH &lt;Val-de-Lure&gt;');
  });

  test('loads nothing from anywhere and follows nobody', () => {
    expect(mail.html).not.toMatch(/<img|<script|<link|url\(/);
  });
});

describe('the receipt of a cart', () => {
  const line = {
    childFirstName: 'Lina',
    on: '2026-12-01',
    unitLabel: 'Matin',
    activityLabel: 'Périscolaire',
    reasons: [],
  };
  const context = {
    timeZone: 'Europe/Paris',
    contact: { name: "l'ALSH", phone: '03 00 00 00 00', email: '', hours: '' },
    locale: 'fr' as const,
  };
  const written = (lines: object[], channel: 'online' | 'staff' = 'online') =>
    receiptMail(
      receiptSchema.parse({
        id: '0198c0de-0000-7000-8000-000000000000',
        at: '2026-11-16T08:00:00.000Z',
        lines,
      }),
      { firstName: 'Claire', organisation: 'ALSH', url, channel, context },
    );

  test('tells what is booked, what is cancelled and what it comes to', () => {
    const mail = written([
      { ...line, result: 'booked', cents: 150 },
      { ...line, on: '2026-12-03', result: 'cancelled', cents: -250 },
    ]);
    // No-break spaces keep dates and amounts on one line; they are not what is told here.
    const said = JSON.parse(JSON.stringify(mail).replaceAll(/[\u00a0\u202f]/g, ' '));
    expect(said.lists).toEqual([
      { title: 'Réservé', items: ['Lina, mardi 1er décembre : Périscolaire – Matin (1,50 €)'] },
      { title: 'Annulé', items: ['Lina, jeudi 3 décembre : Périscolaire – Matin (− 2,50 €)'] },
    ]);
    expect(said.closing).toEqual(['En moins sur votre prochaine facture : 1,00 €.']);
    expect(said.paragraphs.join(' ')).toContain('lundi 16 novembre à 9 h');
  });

  test('says when it was the service, and why an amount is not the ordinary one', () => {
    const priceReasons = [{ code: 'latePriceReplaces', cents: 1000, insteadOf: 280 }];
    const mail = written([{ ...line, result: 'booked', cents: 1000, priceReasons }], 'staff');
    const said = JSON.stringify(mail).replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(said).toContain('Le service a modifié vos réservations le lundi 16 novembre');
    expect(said).not.toContain('ont été enregistrées');
    expect(said).toContain('(10,00 €). Tarif hors délai : 10,00 € au lieu de 2,80 €.');
  });

  test('says of a day in the waiting list its rank, until when, and what it would cost', () => {
    const reasons = [
      { code: 'full', capacity: 24 },
      { code: 'waitingListJoin', rank: 2, until: Date.parse('2026-11-27T07:30:00+01:00') },
    ];
    const priceReasons = [
      { code: 'flatPrice', cents: 140 },
      { code: 'waitingPrice', cents: 140 },
    ];
    const mail = written([{ ...line, result: 'waitlisted', cents: 0, reasons, priceReasons }]);
    const said = JSON.parse(JSON.stringify(mail).replaceAll(/[\u00a0\u202f]/g, ' '));
    expect(said.lists).toEqual([
      {
        title: 'En liste d’attente',
        items: [
          "Lina, mardi 1er décembre : Périscolaire – Matin. En liste d'attente, 2ᵉ, jusqu'au vendredi 27 novembre à 7 h 30. Rien n'est facturé tant que vous attendez ; 1,40 € si une place vous est proposée et que vous l'acceptez.",
        ],
      },
    ]);
    expect(said.paragraphs.join(' ')).not.toContain('prise en compte');
  });

  test('says of what is asked by when it is answered, of what is to be paid by when', () => {
    const until = Date.parse('2026-11-18T09:00:00+01:00');
    const asked = { ...line, reasons: [{ code: 'toBeAnswered', until }] };
    const mail = written([
      { ...asked, result: 'requested', cents: 150 },
      { ...asked, on: '2026-12-03', result: 'cancellationRequested', cents: -250 },
      { ...line, result: 'toPay', cents: 400, reasons: [{ code: 'payBefore', until }] },
    ]);
    const said = JSON.parse(JSON.stringify(mail).replaceAll(/[\u00a0\u202f]/g, ' '));
    expect(said.lists).toEqual([
      {
        title: 'À payer pour confirmer',
        items: [
          'Lina, mardi 1er décembre : Périscolaire – Matin (4,00 €). À payer avant le mercredi 18 novembre à 9 h.',
        ],
      },
      {
        title: 'Demandé, à valider par le service',
        items: [
          'Lina, mardi 1er décembre : Périscolaire – Matin (1,50 €). Le service doit valider votre demande : réponse au plus tard le mercredi 18 novembre à 9 h.',
        ],
      },
      {
        title: 'Annulation demandée, à valider par le service',
        items: [
          'Lina, jeudi 3 décembre : Périscolaire – Matin (− 2,50 €). Le service doit valider votre demande : réponse au plus tard le mercredi 18 novembre à 9 h.',
        ],
      },
    ]);
    expect(said.closing).toEqual([
      'À payer pour confirmer : 4,00 €.',
      'Si le service accepte vos demandes : 1,50 €. Rien n’est dû avant.',
    ]);
    expect(said.paragraphs.join(' ')).not.toContain('prise en compte');
  });

  test.each([
    [
      'booked',
      ['booked', 'cancelled'],
      'Vos réservations',
      'Vos réservations ont été enregistrées',
    ],
    ['cancelled', ['cancelled'], 'Vos réservations', 'Vos réservations ont été mises à jour'],
    ['asked', ['requested'], 'Votre demande est envoyée', 'Votre demande a été envoyée au service'],
    [
      'asked to cancel',
      ['cancellationRequested'],
      'Votre demande d’annulation est envoyée',
      'Votre demande d’annulation a été envoyée au service',
    ],
    [
      'asked of both kinds',
      ['requested', 'cancellationRequested'],
      'Vos demandes sont envoyées',
      'Vos demandes de réservation et d’annulation ont été envoyées au service',
    ],
    [
      'booked and asked',
      ['booked', 'requested'],
      'Vos réservations et vos demandes',
      'Vos réservations et vos demandes ont été enregistrées',
    ],
    [
      'to be paid',
      ['toPay', 'requested'],
      'À payer pour confirmer vos réservations',
      'Vos réservations ont été enregistrées',
    ],
  ])('is told by what was done: %s', (_, done, subject, opening) => {
    const mail = written(done.map((result) => ({ ...line, result, cents: 150 })));
    expect(mail.subject).toBe(`${subject} – ALSH`);
    expect(mail.paragraphs[1]?.startsWith(`${opening} le lundi`)).toBe(true);
  });

  test('of what the service asked for a family is not told as its own request', () => {
    const mail = written([{ ...line, result: 'requested', cents: 150 }], 'staff');
    expect(mail.subject).toBe('Vos réservations – ALSH');
  });

  test('says that a part was not done, and why', () => {
    const full = {
      ...line,
      result: 'notDone',
      cents: 0,
      reasons: [{ code: 'full', capacity: 24 }],
    };
    const mail = written([{ ...line, result: 'booked', cents: 150 }, full]);
    expect(mail.paragraphs.join(' ')).toContain('Une partie n’a pas pu être prise en compte');
    expect(mail.lists?.[1]?.items[0]).toContain('les 24 places sont prises');
  });

  test('says why nothing was done', () => {
    const mail = written([
      { ...line, result: 'notDone', cents: 0, reasons: [{ code: 'full', capacity: 24 }] },
    ]);
    expect(mail.subject).toBe('Vos réservations n’ont pas changé – ALSH');
    expect(mail.paragraphs.join(' ')).toContain('Rien n’a pu être pris en compte');
    expect(mail.lists?.[0]?.items[0]).toContain('les 24 places sont prises');
  });
});
