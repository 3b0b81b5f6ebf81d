import type { BookingState } from '../bookings/states.ts';
import type { EnrolmentFact } from '../enrolments/enrolment-fact.ts';
import { formatEuros } from '../money/cents.ts';
import type { Channel } from '../reglement/document.ts';
import { weekdayOf } from '../time/day.ts';
import { type Instant, localDayOf } from '../time/instant.ts';
import { ageWords, conditionWords } from './admission-words-fr.ts';
import type { Catalogue, ExplainContext } from './catalogue.ts';
import { beforeLimit, delay, passedLimit, untilLimit } from './delay-words-fr.ts';
import { priceSentencesFr } from './price-sentences-fr.ts';
import { ratingSentencesFr } from './rating-sentences-fr.ts';
import {
  NBSP,
  dayEndingAt,
  formatDayLong,
  formatDayWithYear,
  formatInstant,
  formatMonth,
  formatWeekday,
  ordinal,
} from './format-fr.ts';

export const catalogueFr: Catalogue = {
  withinLimit: ({ limitAt, limit }, context) =>
    `Possible ${beforeLimit(limitAt, context, limit)} (${delay(limit)}).`,
  noLimit: () => "Possible jusqu'au jour même.",
  limitPassed: ({ limitAt, limit }, context) =>
    `Le ${delay(limit)} est dépassé${passedLimit(limitAt, context, limit)}.`,
  staffOnly: ({ action }, context) =>
    `Pour ${action === 'book' ? 'ajouter' : 'annuler'} ce jour, ${contactStaff(context)}.`,
  lateByStaff: ({ limitAt, limit }, context) =>
    `Hors délai${NBSP}: le ${delay(limit)} allait ${untilLimit(limitAt, context, limit)}.`,
  stageOfChannel: ({ channel }) =>
    `Demande faite ${channelWords[channel]}${NBSP}: elle suit le délai et le tarif prévus pour celles-ci.`,
  channelNotServed: ({ action, channel }) =>
    `Le règlement ne prévoit pas ${action === 'book' ? 'de réservation' : "d'annulation"} ${channelWords[channel]}.`,
  neverPossible: ({ action }) =>
    action === 'book'
      ? 'Le règlement ne permet pas de réserver ce jour.'
      : 'Une réservation est définitive et ne peut pas être annulée.',
  limitNotStated: () => "Le règlement n'indique pas jusqu'à quand c'est possible.",
  limitOfWeekdayUnknown: ({ on }) =>
    `Le règlement ne donne pas de délai pour le ${formatWeekday(weekdayOf(on))}.`,
  limitOfDayUnknown: ({ on }) =>
    `Le calendrier des délais ne donne pas de date pour le ${formatDayWithYear(on)}.`,
  windowEndUnknown: ({ label }) =>
    `La période de réservation «${NBSP}${label}${NBSP}» n'a pas de fin annoncée.`,
  consequenceNotStated: ({ action }) =>
    `Le règlement ne dit pas ce que devient une ${action === 'book' ? 'réservation' : 'annulation'} demandée à ce moment.`,
  nothingToBook: () =>
    `Il n'y a rien à réserver pour cet accueil${NBSP}: chaque présence est facturée.`,
  payFirst: () =>
    `Le paiement accompagne la demande${NBSP}: rien n'est réservé tant qu'elle n'est pas payée.`,
  excluded: ({ cents, month, lasts }) =>
    `${formatEuros(cents)} restent impayés pour ${formatMonth(month)}${NBSP}: l'enfant ne peut pas être accueilli ${lasts === 'untilPaid' ? "tant qu'ils ne sont pas réglés" : 'ce mois-ci'}.`,
  notAdmitted: ({ condition, labels }) =>
    `Votre enfant ne peut pas être accueilli ici${NBSP}: ${conditionWords(condition, labels)}.`,
  sessionOver: () => "L'accueil de ce jour est terminé.",
  full: ({ capacity }) =>
    capacity > 1
      ? `Complet${NBSP}: les ${capacity} places sont prises.`
      : `Complet${NBSP}: il n'y a plus de place.`,
  waitingListStaff: (_reason, context) =>
    `Pour être mis en liste d'attente, ${contactStaff(context)}.`,
  waitingListOpen: () => "Vous pouvez demander à être mis en liste d'attente.",
  waitingListFirst: () => "Une place libérée revient d'abord à la liste d'attente.",
  waitingListJoin: ({ rank, until }, context) =>
    `En liste d'attente, ${ordinal(rank)}, ${untilLimit(until, context)}.`,
  waitingListLeave: () => "Vous quittez la liste d'attente, sans frais.",
  waitingListOver: ({ until }, context) =>
    `Aucune place ne s'est libérée${NBSP}: la liste d'attente allait ${untilLimit(until, context)}.`,
  offerMade: ({ until }, context) =>
    `Une place s'est libérée${NBSP}: elle vous est réservée jusqu'au ${formatInstant(until, context.timeZone)}.`,
  offerLapsed: ({ until }, context) =>
    `La place proposée n'a pas reçu de réponse avant le ${formatInstant(until, context.timeZone)}.`,
  offerDeclined: () => 'La place proposée a été refusée.',
  waitingPrice: ({ cents }) =>
    `Rien n'est facturé tant que vous attendez${NBSP}; ${formatEuros(cents)} si une place vous est proposée et que vous l'acceptez.`,
  closed: ({ label }) =>
    label === null ? "Pas d'accueil ce jour." : `Pas d'accueil ce jour${NBSP}: ${label}.`,
  publicHoliday: ({ name, on }) => `Pas d'accueil le ${formatDayLong(on)}, jour férié (${name}).`,
  schoolHoliday: ({ name }) => `Pas d'accueil ce jour${NBSP}: ${lowerFirst(name)}.`,
  calendarUnknown: ({ after }) =>
    `Le calendrier scolaire n'est connu que jusqu'au ${formatDayWithYear(after)}.`,
  notEnrolled: ({ activity, enrolment }) => notEnrolled[enrolment](`«${NBSP}${activity}${NBSP}»`),
  enrolmentKnown: ({ enrolment }) => enrolmentKnown[enrolment],
  enrolmentByStaff: (_reason, context) => `Pour inscrire votre enfant, ${contactStaff(context)}.`,
  enrolmentOpensAt: ({ at, schoolYear }, context) =>
    `Les demandes d'inscription pour ${schoolYear} ouvrent le ${fromWhen(at, context)}.`,
  schoolYearOver: ({ schoolYear }) => `L'année scolaire ${schoolYear} est terminée.`,
  ageOut: ({ from, below, asOf }) =>
    `Cet accueil est réservé aux enfants ${ageWords(from, below)}${asOf === undefined ? '' : ` au ${formatDayWithYear(asOf)}`}.`,
  documentsMissing: ({ documents }) =>
    documents.length === 1
      ? `Document à envoyer d'abord${NBSP}: ${documents[0]}.`
      : `Documents à envoyer d'abord${NBSP}: ${documents.join(', ')}.`,
  opensAt: ({ at, label }, context) =>
    `Les réservations${ofPeriod(label)} ouvrent le ${fromWhen(at, context)}.`,
  notAnnounced: () =>
    'Pas encore ouvert à la réservation. La date et la marche à suivre seront annoncées dans les actualités.',
  windowClosed: ({ at, label }, context) =>
    `Les réservations${ofPeriod(label)} sont closes depuis le ${formatInstant(at, context.timeZone)}.`,
  maxDays: ({ max, per }) =>
    `Pas plus de ${max}${NBSP}${max > 1 ? 'jours' : 'jour'} par ${perWords[per]} pour cet accueil.`,
  minDays: ({ min, per }) =>
    `Au moins ${min}${NBSP}${min > 1 ? 'jours' : 'jour'} par ${perWords[per]} pour cet accueil${NBSP}: ajoutez-en, ou retirez ceux ${ofThatSpan[per]}.`,
  leaveDays: ({ leave, open, per }) =>
    `Sur les ${open}${NBSP}jours d'accueil ${ofThatSpan[per]}, ${leave} ${leave > 1 ? 'sont laissés' : 'est laissé'} à d'autres enfants${NBSP}: pas plus de ${Math.max(0, open - leave)}${NBSP}${open - leave > 1 ? 'jours' : 'jour'}.`,
  toBeAnswered: ({ until }, context) =>
    `Le service doit valider votre demande${NBSP}: réponse au plus tard le ${formatInstant(until, context.timeZone)}.`,
  requestWithdrawn: () => 'Vous retirez votre demande, sans frais.',
  requestAccepted: () => 'Demande acceptée par le service.',
  requestRefused: ({ because }) => `Demande refusée par le service${NBSP}: ${ended(because)}`,
  requestUnanswered: () => "La demande n'a pas reçu de réponse avant le début de l'accueil.",
  decisionTakenBack: () => 'Le service a repris sa réponse pour la revoir.',
  cancellationRefused: ({ because }) =>
    `Le service maintient la réservation${NBSP}: ${ended(because)}`,
  payBefore: ({ until }, context) => `À payer avant le ${formatInstant(until, context.timeZone)}.`,
  paymentGivenUp: () => 'Vous renoncez à cette place, sans frais.',
  paymentExpired: ({ until }, context) =>
    `Non payé avant le ${formatInstant(until, context.timeZone)}${NBSP}: la réservation est annulée.`,
  paidToStaff: ({ how }) => `Paiement reçu par le service (${how}).`,
  placeGiven: () => "Une place s'est libérée, le service vous l'a attribuée.",
  closedByService: ({ label, charged }) =>
    charged
      ? `Accueil fermé par le service (${label})${NBSP}; la journée reste facturée.`
      : `Accueil fermé par le service (${label})${NBSP}: rien n'est facturé.`,
  alreadyBooked: () => 'Ce jour est déjà réservé ou demandé.',
  otherHousehold: (_reason, context) =>
    `Ce jour est réservé par l'autre foyer de l'enfant. Pour le modifier, ${contactStaff(context)}.`,
  notBooked: () => "Ce jour n'est pas réservé.",
  notCancellable: ({ state }) => notCancellable[state],
  incompatibleUnit: ({ unit }) =>
    `Incompatible avec «${NBSP}${unit}${NBSP}» le même jour. Retirez d'abord l'un des deux.`,
  ...priceSentencesFr,
  ...ratingSentencesFr,
};

const notEnrolled: Readonly<
  Record<Exclude<EnrolmentFact, 'accepted'>, (activity: string) => string>
> = {
  none: (activity) =>
    `Votre enfant n'est pas inscrit à l'activité ${activity}. Demandez d'abord son inscription.`,
  requested: (activity) =>
    `L'inscription à l'activité ${activity} est demandée. Vous pourrez réserver quand le service l'aura validée.`,
  incomplete: (activity) =>
    `L'inscription à l'activité ${activity} est à compléter avant de pouvoir réserver.`,
  refused: (activity) => `L'inscription à l'activité ${activity} a été refusée.`,
  waitlisted: (activity) => `L'inscription à l'activité ${activity} est en liste d'attente.`,
  ended: (activity) => `L'inscription à l'activité ${activity} est terminée.`,
};

const enrolmentKnown: Readonly<Record<Exclude<EnrolmentFact, 'none'>, string>> = {
  requested: "L'inscription est déjà demandée.",
  incomplete: "L'inscription est déjà demandée, par l'autre foyer de l'enfant.",
  waitlisted: "L'inscription est déjà demandée, en liste d'attente.",
  accepted: 'Votre enfant est déjà inscrit.',
  refused: "L'inscription a été refusée.",
  ended: "L'inscription est terminée.",
};

const perWords = { week: 'semaine', month: 'mois', period: 'période' } as const;

const ofThatSpan = { week: 'de la semaine', month: 'du mois', period: 'de la période' } as const;

/** As it reads after « demande faite ». */
const channelWords: Readonly<Record<Channel, string>> = {
  online: 'en ligne',
  staff: 'auprès du service',
  phone: 'par téléphone',
  mail: 'par courriel ou courrier',
  paper: 'par bulletin papier',
  desk: 'au guichet',
};

const settled = 'La présence de ce jour est déjà enregistrée, il ne peut plus être annulé.';
const nothingLeft = "Ce jour n'est plus réservé, il n'y a rien à annuler.";

/** A state that can be cancelled never meets its sentence; the record stays exhaustive. */
const notCancellable: Readonly<Record<BookingState, string>> = {
  requested: nothingLeft,
  waitlisted: nothingLeft,
  awaitingPayment: nothingLeft,
  confirmed: nothingLeft,
  offered: 'Une place vous est proposée pour ce jour. Acceptez-la ou refusez-la.',
  cancellationRequested: "L'annulation de ce jour est déjà demandée.",
  absenceDeclared: "L'absence de ce jour est déjà signalée.",
  attended: settled,
  absentExcused: settled,
  absentUnexcused: settled,
  refused: nothingLeft,
  cancelled: nothingLeft,
  cancelledLate: nothingLeft,
  expired: nothingLeft,
  declined: nothingLeft,
  lapsed: nothingLeft,
};

/** What opens at midnight opens with the day: « mardi 1er décembre ». */
function fromWhen(at: Instant, { timeZone }: ExplainContext): string {
  return dayEndingAt(at, timeZone) === null
    ? formatInstant(at, timeZone)
    : formatDayLong(localDayOf(at, timeZone));
}

function ofPeriod(label: string | null): string {
  return label === null ? '' : ` «${NBSP}${label}${NBSP}»`;
}

/** What somebody wrote ends as a sentence does. */
function ended(words: string): string {
  return /[.!?…]$/u.test(words) ? words : `${words}.`;
}

function contactStaff({ contact }: ExplainContext): string {
  const ways = [
    contact.phone === '' ? '' : `au ${contact.phone}`,
    contact.email === '' ? '' : `à ${contact.email}`,
  ].filter((way) => way !== '');
  const reach = ways.length === 0 ? '' : ` ${ways.join(' ou ')}`;
  const hours = contact.hours === '' ? '' : ` (${contact.hours})`;
  return `contactez ${contact.name}${reach}${hours}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
