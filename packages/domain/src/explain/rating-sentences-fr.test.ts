import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import { day } from '../time/day.ts';
import { fromIso } from '../time/instant.ts';
import type { ExplainContext } from './catalogue.ts';
import { explain } from './explain.ts';
import type { RatingReason } from './rating-reasons.ts';
import { ratingSentencesFr } from './rating-sentences-fr.ts';

const context: ExplainContext = {
  timeZone: 'Europe/Paris',
  contact: { name: "l'ALSH", phone: '', email: '', hours: '' },
  locale: 'fr',
};
const tenOClock = fromIso('2026-11-23T10:00:00+01:00');

/** Ordinary spaces, so that sentences can be compared by eye. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const sentences: readonly (readonly [RatingReason, string])[] = [
  [{ code: 'amountNotStated' }, 'Le règlement ne dit pas ce montant.'],
  [
    { code: 'absenceExcused', reason: 'illness', cents: cents(400) },
    'Absence excusée (maladie) : 4,00 € ne sont pas facturés.',
  ],
  [
    { code: 'absenceBilled', reason: 'work' },
    'Absence (raison professionnelle) : le règlement la facture comme une présence.',
  ],
  [
    { code: 'absenceCredited', reason: 'strike', cents: cents(400) },
    'Absence excusée (grève) : 4,00 € facturés, et rendus en avoir.',
  ],
  [
    {
      code: 'absenceBilledInPart',
      percent: 12.5,
      byStaff: false,
      cents: cents(50),
      insteadOf: cents(400),
    },
    'Absence excusée : 12,5 % restent facturés, soit 0,50 € au lieu de 4,00 €.',
  ],
  [
    {
      code: 'absenceBilledInPart',
      percent: 10,
      byStaff: true,
      cents: cents(40),
      insteadOf: cents(400),
    },
    'Absence excusée : 10 % restent facturés, part fixée par le service, soit 0,40 € au lieu de 4,00 €.',
  ],
  [
    { code: 'waitingDay', nth: 1, of: 1 },
    'Jour de carence : le premier jour d’absence reste facturé.',
  ],
  [
    { code: 'waitingDay', nth: 2, of: 3 },
    'Jour de carence (2 sur 3) : les 3 premiers jours d’absence restent facturés.',
  ],
  [
    { code: 'noticeMissed', until: tenOClock, given: true },
    'Absence signalée trop tard : il fallait le faire avant le lundi 23 novembre à 10 h.',
  ],
  [
    { code: 'noticeMissed', until: tenOClock, given: false },
    'Absence non signalée avant le lundi 23 novembre à 10 h.',
  ],
  [
    { code: 'proofMissing', until: tenOClock, given: true },
    'Justificatif reçu trop tard : il était attendu avant le lundi 23 novembre à 10 h.',
  ],
  [
    { code: 'proofMissing', until: tenOClock, given: false },
    'Aucun justificatif reçu avant le lundi 23 novembre à 10 h.',
  ],
  [
    { code: 'proofMissing', until: null, given: false },
    'Absence sans justificatif, et que personne n’a signalée.',
  ],
  [
    { code: 'absenceTooShort', days: 2, from: 3, unit: 'booked' },
    'Absence de 2 jours : elle n’est excusée qu’à partir de 3 jours réservés.',
  ],
  [
    { code: 'absenceTooShort', days: 1, from: 3, unit: 'calendar' },
    'Absence de 1 jour : elle n’est excusée qu’à partir de 3 jours.',
  ],
  [{ code: 'noShowBilled', nth: 1 }, 'Réservé, et l’enfant n’est pas venu.'],
  [{ code: 'noShowBilled', nth: 3 }, 'Réservé, et l’enfant n’est pas venu : 3ᵉ fois.'],
  [{ code: 'unbookedPresence', nth: 1 }, 'Présence sans réservation.'],
  [{ code: 'unbookedPresence', nth: 7 }, 'Présence sans réservation : 7ᵉ fois.'],
  [
    { code: 'unbookedRefused' },
    'Un enfant qui n’est pas réservé n’est pas accueilli : rien n’est facturé.',
  ],
  [{ code: 'closureBilled' }, 'Jour annulé par le service, que le règlement ne rend pas.'],
  [
    { code: 'latePickup', departure: '18:31', after: '18:15', minutes: 16 },
    'Départ à 18 h 31 pour 18 h 15 : 16 min de retard.',
  ],
  [
    { code: 'latePickupSlices', slices: 1, minutes: 15, cents: cents(500) },
    'Une tranche commencée de 15 min à 5,00 €.',
  ],
  [
    { code: 'latePickupSlices', slices: 2, minutes: 15, cents: cents(500) },
    '2 tranches commencées de 15 min à 5,00 €.',
  ],
  [
    { code: 'latePickupTier', after: '18:15', cents: cents(5000) },
    'Tarif de retard après 18 h 15 : 50,00 €.',
  ],
  [{ code: 'latePickupRepeated', nth: 3 }, 'Retard répété : 3ᵉ fois.'],
  [
    { code: 'repricedWithMonth' },
    'Une commande tardive de ce mois fixe le prix de tout le mois pour cette activité.',
  ],
  [
    { code: 'familyDayShare', children: 1, familyCents: cents(280), cents: cents(280) },
    'Tarif de la famille ce jour, pour un enfant : 2,80 €.',
  ],
  [
    { code: 'familyDayShare', children: 2, familyCents: cents(465), cents: cents(233) },
    'Part de 2,33 € dans le tarif de la famille ce jour, pour 2 enfants : 4,65 €.',
  ],
  [
    {
      code: 'proRata',
      count: 'openDays',
      days: 4,
      outOf: 5,
      cents: cents(3960),
      insteadOf: cents(4950),
    },
    'Au prorata de 4 jours ouverts sur 5 : 39,60 € au lieu de 49,50 €.',
  ],
  [
    {
      code: 'proRata',
      count: 'bookedDays',
      days: 1,
      outOf: 4,
      cents: cents(300),
      insteadOf: cents(1200),
    },
    'Au prorata de 1 jour réservé sur 4 : 3,00 € au lieu de 12,00 €.',
  ],
  [
    {
      code: 'packageApplied',
      label: 'Forfait du matin',
      presences: 5,
      cents: cents(2200),
      insteadOf: cents(2500),
    },
    'Forfait du matin : 22,00 € pour 5 présences, au lieu de 25,00 €.',
  ],
  [
    {
      code: 'packageApplied',
      label: 'Forfait',
      presences: 1,
      cents: cents(2200),
      insteadOf: cents(500),
    },
    'Forfait : 22,00 € pour 1 présence, au lieu de 5,00 €.',
  ],
  [
    { code: 'coveredByPackage', cents: cents(500) },
    'Le forfait tient lieu du prix de 5,00 € : seul le supplément reste facturé.',
  ],
  [
    { code: 'quantityReached', label: 'Semaine', count: 4, counted: 'distinctDays', from: 4 },
    'Semaine : 4 jours, la réduction vaut à partir de 4.',
  ],
  [
    { code: 'quantityReached', label: 'Fidélité', count: 12, counted: 'presences', from: 10 },
    'Fidélité : 12 présences, la réduction vaut à partir de 10.',
  ],
  [
    { code: 'capReached', label: 'Plafond mensuel', cents: cents(724), insteadOf: cents(952) },
    'Plafond mensuel : 7,24 € au plus, au lieu de 9,52 €.',
  ],
  [
    { code: 'aidPaid', label: 'Aide aux temps libres', payer: 'la CAF', cents: cents(600) },
    'Aide aux temps libres : 6,00 € payés par la CAF.',
  ],
  [
    { code: 'aidCeiling', cents: cents(700), insteadOf: cents(1000) },
    'Aide plafonnée à 7,00 €, au lieu de 10,00 €.',
  ],
  [
    { code: 'shareOfHousehold', cents: cents(333), whole: cents(500) },
    'Part de cet enfant : 3,33 € sur 5,00 € pour la famille.',
  ],
  [
    { code: 'creditGiven', cents: cents(400) },
    'Avoir de 4,00 € à valoir sur les prochaines réservations.',
  ],
  [
    { code: 'membershipDue', label: 'Adhésion', byPresence: true },
    'Adhésion : due avec la première venue de l’année.',
  ],
  [
    { code: 'membershipDue', label: 'Adhésion', byPresence: false },
    'Adhésion : prise pour l’année.',
  ],
  [
    { code: 'feeDue', label: 'Dossier tardif', quantity: 1, cents: cents(1500) },
    'Dossier tardif : 15,00 €.',
  ],
  [{ code: 'feeDue', label: 'Carnet', quantity: 3, cents: cents(3000) }, 'Carnet : 3 × 30,00 €.'],
  [
    { code: 'corrected', before: cents(400), after: cents(280) },
    'Correction : 2,80 € au lieu de 4,00 €.',
  ],
  [{ code: 'noLongerOwed', cents: cents(400) }, 'Correction : 4,00 € ne sont plus dus.'],
  [
    { code: 'spanBegunBefore', on: day('2026-11-30') },
    'Suite d’une période commencée le lundi 30 novembre, déjà facturée en partie.',
  ],
  [
    { code: 'otherLinesChange', cents: cents(200), whole: cents(200) },
    'Ce changement modifie aussi d’autres lignes (forfait, plafond ou tarif de la famille) : 2,00 €.',
  ],
  [
    { code: 'otherLinesChange', cents: cents(100), whole: cents(200) },
    'Part de 1,00 € dans ce que ces changements font aux autres lignes (forfait, plafond ou tarif de la famille) : 2,00 €.',
  ],
];

describe('what a bill says of its lines', () => {
  test.each(sentences)('$code', (reason, sentence) => {
    expect(plain(explain(reason, context))).toBe(sentence);
  });

  test('every reason is said at least once here', () => {
    const said = new Set(sentences.map(([{ code }]) => code));
    expect(Object.keys(ratingSentencesFr).filter((code) => !said.has(code as never))).toEqual([]);
  });

  test('every reason for an absence has its words', () => {
    const reasons = [
      'hospital',
      'bereavement',
      'familyReason',
      'teacherAbsent',
      'schoolTrip',
    ] as const;
    const others = ['schoolClosed', 'weather', 'sentHome', 'moving', 'exclusion', 'other'] as const;
    const words = [...reasons, ...others].map((reason) =>
      plain(explain({ code: 'absenceBilled', reason }, context)).slice(9, -48),
    );
    expect(new Set(words).size).toBe(words.length);
  });
});
