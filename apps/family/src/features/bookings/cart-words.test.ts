import { expect, test } from 'vitest';
import { confirmWords, paymentSentences } from './cart-words.ts';

type Line = Parameters<typeof confirmWords>[0][number];

const line = (outcome: Line['outcome'], dueAt: string | null = null): Line => ({
  action: 'add',
  outcome,
  dueAt,
});
const accepted = line('accepted');
const refused = line('refused');
const asked = line('pending', '2026-11-26T14:00:00.000Z');
const askedLater = line('pending', '2026-11-27T14:00:00.000Z');
const toPay = line('awaitingPayment', '2026-11-25T23:00:00.000Z');

test.each([
  ['is sent where the service accepts it', [asked], 'Envoyer ma demande'],
  ['is sent as several', [asked, askedLater, refused], 'Envoyer mes demandes'],
  ['is validated where some of it is done at once', [asked, accepted], 'Valider le panier'],
  ['is validated where nothing is asked', [accepted, refused], 'Valider le panier'],
  ['is validated where nothing of it is possible', [refused], 'Valider le panier'],
] as const)('a cart %s', (_, lines, words) => {
  expect(confirmWords(lines)).toBe(words);
});

test.each([
  [
    'later',
    [accepted],
    ['Rien n’est à payer maintenant : ce montant s’ajoute à votre facture du mois.'],
  ],
  [
    'once the service has answered, by the last of its terms',
    [asked, askedLater],
    [
      'Rien n’est à payer maintenant : le service vous répond au plus tard le vendredi 27 novembre à 15 h.',
    ],
  ],
  [
    'before the term, to keep the places',
    [toPay, asked],
    [
      'Une place gardée pour vous, à payer avant le mercredi 25 novembre à minuit.',
      'Pour le reste, le service vous répond au plus tard le jeudi 26 novembre à 15 h.',
    ],
  ],
] as const)('it is paid %s', (_, lines, sentences) => {
  const told = paymentSentences(lines, 'Europe/Paris');
  expect(told.map((sentence) => sentence.replaceAll('\u00a0', ' '))).toEqual(sentences);
});
