import type { Condition, Counting } from '../reglement/document.ts';
import { NBSP, formatWeekday } from './format-fr.ts';

/**
 * Whom an activity is for, after « ne peut pas être accueilli ici : ».
 *
 * @param labels the règlement's own words for the codes of the condition, in their order
 */
export function conditionWords(condition: Condition, labels: readonly string[]): string {
  const named = labels.map((label) => `«${NBSP}${label}${NBSP}»`).join(' ou ');
  switch (condition.kind) {
    case 'residence':
      return `cet accueil est réservé à la catégorie ${named}`;
    case 'scheme':
      return `cet accueil est réservé au régime ${named}`;
    case 'flag':
      return `cet accueil est réservé à la situation ${named}`;
    case 'noFlag':
      return `cet accueil n'est pas ouvert à la situation ${named}`;
    case 'group':
      return `cet accueil est réservé au groupe ${named}`;
    case 'mode':
      return `cet accueil ne se réserve qu'au mode ${named}`;
    case 'extra':
      return `cet accueil ne se réserve qu'avec ${named}`;
    case 'quotient':
      return `cet accueil est réservé aux quotients familiaux ${rangeWords(condition)}`;
    case 'noQuotient':
      return 'cet accueil est réservé aux familles sans quotient familial connu';
    case 'age':
      return `cet accueil est réservé aux enfants ${ageWords(condition.from ?? null, condition.below ?? null)}`;
    case 'rank':
      return `cet accueil est réservé, parmi les enfants ${countedWords[condition.counting]} de la famille, ${rankWords(condition)}`;
    case 'children':
      return `cet accueil est réservé aux familles ${childrenWords(condition)}`;
    case 'weekday':
      return `cet accueil n'est ouvert que le ${condition.in.map(formatWeekday).join(' ou le ')}`;
  }
}

/** After « enfants »: `de 3 à 11 ans`, `de 6 ans et plus`. */
export function ageWords(from: number | null, below: number | null): string {
  if (below === null) return `de ${from}${NBSP}${years(from ?? 0)} et plus`;
  if (from === null) return `de moins de ${below}${NBSP}${years(below)}`;
  const last = below - 1;
  return last === from
    ? `de ${from}${NBSP}${years(from)}`
    : `de ${from} à ${last}${NBSP}${years(last)}`;
}

const countedWords: Readonly<Record<Counting, string>> = {
  registered: 'inscrits',
  booked: 'réservés le même jour',
  present: 'présents le même jour',
  dependent: 'à charge',
};

const oneCounted: Readonly<Record<Counting, string>> = {
  registered: 'inscrit',
  booked: 'réservé le même jour',
  present: 'présent le même jour',
  dependent: 'à charge',
};

function rangeWords({ from, below }: Extract<Condition, { kind: 'quotient' }>): string {
  if (below === undefined) return `à partir de ${from ?? 0}`;
  return from === undefined ? `de moins de ${below}` : `de ${from} à moins de ${below}`;
}

function rankWords({ from, upTo }: Extract<Condition, { kind: 'rank' }>): string {
  if (upTo === undefined) return `à partir du rang ${from ?? 1}`;
  if (from === undefined) return `jusqu'au rang ${upTo}`;
  return from === upTo ? `au rang ${upTo}` : `aux rangs ${from} à ${upTo}`;
}

function childrenWords({ from, upTo, counting }: Extract<Condition, { kind: 'children' }>): string {
  const many = (count: number) =>
    count > 1
      ? `${count}${NBSP}enfants ${countedWords[counting]}`
      : `1${NBSP}seul enfant ${oneCounted[counting]}`;
  if (upTo === undefined) return `d'au moins ${many(from ?? 1)}`;
  if (from === undefined) return `d'au plus ${many(upTo)}`;
  return from === upTo ? `de ${many(upTo)}` : `de ${from} à ${many(upTo)}`;
}

function years(count: number): string {
  return count > 1 ? 'ans' : 'an';
}
