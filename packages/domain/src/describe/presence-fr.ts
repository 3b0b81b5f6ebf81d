import { formatClock } from '../explain/format-fr.ts';
import type {
  ActivityRules,
  LatePickup,
  LatePickupCharge,
  Occurrence,
} from '../reglement/document.ts';
import { inBrackets } from './conditions-fr.ts';
import { occurrenceConsequence } from './consequence-words-fr.ts';
import { type Block, listOf } from './description.ts';
import type { Names } from './names.ts';
import { priceWords } from './price-words-fr.ts';
import { euros, ordinalFeminine, upperFirst, withinWords } from './words-fr.ts';
import { ordinal } from '../explain/format-fr.ts';

/** What comes of what really happens on the day: not there, there unannounced, fetched late. */
export function presenceBlocks(
  { presence, regime }: ActivityRules,
  names: Names,
): readonly Block[] {
  const { noShow, unbooked, latePickup, earliestPickup } = presence ?? {};
  const booked = regime.acceptance.kind !== 'none';
  const missing = booked
    ? noShow === undefined
      ? ['Un jour réservé où votre enfant ne vient pas reste facturé.']
      : occurrenceWords('Réservé, mais votre enfant ne vient pas', noShow, 'noShow', names)
    : [];
  const unexpected =
    unbooked === undefined
      ? []
      : occurrenceWords('Votre enfant vient sans réservation', unbooked, 'unbooked', names);
  return listOf([
    ...missing,
    ...unexpected,
    ...(earliestPickup === undefined
      ? []
      : [`Un enfant ne peut pas être repris avant ${formatClock(earliestPickup)}.`]),
    ...(latePickup === undefined ? [] : [latePickupWords(latePickup, names)]),
  ]);
}

function occurrenceWords(
  what: string,
  { per = 'schoolYear', steps }: Occurrence,
  kind: 'noShow' | 'unbooked',
  names: Names,
): readonly string[] {
  return steps.map(({ from, when, consequence }) => {
    const times = from <= 1 ? '' : `, dès la ${ordinalFeminine(from)} fois ${withinWords[per]}`;
    const words = occurrenceConsequence(consequence, kind, names);
    return `${what}${times}${inBrackets(when, names)} : ${words}.`;
  });
}

function latePickupWords(rule: LatePickup, names: Names): string {
  const { after, graceMinutes, charge, scope, from, per = 'schoolYear', discretionary } = rule;
  const start = after === undefined ? "la fin de l'accueil" : formatClock(after);
  const grace = graceMinutes === undefined ? '' : ` (${graceMinutes} min de tolérance)`;
  const counter =
    from === undefined || from <= 1
      ? ''
      : `, à partir du ${ordinal(from)} retard ${withinWords[per]}`;
  const whom = scope === 'household' ? ' par famille' : ' par enfant';
  const may = discretionary ? 'peut être facturé' : 'est facturé';
  return `${upperFirst(`enfant repris après ${start}`)}${grace}${counter} : le retard ${may} ${chargeWords(charge, whom, names)}.`;
}

function chargeWords(charge: LatePickupCharge, whom: string, names: Names): string {
  switch (charge.kind) {
    case 'fixed':
      return `${euros(charge.cents)}${whom}`;
    case 'perSlice':
      return `${euros(charge.cents)}${whom} par tranche de ${charge.minutes} min commencée`;
    case 'tiers':
      return `${charge.tiers
        .map(({ after, cents }) => `${euros(cents)} après ${formatClock(after)}`)
        .join(', ')},${whom}`;
    case 'price':
      return `${priceWords(charge.price, names)}${whom}`;
  }
}
