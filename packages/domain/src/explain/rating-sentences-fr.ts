import { formatEuros } from '../money/cents.ts';
import type { AbsenceReason } from '../reglement/vocabulary/presence-rules.ts';
import type { SentencesOf } from './catalogue.ts';
import { NBSP, formatClock, formatDayLong, formatInstant } from './format-fr.ts';
import type { RatingReason } from './rating-reasons.ts';

/** As it reads after « Absence » and a comma. */
const absences: Readonly<Record<AbsenceReason, string>> = {
  illness: 'maladie',
  hospital: 'hospitalisation',
  bereavement: 'décès d’un proche',
  familyReason: 'raison familiale',
  strike: 'grève',
  teacherAbsent: 'enseignant absent',
  schoolTrip: 'sortie scolaire',
  schoolClosed: 'école fermée',
  weather: 'intempéries',
  sentHome: 'enfant rendu à sa famille',
  moving: 'déménagement',
  work: 'raison professionnelle',
  exclusion: 'exclusion',
  other: 'autre raison',
};

export const ratingSentencesFr: SentencesOf<RatingReason> = {
  amountNotStated: () => 'Le règlement ne dit pas ce montant.',
  absenceExcused: ({ reason, cents }) =>
    `Absence excusée (${absences[reason]})${NBSP}: ${formatEuros(cents)} ne sont pas facturés.`,
  absenceBilled: ({ reason }) =>
    `Absence (${absences[reason]})${NBSP}: le règlement la facture comme une présence.`,
  absenceCredited: ({ reason, cents }) =>
    `Absence excusée (${absences[reason]})${NBSP}: ${formatEuros(cents)} facturés, et rendus en avoir.`,
  absenceBilledInPart: ({ percent, byStaff, cents, insteadOf }) =>
    `Absence excusée${NBSP}: ${percentWords(percent)} restent facturés${byStaff ? ', part fixée par le service' : ''}, soit ${formatEuros(cents)} au lieu de ${formatEuros(insteadOf)}.`,
  absenceTooShort: ({ days, from, unit }) => {
    const words = unit === 'booked' ? ` réservé${from > 1 ? 's' : ''}` : '';
    return `Absence de ${days}${NBSP}jour${days > 1 ? 's' : ''}${NBSP}: elle n’est excusée qu’à partir de ${from}${NBSP}jour${from > 1 ? 's' : ''}${words}.`;
  },
  waitingDay: ({ nth, of }) =>
    of === 1
      ? `Jour de carence${NBSP}: le premier jour d’absence reste facturé.`
      : `Jour de carence (${nth} sur ${of})${NBSP}: les ${of} premiers jours d’absence restent facturés.`,
  noticeMissed: ({ until, given }, context) =>
    given
      ? `Absence signalée trop tard${NBSP}: il fallait le faire avant le ${formatInstant(until, context.timeZone)}.`
      : `Absence non signalée avant le ${formatInstant(until, context.timeZone)}.`,
  proofMissing: ({ until, given }, context) => {
    if (until === null) return 'Absence sans justificatif, et que personne n’a signalée.';
    const end = formatInstant(until, context.timeZone);
    return given
      ? `Justificatif reçu trop tard${NBSP}: il était attendu avant le ${end}.`
      : `Aucun justificatif reçu avant le ${end}.`;
  },
  noShowBilled: ({ nth }) =>
    nth === 1
      ? 'Réservé, et l’enfant n’est pas venu.'
      : `Réservé, et l’enfant n’est pas venu${NBSP}: ${nth}ᵉ fois.`,
  unbookedPresence: ({ nth }) =>
    nth === 1 ? 'Présence sans réservation.' : `Présence sans réservation${NBSP}: ${nth}ᵉ fois.`,
  unbookedRefused: () =>
    `Un enfant qui n’est pas réservé n’est pas accueilli${NBSP}: rien n’est facturé.`,
  closureBilled: () => 'Jour annulé par le service, que le règlement ne rend pas.',
  latePickup: ({ departure, after, minutes }) =>
    `Départ à ${formatClock(departure)} pour ${formatClock(after)}${NBSP}: ${minutes}${NBSP}min de retard.`,
  latePickupSlices: ({ slices, minutes, cents }) =>
    slices === 1
      ? `Une tranche commencée de ${minutes}${NBSP}min à ${formatEuros(cents)}.`
      : `${slices} tranches commencées de ${minutes}${NBSP}min à ${formatEuros(cents)}.`,
  latePickupTier: ({ after, cents }) =>
    `Tarif de retard après ${formatClock(after)}${NBSP}: ${formatEuros(cents)}.`,
  latePickupRepeated: ({ nth }) => `Retard répété${NBSP}: ${nth}ᵉ fois.`,
  repricedWithMonth: () =>
    'Une commande tardive de ce mois fixe le prix de tout le mois pour cette activité.',
  familyDayShare: ({ children, familyCents, cents }) =>
    children === 1
      ? `Tarif de la famille ce jour, pour un enfant${NBSP}: ${formatEuros(familyCents)}.`
      : `Part de ${formatEuros(cents)} dans le tarif de la famille ce jour, pour ${children} enfants${NBSP}: ${formatEuros(familyCents)}.`,
  proRata: ({ count, days, outOf, cents, insteadOf }) =>
    `Au prorata de ${days} ${countedDays(count, days)} sur ${outOf}${NBSP}: ${formatEuros(cents)} au lieu de ${formatEuros(insteadOf)}.`,
  packageApplied: ({ label, presences, cents, insteadOf }) =>
    `${label}${NBSP}: ${formatEuros(cents)} pour ${presences} ${presences === 1 ? 'présence' : 'présences'}, au lieu de ${formatEuros(insteadOf)}.`,
  coveredByPackage: ({ cents }) =>
    `Le forfait tient lieu du prix de ${formatEuros(cents)}${NBSP}: seul le supplément reste facturé.`,
  quantityReached: ({ label, count, counted, from }) =>
    `${label}${NBSP}: ${count} ${counted === 'distinctDays' ? 'jours' : 'présences'}, la réduction vaut à partir de ${from}.`,
  capReached: ({ label, cents, insteadOf }) =>
    `${label}${NBSP}: ${formatEuros(cents)} au plus, au lieu de ${formatEuros(insteadOf)}.`,
  aidPaid: ({ label, payer, cents }) =>
    `${label}${NBSP}: ${formatEuros(cents)} payés par ${payer}.`,
  aidCeiling: ({ cents, insteadOf }) =>
    `Aide plafonnée à ${formatEuros(cents)}, au lieu de ${formatEuros(insteadOf)}.`,
  shareOfHousehold: ({ cents, whole }) =>
    `Part de cet enfant${NBSP}: ${formatEuros(cents)} sur ${formatEuros(whole)} pour la famille.`,
  creditGiven: ({ cents }) =>
    `Avoir de ${formatEuros(cents)} à valoir sur les prochaines réservations.`,
  membershipDue: ({ label, byPresence }) =>
    byPresence
      ? `${label}${NBSP}: due avec la première venue de l’année.`
      : `${label}${NBSP}: prise pour l’année.`,
  feeDue: ({ label, quantity, cents }) =>
    quantity === 1
      ? `${label}${NBSP}: ${formatEuros(cents)}.`
      : `${label}${NBSP}: ${quantity} × ${formatEuros(cents)}.`,
  corrected: ({ before, after }) =>
    `Correction${NBSP}: ${formatEuros(after)} au lieu de ${formatEuros(before)}.`,
  noLongerOwed: ({ cents }) => `Correction${NBSP}: ${formatEuros(cents)} ne sont plus dus.`,
  otherLinesChange: ({ cents, whole }) =>
    cents === whole
      ? `Ce changement modifie aussi d’autres lignes (forfait, plafond ou tarif de la famille)${NBSP}: ${formatEuros(cents)}.`
      : `Part de ${formatEuros(cents)} dans ce que ces changements font aux autres lignes (forfait, plafond ou tarif de la famille)${NBSP}: ${formatEuros(whole)}.`,
  spanBegunBefore: ({ on }) =>
    `Suite d’une période commencée le ${formatDayLong(on)}, déjà facturée en partie.`,
};

function countedDays(count: 'openDays' | 'bookedDays', days: number): string {
  const plural = days > 1 ? 's' : '';
  return `jour${plural} ${count === 'openDays' ? 'ouvert' : 'réservé'}${plural}`;
}

function percentWords(percent: number): string {
  return `${String(percent).replace('.', ',')}${NBSP}%`;
}
