import { limitExceptions, limitWords } from '../explain/limit-words-fr.ts';
import type {
  ActivityRules,
  CollectionRules,
  Deposit,
  Payment,
  ReglementDocument,
  WaitingList,
} from '../reglement/document.ts';
import type { Day } from '../time/day.ts';
import { type Block, listOf, paragraph } from './description.ts';
import { stillToCome } from './still-to-come.ts';
import { counted, euros, joinAnd, percentWords } from './words-fr.ts';

/** When a booking is paid. */
export function paymentBlocks({ regime }: ActivityRules, today: Day): readonly Block[] {
  return [paragraph(paymentWords(regime.payment, today))];
}

function paymentWords(payment: Payment, today: Day): string {
  switch (payment.kind) {
    case 'later':
      return 'Vous payez après, sur facture.';
    case 'hold':
      return `Vous payez en réservant : la place est gardée pour vous ${payment.minutes} min, le temps de payer.`;
    case 'byDate': {
      const grace = ` Une demande acceptée plus tard peut encore être payée dans les ${payment.graceHours} h ouvrées.`;
      const exceptions = limitExceptions(payment.due);
      return [
        `À payer au plus tard ${limitWords(stillToCome(payment.due, today))}.${payment.graceHours > 0 ? grace : ''}`,
        ...exceptions,
        'Sans paiement à temps, la réservation est annulée et la place rendue.',
      ].join(' ');
    }
    case 'withRequest':
      return "Vous payez avec la demande : sans paiement, rien n'est réservé.";
  }
}

/** What a full day offers. */
export function waitingListBlocks(waitingList: WaitingList): readonly Block[] {
  switch (waitingList.kind) {
    case 'none':
      return [paragraph("Quand un jour est complet, il n'y a pas de liste d'attente.")];
    case 'staff':
      return [
        paragraph(
          `Quand un jour est complet, contactez le service : il tient la liste d'attente. Une place proposée vous est gardée ${waitingList.offerHours} h, ou moins si la limite pour réserver arrive avant.`,
        ),
      ];
    case 'online':
      return [
        paragraph(
          `Quand un jour est complet, demandez en ligne à être mis en liste d'attente. Une place libérée est proposée dans l'ordre des demandes ; elle vous est gardée ${waitingList.offerHours} h, ou moins si la limite pour réserver arrive avant. Rien n'est facturé tant que vous attendez.`,
        ),
      ];
  }
}

/** Deposit, tickets and what comes of unpaid invoices, for the whole organisation. */
export function collectionBlocks({
  collection = {},
  activities,
}: Pick<ReglementDocument, 'collection' | 'activities'>): readonly Block[] {
  const { deposit, deposits = [], ticketBooks = [], exclusion } = collection;
  const asked = deposit === undefined ? deposits : [deposit];
  const books = ticketBooks.map(
    ({ count, cents }) => `Carnet de ${count} tickets : ${euros(cents)}.`,
  );
  return listOf([
    ...asked.map(
      (one, place) =>
        `Un acompte ${depositWords(one)} est demandé à la réservation${placesWords(one, place > 0, activities)} ; le reste est facturé ensuite.`,
    ),
    ...books,
    ...(exclusion === undefined ? [] : [exclusionWords(exclusion)]),
  ]);
}

/** Nothing where it is asked everywhere. */
function placesWords(
  { activities: codes }: Deposit,
  isAfterOthers: boolean,
  activities: readonly ActivityRules[],
): string {
  if (codes === undefined) return isAfterOthers ? ', pour les autres activités' : '';
  const named = activities.filter(({ code }) => codes.includes(code));
  return `, pour ${joinAnd(named.map(({ label }) => `« ${label} »`))}`;
}

function depositWords({ percent = 0, daysPerWeek }: Deposit): string {
  return daysPerWeek === undefined
    ? `de ${percentWords(percent)}`
    : `du prix de ${counted(daysPerWeek, 'jour')} par semaine et par enfant, les plus chers d'abord,`;
}

function exclusionWords({
  unpaidOn,
  fromCents,
  lasts,
}: NonNullable<CollectionRules['exclusion']>): string {
  const amount = fromCents === undefined ? '' : ` de ${euros(fromCents)} ou plus`;
  const how =
    lasts === 'followingMonth'
      ? "l'enfant n'est pas accueilli le mois suivant"
      : "l'enfant n'est plus accueilli jusqu'au paiement";
  return `Facture${amount} encore impayée le ${unpaidOn} du mois suivant : ${how}.`;
}
