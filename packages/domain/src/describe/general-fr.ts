import { formatDayWithYear } from '../explain/format-fr.ts';
import type { Fee, Membership, QuotientRules, ReglementDocument } from '../reglement/document.ts';
import { inBrackets } from './conditions-fr.ts';
import { type Block, type DescribeContext, listOf } from './description.ts';
import { monthDayWords } from './month-day-fr.ts';
import type { Names } from './names.ts';
import { priceWords } from './price-words-fr.ts';
import { joinAnd } from './words-fr.ts';

const takesEffect: Readonly<Record<QuotientRules['takesEffect'], string>> = {
  atOnce: "s'applique tout de suite",
  nextMonth: "s'applique à partir du mois suivant",
  nextSchoolYear: "s'applique à partir de l'année scolaire suivante",
  retroactive: "s'applique à partir de sa propre date, même passée",
};

/** When a family's quotient counts. */
export function quotientBlocks({ quotient }: ReglementDocument): readonly Block[] {
  if (quotient === undefined) return [];
  const { renewedBy } = quotient;
  return listOf([
    `Un nouveau quotient familial ${takesEffect[quotient.takesEffect]}.`,
    ...(renewedBy === undefined
      ? []
      : [
          `Il est à redonner chaque année au plus tard le ${monthDayWords(renewedBy)} ; passé cette date, le foyer est considéré sans quotient.`,
        ]),
  ]);
}

/** Memberships, and amounts owed for something other than a presence. */
export function feeBlocks(
  { memberships = [], fees = [] }: ReglementDocument,
  names: Names,
): readonly Block[] {
  return listOf([
    ...memberships.map((membership) => membershipWords(membership, names)),
    ...fees.map((fee) => feeWords(fee, names)),
  ]);
}

const whose = { household: 'par famille', child: 'par enfant' } as const;

function membershipWords(membership: Membership, names: Names): string {
  const { label, per, units, when, yearFrom, prices } = membership;
  const [first, ...others] = prices;
  const usual = first === undefined ? 'prix non indiqué' : priceWords(first.price, names);
  const later = others.map(
    ({ from, price }) => `${priceWords(price, names)} à partir du ${monthDayWords(from)}`,
  );
  const where = units === undefined ? '' : `, pour ${joinAnd(units.map(names.unit))}`;
  return `${label}${inBrackets(when, names)}${where} : ${[usual, ...later].join(', ')}, ${whose[per]} et par an (du ${monthDayWords(yearFrom)} au ${monthDayWords(yearFrom)} suivant).`;
}

const feeReasons: Readonly<Record<Fee['on'], string>> = {
  lateFile: 'si le dossier est rendu en retard',
  file: 'pour le dossier',
  rejectedPayment: 'si un paiement est rejeté',
  reminder: 'à chaque relance',
  ticketBook: 'par carnet de tickets',
  other: '',
};

function feeWords({ label, per, on, price }: Fee, names: Names): string {
  const reason = feeReasons[on];
  return `${label} : ${priceWords(price, names)} ${whose[per]}${reason === '' ? '' : `, ${reason}`}.`;
}

/** Days without the service, and what a day costs that it cancels itself. */
export function closureBlocks(
  { calendar, closureCredit }: ReglementDocument,
  { today }: DescribeContext,
): readonly Block[] {
  const { closures = [], townHolidays = [] } = calendar;
  const spans = closures
    .filter(({ until }) => until >= today)
    .map(({ from, until, name }) =>
      from === until
        ? `Fermé le ${formatDayWithYear(from)} (${name}).`
        : `Fermé du ${formatDayWithYear(from)} au ${formatDayWithYear(until)} (${name}).`,
    );
  const days = townHolidays
    .filter(({ on }) => on >= today)
    .map(({ on, name }) => `Fermé le ${formatDayWithYear(on)} (${name}).`);
  return listOf([
    ...spans,
    ...days,
    closureCredit === 'full'
      ? "Un jour que le service annule lui-même n'est pas facturé."
      : 'Un jour que le service annule lui-même reste facturé.',
  ]);
}

/** Ways to count days, told once where the règlement uses them. */
const dayWords: readonly (readonly [sign: RegExp, words: string])[] = [
  [/ouvrée?s?(?!\p{L})/u, 'Jours ouvrés : du lundi au vendredi, sauf jours fériés.'],
  [
    /h ouvrées/u,
    "Heures ouvrées : « 48 h ouvrées avant », c'est deux jours ouvrés plus tôt, à la même heure.",
  ],
  [/ouvrables?\b/u, 'Jours et heures ouvrables : du lundi au samedi, sauf jours fériés.'],
  [/jours? francs?\b/u, 'Jours francs : ni le premier ni le dernier jour ne comptent.'],
  [/jours? d'école\b/u, "Jours d'école : les jours où il y a classe."],
  [
    /jours? d'ouverture du service\b/u,
    "Jours d'ouverture du service : ceux où son bureau est ouvert, jamais un jour férié.",
  ],
];

/** The words of the règlement that a reader may not know, among those it uses. */
export function wordBlocks(texts: readonly string[]): readonly Block[] {
  const used = dayWords.filter(([sign]) => texts.some((text) => sign.test(text)));
  return listOf(used.map(([, words]) => words));
}
