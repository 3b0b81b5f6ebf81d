import { formatWeekday, ordinal } from '../explain/format-fr.ts';
import type { Condition, Counting } from '../reglement/document.ts';
import type { Names } from './names.ts';
import { ageWords, counted, joinAnd, joinOr, quotientRange } from './words-fr.ts';

/** What is counted of the children of a family, as it reads after « enfant(s) ». */
export const countingWords: Readonly<Record<Counting, readonly [one: string, many: string]>> = {
  registered: ['inscrit', 'inscrits'],
  booked: ['réservé le même jour', 'réservés le même jour'],
  present: ['présent le même jour', 'présents le même jour'],
  dependent: ['à charge', 'à charge'],
};

/** `à partir du 2ᵉ enfant inscrit, quotient de moins de 700`: all of it has to hold. */
export function conditionsWords(conditions: readonly Condition[], names: Names): string {
  return conditions.map((condition) => conditionWords(condition, names)).join(', ');
}

/** ` (à partir du 2ᵉ enfant inscrit)`, or nothing where nothing is asked. */
export function inBrackets(conditions: readonly Condition[] | undefined, names: Names): string {
  return conditions === undefined || conditions.length === 0
    ? ''
    : ` (${conditionsWords(conditions, names)})`;
}

function conditionWords(condition: Condition, names: Names): string {
  switch (condition.kind) {
    case 'residence':
      return `résidence : ${joinOr(condition.in.map(names.residence))}`;
    case 'scheme':
      return `régime : ${joinOr(condition.in.map(names.scheme))}`;
    case 'flag':
      return names.flag(condition.is);
    case 'noFlag':
      return `sauf : ${names.flag(condition.is)}`;
    case 'group':
      return `groupe : ${joinOr(condition.in.map(names.group))}`;
    case 'mode':
      return `réservation : ${joinOr(condition.in.map(names.mode))}`;
    case 'extra':
      return `avec « ${names.extra(condition.is)} »`;
    case 'quotient':
      return `quotient ${quotientRange(condition.from, condition.below)}`;
    case 'noQuotient':
      return 'sans quotient connu';
    case 'age':
      return `enfants ${ageWords(condition.from, condition.below)}`;
    case 'rank':
      return rankWords(condition);
    case 'children':
      return childrenWords(condition);
    case 'weekday':
      return joinAnd(condition.in.map((weekday) => `le ${formatWeekday(weekday)}`));
  }
}

function rankWords(condition: Extract<Condition, { kind: 'rank' }>): string {
  const { from = 1, upTo, counting, order } = condition;
  const [one] = countingWords[counting];
  const ranks =
    upTo === undefined
      ? `à partir du ${ordinal(from)} enfant`
      : upTo === from
        ? `${ordinal(from)} enfant`
        : `du ${ordinal(from)} au ${ordinal(upTo)} enfant`;
  return `${ranks} ${one}${order === 'youngestFirst' ? ', en comptant du plus jeune' : ''}`;
}

function childrenWords(condition: Extract<Condition, { kind: 'children' }>): string {
  const { from, upTo, counting } = condition;
  const many = countingWords[counting][1];
  if (upTo === undefined) return `famille de ${counted(from ?? 1, 'enfant')} et plus (${many})`;
  if (from === undefined || from <= 1)
    return `famille de ${counted(upTo, 'enfant')} au plus (${many})`;
  return from === upTo
    ? `famille de ${counted(from, 'enfant')} (${many})`
    : `famille de ${from} à ${counted(upTo, 'enfant')} (${many})`;
}
