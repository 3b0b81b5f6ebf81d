import { expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { ExplainContext } from './catalogue.ts';
import { explain } from './explain.ts';
import type { PriceReason } from './price-reasons.ts';
import { priceSentencesFr } from './price-sentences-fr.ts';

const context: ExplainContext = {
  timeZone: 'Europe/Paris',
  contact: { name: "l'ALSH", phone: '', email: '', hours: '' },
  locale: 'fr',
};

/** Ordinary spaces, so that sentences can be compared by eye. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const [c40, c80, c200, c261, c300, c415] = [
  cents(40),
  cents(80),
  cents(200),
  cents(261),
  cents(300),
  cents(415),
];
const effort = { code: 'effortPrice', percent: 0.36, of: 'quotient', base: 725 } as const;
const oneCase = { code: 'casePrice', label: '', counting: null, cents: c200 } as const;
const blocks = {
  code: 'timeBlocksPrice',
  count: 'started',
  blockMinutes: 30,
  minutes: 40,
  blocks: 2,
  eachCents: c40,
  cents: c80,
} as const;
const affine = {
  code: 'affinePrice',
  quotient: 1000,
  slope: 0.00817,
  interceptCents: 624,
  times: 5,
  cents: cents(7205),
  bound: null,
} as const;

const sentences: readonly (readonly [PriceReason, string])[] = [
  [{ code: 'flatPrice', cents: c415 }, 'Tarif unique : 4,15 €.'],
  [
    { code: 'quotientPrice', quotient: 308.01, from: 308.01, below: 500.01, cents: c415 },
    'Tarif pour un quotient familial de 308,01 (tranche de 308,01 à moins de 500,01) : 4,15 €.',
  ],
  [
    { code: 'quotientPrice', quotient: 0, from: 0, below: 500, cents: c415 },
    'Tarif pour un quotient familial de 0 (tranche de moins de 500) : 4,15 €.',
  ],
  [
    { code: 'quotientPrice', quotient: 2000, from: 1300, below: null, cents: c415 },
    'Tarif pour un quotient familial de 2000 (tranche à partir de 1300) : 4,15 €.',
  ],
  [
    { code: 'shiftedBandPrice', quotient: 700, from: 551, below: 651, cents: c415 },
    'Tarif de la tranche de 551 à moins de 651 : 4,15 €.',
  ],
  [
    { code: 'noQuotientPrice', cents: c415 },
    'Tarif maximal, faute de quotient familial connu : 4,15 €.',
  ],
  [
    { code: 'withoutQuotientPrice', cents: c415 },
    'Tarif des foyers sans quotient familial connu : 4,15 €.',
  ],
  [
    { ...effort, cents: c261, bound: null },
    "Tarif à l'effort : 0,36 % d'un quotient familial de 725, soit 2,61 €.",
  ],
  [
    { ...effort, base: 700, cents: cents(260), bound: { kind: 'floor', cents: cents(260) } },
    "Tarif à l'effort : 0,36 % d'un quotient familial de 700, soit 2,60 € (plancher : 2,60 €).",
  ],
  [
    {
      ...effort,
      of: 'monthlyResources',
      base: 2345.67,
      cents: c200,
      bound: { kind: 'cap', cents: c200 },
    },
    "Tarif à l'effort : 0,36 % de ressources mensuelles de 2345,67 €, soit 2,00 € (plafond : 2,00 €).",
  ],
  [affine, 'Tarif calculé sur le quotient familial : (1000 × 0,00817 + 6,24) × 5, soit 72,05 €.'],
  [
    { ...affine, times: 1, interceptCents: -50, cents: cents(767) },
    'Tarif calculé sur le quotient familial : 1000 × 0,00817 - 0,5, soit 7,67 €.',
  ],
  [
    { ...affine, times: 1, interceptCents: 0, cents: cents(817) },
    'Tarif calculé sur le quotient familial : 1000 × 0,00817, soit 8,17 €.',
  ],
  [
    {
      code: 'slidingPrice',
      quotient: 690,
      before: { quotient: 615, cents: cents(588) },
      after: { quotient: 765, cents: cents(799) },
      cents: cents(694),
    },
    'Tarif progressif pour un quotient familial de 690 (entre 5,88 € à 615 et 7,99 € à 765) : 6,94 €.',
  ],
  [
    {
      code: 'slidingPrice',
      quotient: 600,
      before: { quotient: 615, cents: cents(588) },
      after: { quotient: 615, cents: cents(588) },
      cents: cents(588),
    },
    'Tarif progressif pour un quotient familial de 600 : 5,88 €.',
  ],
  [
    { ...oneCase, what: 'residence', key: 'd', label: 'Extérieur' },
    'Tarif « Extérieur » : 2,00 €.',
  ],
  [{ ...oneCase, what: 'weekday', key: '3' }, 'Tarif du mercredi : 2,00 €.'],
  [{ ...oneCase, what: 'season', key: 'holidays' }, 'Tarif des vacances scolaires : 2,00 €.'],
  [{ ...oneCase, what: 'season', key: 'term' }, 'Tarif du temps scolaire : 2,00 €.'],
  [
    { ...oneCase, what: 'rank', key: '3+', counting: 'registered' },
    'Tarif du 3ᵉ enfant et plus inscrit : 2,00 €.',
  ],
  [
    { ...oneCase, what: 'rank', key: '1', counting: 'present' },
    'Tarif du 1er enfant présent ce jour : 2,00 €.',
  ],
  [
    { ...oneCase, what: 'children', key: '2', counting: 'dependent' },
    'Tarif pour 2 enfants à charge : 2,00 €.',
  ],
  [
    { ...oneCase, what: 'children', key: '1', counting: 'booked' },
    'Tarif pour 1 enfant réservé ce jour : 2,00 €.',
  ],
  [
    { ...oneCase, what: 'children', key: '3+', counting: 'booked' },
    'Tarif pour 3 enfants et plus réservés ce jour : 2,00 €.',
  ],
  [{ ...oneCase, what: 'flag', key: null }, 'Tarif ordinaire : 2,00 €.'],
  [
    { code: 'countPrice', count: 1, of: 'distinctDays', per: 'week', cents: c200 },
    'Tarif pour 1 jour au cours de la semaine : 2,00 €.',
  ],
  [
    { code: 'countPrice', count: 3, of: 'presences', per: 'month', cents: c200 },
    'Tarif pour 3 présences au cours du mois : 2,00 €.',
  ],
  [
    { code: 'frequencyPrice', regular: true, regularFrom: 8, per: 'month', cents: c200 },
    'Tarif régulier, à partir de 8 présences au cours du mois : 2,00 €.',
  ],
  [
    { code: 'frequencyPrice', regular: false, regularFrom: 8, per: 'week', cents: c200 },
    'Tarif occasionnel, à moins de 8 présences au cours de la semaine : 2,00 €.',
  ],
  [blocks, '2 demi-heures commencées à 0,40 € : 0,80 €.'],
  [{ ...blocks, blocks: 1, cents: c40 }, '1 demi-heure commencée à 0,40 € : 0,40 €.'],
  [
    { ...blocks, blockMinutes: 15, count: 'completed' },
    "2 quarts d'heure complets à 0,40 € : 0,80 €.",
  ],
  [{ ...blocks, blockMinutes: 60, blocks: 1 }, '1 heure commencée à 0,40 € : 0,80 €.'],
  [{ ...blocks, blockMinutes: 20 }, '2 tranches de 20 min commencées à 0,40 € : 0,80 €.'],
  [
    {
      ...blocks,
      blockMinutes: 60,
      count: 'proRata',
      minutes: 105,
      eachCents: c200,
      cents: cents(350),
    },
    "1 h 45 à 2,00 € l'heure : 3,50 €.",
  ],
  [
    { ...blocks, blockMinutes: 30, count: 'proRata', minutes: 15, cents: cents(20) },
    '15 min à 0,40 € la demi-heure : 0,20 €.',
  ],
  [
    { ...blocks, blockMinutes: 15, count: 'proRata', minutes: 60, cents: cents(160) },
    "1 h à 0,40 € le quart d'heure : 1,60 €.",
  ],
  [
    { code: 'clockPrice', of: 'departure', at: '17:20', upTo: '17:30', cents: c200 },
    "Départ à 17 h 20 (tarif jusqu'à 17 h 30) : 2,00 €.",
  ],
  [
    { code: 'clockPrice', of: 'arrival', at: '08:05', upTo: null, cents: c200 },
    'Arrivée à 8 h 05 : 2,00 €.',
  ],
  [
    {
      code: 'summedPrice',
      parts: [
        { label: 'Repas', cents: cents(350) },
        { label: 'Navette', cents: cents(75) },
      ],
      cents: cents(425),
    },
    'Repas : 3,50 € + Navette : 0,75 €, soit 4,25 €.',
  ],
  [
    { code: 'sharePrice', percent: 50, ofCents: cents(305), cents: cents(153) },
    '50 % de 3,05 €, soit 1,53 €.',
  ],
  [
    { code: 'boundedPrice', bound: { kind: 'cap', cents: c200 }, insteadOf: c300 },
    'Jamais plus de 2,00 €, au lieu de 3,00 €.',
  ],
  [
    { code: 'boundedPrice', bound: { kind: 'floor', cents: c300 }, insteadOf: c200 },
    'Jamais moins de 3,00 €, au lieu de 2,00 €.',
  ],
  [
    { code: 'familyDayPrice', children: 2, cents: cents(465) },
    'Tarif de la famille pour 2 enfants ce jour : 4,65 €.',
  ],
  [
    { code: 'familyDayPrice', children: 1, cents: cents(280) },
    'Tarif de la famille pour 1 enfant ce jour : 2,80 €.',
  ],
  [{ code: 'periodPrice', per: 'month', cents: cents(4500) }, 'Forfait du mois : 45,00 €.'],
  [{ code: 'extraAdded', label: 'Navette', cents: cents(75) }, '« Navette » en plus : 0,75 €.'],
  [
    { code: 'priceAdjusted', label: 'Habitant', cents: cents(-274) },
    'Réduction « Habitant » : - 2,74 €.',
  ],
  [
    { code: 'priceAdjusted', label: 'Extérieur', cents: c200 },
    'Supplément « Extérieur » : + 2,00 €.',
  ],
  [{ code: 'bandShifted', label: 'Fratrie', by: -1 }, '« Fratrie » : la tranche juste en dessous.'],
  [{ code: 'bandShifted', label: 'Fratrie', by: 2 }, '« Fratrie » : 2 tranches au-dessus.'],
  [
    { code: 'priceReplaced', label: 'PAI', cents: c200, insteadOf: c300 },
    'Tarif « PAI » : 2,00 € au lieu de 3,00 €.',
  ],
  [
    { code: 'latePriceReplaces', cents: c300, insteadOf: c200 },
    'Tarif hors délai : 3,00 € au lieu de 2,00 €.',
  ],
  [
    { code: 'latePriceReplaces', cents: c300, cause: 'unbooked' },
    'Tarif sans réservation : 3,00 €.',
  ],
  [{ code: 'lateSurcharge', cents: c200 }, 'Majoration hors délai : 2,00 € en plus.'],
  [
    { code: 'lateSurcharge', cents: c200, percent: 12.5, cause: 'noShow' },
    'Majoration de 12,5 % pour absence non excusée : 2,00 € en plus.',
  ],
  [
    { code: 'lateMultiple', times: 2, cents: c415, insteadOf: c200 },
    'Tarif hors délai, le double : 4,15 € au lieu de 2,00 €.',
  ],
  [
    { code: 'lateMultiple', times: 1.5, cents: c300, insteadOf: c200, cause: 'unbooked' },
    'Tarif sans réservation, 1,5 fois le prix : 3,00 € au lieu de 2,00 €.',
  ],
  [
    { code: 'lateMultiple', times: 3, cents: c300, insteadOf: c200 },
    'Tarif hors délai, le triple : 3,00 € au lieu de 2,00 €.',
  ],
  [
    { code: 'notCharged', cause: 'noShow', cents: c300 },
    'Absence sans frais : 3,00 € ne sont pas facturés.',
  ],
  [
    { code: 'cancellationBilledInPart', percent: 50, cents: c200 },
    'Annulation : 50 % du prix restent facturés, soit 2,00 €.',
  ],
  [
    { code: 'cancellationAtDiscretion', minPercent: 0, maxPercent: 100, cents: c200 },
    'Annulation : le service décide de la part facturée, de 0 % à 100 % du prix, soit 2,00 € au plus.',
  ],
  [{ code: 'cancellationFee', cents: c200 }, "Frais d'annulation : 2,00 €."],
  [
    { code: 'cancellationCredited', cents: c200 },
    "Annulation : 2,00 € restent facturés, et vous seront rendus en avoir sur d'autres jours.",
  ],
  [
    { code: 'lateCancellationBilled', cents: c200 },
    'Annulation hors délai : 2,00 € restent facturés.',
  ],
  [
    { code: 'alreadyBilled', cents: c200 },
    'Réservation reprise après une annulation hors délai : 2,00 € déjà facturés ne le seront pas à nouveau.',
  ],
  [
    { code: 'cancelledInTime', cents: c200 },
    'Annulation sans frais : 2,00 € ne seront pas facturés.',
  ],
];

test.each(sentences)('%j', (reason, expected) => {
  expect(plain(explain(reason, context))).toBe(expected);
});

test('every reason of a price is in this list', () => {
  const listed = new Set(sentences.map(([{ code }]) => code));
  expect([...listed].toSorted()).toEqual(Object.keys(priceSentencesFr).toSorted());
});
