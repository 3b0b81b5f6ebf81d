import { describe, expect, test } from 'vitest';
import { bookingStates } from '../bookings/states.ts';
import { cents } from '../money/cents.ts';
import type { Limit } from '../reglement/document.ts';
import { day } from '../time/day.ts';
import { limitSentences } from '../testing/limit-sentences.ts';
import { fromIso } from '../time/instant.ts';
import { catalogueFr } from './catalogue-fr.ts';
import type { ExplainContext } from './catalogue.ts';
import { explain } from './explain.ts';
import { priceSentencesFr } from './price-sentences-fr.ts';
import { ratingSentencesFr } from './rating-sentences-fr.ts';
import type { Reason } from './reasons.ts';

const context: ExplainContext = {
  timeZone: 'Europe/Paris',
  contact: {
    name: "l'ALSH",
    phone: '03 84 00 00 00',
    email: '',
    hours: 'du lundi au vendredi, 9 h – 12 h',
  },
  locale: 'fr',
};
const hours: Limit = { kind: 'hoursBefore', hours: 48, unit: 'working' };
const days: Limit = { kind: 'daysBefore', days: 5, unit: 'working', at: '24:00' };
const friday = fromIso('2026-11-20T07:30:00+01:00');
const midnight = fromIso('2026-11-19T00:00:00+01:00');

/** Ordinary spaces, so that sentences can be compared by eye; `formatEuros` tests the true ones. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const sentences: readonly (readonly [Reason, string])[] = [
  [
    { code: 'withinLimit', limitAt: friday, limit: hours },
    'Possible avant le vendredi 20 novembre à 7 h 30 (délai de 48 h ouvrées).',
  ],
  [
    { code: 'withinLimit', limitAt: midnight, limit: days },
    "Possible jusqu'au mercredi 18 novembre inclus (délai de 5 jours ouvrés).",
  ],
  [{ code: 'noLimit' }, "Possible jusqu'au jour même."],
  [
    { code: 'limitPassed', limitAt: friday, limit: hours },
    'Le délai de 48 h ouvrées est dépassé depuis le vendredi 20 novembre à 7 h 30.',
  ],
  [
    { code: 'limitPassed', limitAt: midnight, limit: days },
    "Le délai de 5 jours ouvrés est dépassé : il allait jusqu'au mercredi 18 novembre inclus.",
  ],
  [
    { code: 'limitPassed', limitAt: midnight, limit: { ...days, days: 1 } },
    "Le délai de 1 jour ouvré est dépassé : il allait jusqu'au mercredi 18 novembre inclus.",
  ],
  [
    { code: 'staffOnly', action: 'book' },
    "Pour ajouter ce jour, contactez l'ALSH au 03 84 00 00 00 (du lundi au vendredi, 9 h – 12 h).",
  ],
  [
    { code: 'staffOnly', action: 'cancel' },
    "Pour annuler ce jour, contactez l'ALSH au 03 84 00 00 00 (du lundi au vendredi, 9 h – 12 h).",
  ],
  [
    { code: 'lateByStaff', limitAt: friday, limit: hours },
    "Hors délai : le délai de 48 h ouvrées allait jusqu'au vendredi 20 novembre à 7 h 30.",
  ],
  [
    { code: 'lateByStaff', limitAt: midnight, limit: days },
    "Hors délai : le délai de 5 jours ouvrés allait jusqu'au mercredi 18 novembre inclus.",
  ],
  [{ code: 'sessionOver' }, "L'accueil de ce jour est terminé."],
  [{ code: 'full', capacity: 20 }, 'Complet : les 20 places sont prises.'],
  [{ code: 'full', capacity: 0 }, "Complet : il n'y a plus de place."],
  [
    { code: 'waitingListStaff' },
    "Pour être mis en liste d'attente, contactez l'ALSH au 03 84 00 00 00 (du lundi au vendredi, 9 h – 12 h).",
  ],
  [{ code: 'waitingListOpen' }, "Vous pouvez demander à être mis en liste d'attente."],
  [{ code: 'waitingListFirst' }, "Une place libérée revient d'abord à la liste d'attente."],
  [
    { code: 'waitingListJoin', rank: 1, until: friday },
    "En liste d'attente, 1er, jusqu'au vendredi 20 novembre à 7 h 30.",
  ],
  [
    { code: 'waitingListJoin', rank: 12, until: midnight },
    "En liste d'attente, 12ᵉ, jusqu'au mercredi 18 novembre inclus.",
  ],
  [{ code: 'waitingListLeave' }, "Vous quittez la liste d'attente, sans frais."],
  [
    { code: 'waitingListOver', until: midnight },
    "Aucune place ne s'est libérée : la liste d'attente allait jusqu'au mercredi 18 novembre inclus.",
  ],
  [
    { code: 'offerMade', until: friday },
    "Une place s'est libérée : elle vous est réservée jusqu'au vendredi 20 novembre à 7 h 30.",
  ],
  [
    { code: 'offerLapsed', until: midnight },
    "La place proposée n'a pas reçu de réponse avant le mercredi 18 novembre à minuit.",
  ],
  [{ code: 'offerDeclined' }, 'La place proposée a été refusée.'],
  [
    { code: 'waitingPrice', cents: cents(140) },
    "Rien n'est facturé tant que vous attendez ; 1,40 € si une place vous est proposée et que vous l'acceptez.",
  ],
  [{ code: 'closed', label: 'travaux' }, "Pas d'accueil ce jour : travaux."],
  [{ code: 'closed', label: null }, "Pas d'accueil ce jour."],
  [
    { code: 'publicHoliday', name: 'Armistice de 1918', on: day('2026-11-11') },
    "Pas d'accueil le mercredi 11 novembre, jour férié (Armistice de 1918).",
  ],
  [
    { code: 'schoolHoliday', name: "Vacances d'hiver" },
    "Pas d'accueil ce jour : vacances d'hiver.",
  ],
  [
    { code: 'calendarUnknown', after: day('2027-08-31') },
    "Le calendrier scolaire n'est connu que jusqu'au mardi 31 août 2027.",
  ],
  [
    { code: 'notEnrolled', activity: 'Périscolaire', enrolment: 'none' },
    "Votre enfant n'est pas inscrit à l'activité « Périscolaire ». Demandez d'abord son inscription.",
  ],
  [
    { code: 'notEnrolled', activity: 'ALP', enrolment: 'requested' },
    "L'inscription à l'activité « ALP » est demandée. Vous pourrez réserver quand le service l'aura validée.",
  ],
  [
    { code: 'notEnrolled', activity: 'ALP', enrolment: 'incomplete' },
    "L'inscription à l'activité « ALP » est à compléter avant de pouvoir réserver.",
  ],
  [
    { code: 'notEnrolled', activity: 'ALP', enrolment: 'refused' },
    "L'inscription à l'activité « ALP » a été refusée.",
  ],
  [
    { code: 'notEnrolled', activity: 'ALP', enrolment: 'waitlisted' },
    "L'inscription à l'activité « ALP » est en liste d'attente.",
  ],
  [
    { code: 'notEnrolled', activity: 'ALP', enrolment: 'ended' },
    "L'inscription à l'activité « ALP » est terminée.",
  ],
  [{ code: 'enrolmentKnown', enrolment: 'requested' }, "L'inscription est déjà demandée."],
  [
    { code: 'enrolmentKnown', enrolment: 'incomplete' },
    "L'inscription est déjà demandée, par l'autre foyer de l'enfant.",
  ],
  [
    { code: 'enrolmentKnown', enrolment: 'waitlisted' },
    "L'inscription est déjà demandée, en liste d'attente.",
  ],
  [{ code: 'enrolmentKnown', enrolment: 'accepted' }, 'Votre enfant est déjà inscrit.'],
  [{ code: 'enrolmentKnown', enrolment: 'refused' }, "L'inscription a été refusée."],
  [{ code: 'enrolmentKnown', enrolment: 'ended' }, "L'inscription est terminée."],
  [
    { code: 'enrolmentByStaff' },
    "Pour inscrire votre enfant, contactez l'ALSH au 03 84 00 00 00 (du lundi au vendredi, 9 h – 12 h).",
  ],
  [
    { code: 'enrolmentOpensAt', at: midnight, schoolYear: '2027-2028' },
    "Les demandes d'inscription pour 2027-2028 ouvrent le jeudi 19 novembre.",
  ],
  [{ code: 'schoolYearOver', schoolYear: '2025-2026' }, "L'année scolaire 2025-2026 est terminée."],
  [{ code: 'ageOut', from: 3, below: 12 }, 'Cet accueil est réservé aux enfants de 3 à 11 ans.'],
  [{ code: 'ageOut', from: 3, below: 4 }, 'Cet accueil est réservé aux enfants de 3 ans.'],
  [
    { code: 'ageOut', from: 6, below: null },
    'Cet accueil est réservé aux enfants de 6 ans et plus.',
  ],
  [
    { code: 'ageOut', from: null, below: 6 },
    'Cet accueil est réservé aux enfants de moins de 6 ans.',
  ],
  [
    { code: 'documentsMissing', documents: ['Assurance'] },
    "Document à envoyer d'abord : Assurance.",
  ],
  [
    { code: 'documentsMissing', documents: ['Assurance', 'Carnet de vaccination'] },
    "Documents à envoyer d'abord : Assurance, Carnet de vaccination.",
  ],
  [
    { code: 'opensAt', at: midnight, label: null },
    'Les réservations ouvrent le jeudi 19 novembre.',
  ],
  [
    { code: 'opensAt', at: friday, label: "Vacances d'hiver" },
    "Les réservations « Vacances d'hiver » ouvrent le vendredi 20 novembre à 7 h 30.",
  ],
  [
    { code: 'notAnnounced' },
    'Pas encore ouvert à la réservation. La date et la marche à suivre seront annoncées dans les actualités.',
  ],
  [
    { code: 'windowClosed', at: midnight, label: 'Mercredis' },
    'Les réservations « Mercredis » sont closes depuis le mercredi 18 novembre à minuit.',
  ],
  [
    { code: 'windowClosed', at: friday, label: null },
    'Les réservations sont closes depuis le vendredi 20 novembre à 7 h 30.',
  ],
  [{ code: 'maxDays', max: 3, per: 'week' }, 'Pas plus de 3 jours par semaine pour cet accueil.'],
  [{ code: 'maxDays', max: 1, per: 'month' }, 'Pas plus de 1 jour par mois pour cet accueil.'],
  [
    { code: 'minDays', min: 2, per: 'week' },
    'Au moins 2 jours par semaine pour cet accueil : ajoutez-en, ou retirez ceux de la semaine.',
  ],
  [
    { code: 'minDays', min: 4, per: 'month' },
    'Au moins 4 jours par mois pour cet accueil : ajoutez-en, ou retirez ceux du mois.',
  ],
  [
    { code: 'toBeAnswered', until: friday },
    'Le service doit valider votre demande : réponse au plus tard le vendredi 20 novembre à 7 h 30.',
  ],
  [{ code: 'requestWithdrawn' }, 'Vous retirez votre demande, sans frais.'],
  [{ code: 'requestAccepted' }, 'Demande acceptée par le service.'],
  [
    { code: 'requestRefused', because: 'le groupe est complet' },
    'Demande refusée par le service : le groupe est complet.',
  ],
  [
    { code: 'requestRefused', because: 'Le groupe est complet. Essayez jeudi !' },
    'Demande refusée par le service : Le groupe est complet. Essayez jeudi !',
  ],
  [
    { code: 'requestUnanswered' },
    "La demande n'a pas reçu de réponse avant le début de l'accueil.",
  ],
  [{ code: 'decisionTakenBack' }, 'Le service a repris sa réponse pour la revoir.'],
  [
    { code: 'cancellationRefused', because: 'les repas sont commandés.' },
    'Le service maintient la réservation : les repas sont commandés.',
  ],
  [{ code: 'payBefore', until: midnight }, 'À payer avant le mercredi 18 novembre à minuit.'],
  [{ code: 'paymentGivenUp' }, 'Vous renoncez à cette place, sans frais.'],
  [
    { code: 'paymentExpired', until: friday },
    'Non payé avant le vendredi 20 novembre à 7 h 30 : la réservation est annulée.',
  ],
  [{ code: 'paidToStaff', how: 'chèque' }, 'Paiement reçu par le service (chèque).'],
  [{ code: 'placeGiven' }, "Une place s'est libérée, le service vous l'a attribuée."],
  [
    { code: 'closedByService', label: 'grève', charged: false },
    "Accueil fermé par le service (grève) : rien n'est facturé.",
  ],
  [
    { code: 'closedByService', label: 'pont', charged: true },
    'Accueil fermé par le service (pont) ; la journée reste facturée.',
  ],
  [{ code: 'alreadyBooked' }, 'Ce jour est déjà réservé ou demandé.'],
  [
    { code: 'otherHousehold' },
    "Ce jour est réservé par l'autre foyer de l'enfant. Pour le modifier, contactez l'ALSH au 03 84 00 00 00 (du lundi au vendredi, 9 h – 12 h).",
  ],
  [{ code: 'notBooked' }, "Ce jour n'est pas réservé."],
  [
    { code: 'notCancellable', state: 'attended' },
    'La présence de ce jour est déjà enregistrée, il ne peut plus être annulé.',
  ],
  [
    { code: 'incompatibleUnit', unit: 'Après-midi' },
    "Incompatible avec « Après-midi » le même jour. Retirez d'abord l'un des deux.",
  ],
  ...limitSentences,
  [{ code: 'flatPrice', cents: cents(300) }, 'Tarif unique : 3,00 €.'],
  [
    { code: 'quotientPrice', quotient: 600, from: 500, below: 750, cents: cents(140) },
    'Tarif pour un quotient familial de 600 (tranche de 500 à moins de 750) : 1,40 €.',
  ],
  [
    { code: 'quotientPrice', quotient: 100, from: 0, below: 500, cents: cents(110) },
    'Tarif pour un quotient familial de 100 (tranche de moins de 500) : 1,10 €.',
  ],
  [
    { code: 'quotientPrice', quotient: 2000, from: 1300, below: null, cents: cents(230) },
    'Tarif pour un quotient familial de 2000 (tranche à partir de 1300) : 2,30 €.',
  ],
  [
    { code: 'noQuotientPrice', cents: cents(230) },
    'Tarif maximal, faute de quotient familial connu : 2,30 €.',
  ],
  [
    { code: 'latePriceReplaces', cents: cents(400), insteadOf: cents(140) },
    'Tarif hors délai : 4,00 € au lieu de 1,40 €.',
  ],
  [{ code: 'lateSurcharge', cents: cents(300) }, 'Majoration hors délai : 3,00 € en plus.'],
  [
    { code: 'lateCancellationBilled', cents: cents(123_450) },
    'Annulation hors délai : 1 234,50 € restent facturés.',
  ],
  [
    { code: 'alreadyBilled', cents: cents(380) },
    'Réservation reprise après une annulation hors délai : 3,80 € déjà facturés ne le seront pas à nouveau.',
  ],
  [
    { code: 'cancelledInTime', cents: cents(140) },
    'Annulation sans frais : 1,40 € ne seront pas facturés.',
  ],
];

test.each(sentences)('%o', (reason, expected) => {
  expect(plain(explain(reason, context))).toBe(expected);
});

test('every reason of a verdict is explained in a sentence of this list', () => {
  const listed = new Set<string>(sentences.map(([reason]) => reason.code));
  // Those of prices and of bills have lists of their own.
  const elsewhere = new Set(Object.keys({ ...priceSentencesFr, ...ratingSentencesFr }));
  const codes = Object.keys(catalogueFr).filter((code) => !elsewhere.has(code));
  expect(codes.length).toBeGreaterThan(60);
  expect(codes.filter((code) => !listed.has(code))).toEqual([]);
});

test('a booking in any state has its own complete sentence when it cannot be cancelled', () => {
  for (const state of bookingStates) {
    expect(explain({ code: 'notCancellable', state }, context)).toMatch(/^\p{Lu}.+\.$/u);
  }
});

test('numbers never part from their unit at the end of a line', () => {
  const sentence = explain({ code: 'limitPassed', limitAt: friday, limit: hours }, context);
  expect(sentence).toContain('48\u00a0h ouvrées');
  expect(sentence).toContain('20\u00a0novembre à 7\u00a0h\u00a030.');
});

describe('whom to contact', () => {
  const reason: Reason = { code: 'staffOnly', action: 'book' };
  test.each([
    [
      { phone: '', email: 'alsh@example.org' },
      'à alsh@example.org (du lundi au vendredi, 9 h – 12 h).',
    ],
    [
      { email: 'alsh@example.org' },
      'au 03 84 00 00 00 ou à alsh@example.org (du lundi au vendredi, 9 h – 12 h).',
    ],
    [{ hours: '' }, 'au 03 84 00 00 00.'],
    [{ phone: '', hours: '' }, "contactez l'ALSH."],
  ])('%o', (known, end) => {
    const contact = { ...context.contact, ...known };
    expect(plain(explain(reason, { ...context, contact })).endsWith(end)).toBe(true);
  });
});

test('an instant is told in the time of the organisation, not of the reader', () => {
  const reunion = { ...context, timeZone: 'Indian/Reunion' };
  expect(plain(explain({ code: 'limitPassed', limitAt: friday, limit: hours }, reunion))).toContain(
    'vendredi 20 novembre à 10 h 30',
  );
});
