import { formatWeekday, ordinal } from '../explain/format-fr.ts';
import type { Selector } from '../reglement/document.ts';
import type { Weekday } from '../time/day.ts';
import { countingWords } from './conditions-fr.ts';
import type { Names } from './names.ts';
import { counted, withinWords } from './words-fr.ts';

const countNouns = { distinctDays: 'jour', presences: 'venue' } as const;

/** What a price depends on, as it reads after « selon ». */
export function selectorWords(selector: Selector): string {
  switch (selector.kind) {
    case 'residence':
      return 'votre commune de résidence';
    case 'scheme':
      return "votre régime d'allocations";
    case 'group':
      return "le groupe de l'enfant";
    case 'mode':
      return 'le mode de réservation';
    case 'flag':
      return 'votre situation';
    case 'weekday':
      return 'le jour';
    case 'season':
      return 'la période';
    case 'rank':
      return `le rang de l'enfant parmi les enfants ${countingWords[selector.counting][1]}`;
    case 'children':
      return `le nombre d'enfants ${countingWords[selector.counting][1]}`;
    case 'frequency':
      return 'la fréquence des venues';
    case 'count':
      return `le nombre de ${countNouns[selector.of]}s ${withinWords[selector.per]}`;
  }
}

/** One of the keys of a price table, as the head of its column. */
export function keyWords(selector: Selector, key: string, names: Names): string {
  switch (selector.kind) {
    case 'residence':
      return names.residence(key);
    case 'scheme':
      return names.scheme(key);
    case 'group':
      return names.group(key);
    case 'mode':
      return names.mode(key);
    case 'flag':
      return names.flag(key);
    case 'weekday':
      return formatWeekday(Number(key) as Weekday);
    case 'season':
      return key === 'holidays' ? 'vacances scolaires' : 'période scolaire';
    case 'rank': {
      const rank = `${ordinal(Number.parseInt(key, 10))} enfant`;
      return key.endsWith('+') ? `${rank} et suivants` : rank;
    }
    case 'children': {
      const count = counted(Number.parseInt(key, 10), 'enfant');
      return key.endsWith('+') ? `${count} et plus` : count;
    }
    case 'count': {
      const count = counted(Number.parseInt(key, 10), countNouns[selector.of]);
      return key.endsWith('+') ? `${count} et plus` : count;
    }
    case 'frequency':
      return key === 'regular'
        ? `régulier (dès ${counted(selector.regularFrom, 'venue')} ${withinWords[selector.per]})`
        : 'occasionnel';
  }
}
