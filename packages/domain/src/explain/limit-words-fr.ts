import type {
  DayCondition,
  DayUnit,
  KnownDayUnit,
  Limit,
  WeekdayMap,
} from '../reglement/document.ts';
import type { Weekday } from '../time/day.ts';
import type { ClockTime } from '../time/instant.ts';
import { NBSP, formatClock, formatDayWithYear, formatWeekday, ordinal } from './format-fr.ts';

type Anchor = NonNullable<Limit['anchor']>;

/** A limit told by a length of time, or by a day: what both « au plus tard » and « délai » say. */
type DirectLimit = Exclude<Limit, { kind: 'weekdayMap' | 'dates' | 'windowEnd' | 'notStated' }>;

export type LimitMoment = {
  /** `48 h ouvrées`, `le jeudi de la semaine précédente`. */
  readonly words: string;
  /** What a length of time is counted back from: `le début de l'accueil`. */
  readonly before?: string;
  /** Absent: to the end of that day, or to the minute. */
  readonly at?: ClockTime;
};

/**
 * A limit as it reads after « au plus tard »: `le jeudi de la semaine précédente, avant midi`. At
 * 24:00 the day is meant to its end, and no hour is said. Its exceptions are told apart.
 */
export function limitWords(limit: Limit): string {
  const inclusive = limit.inclusive === true;
  switch (limit.kind) {
    case 'weekdayMap':
      return weekdayMapWords(limit.map, inclusive);
    case 'dates':
      return `à la date publiée pour ces jours${NBSP}: ${limit.dates
        .map(
          ({ from, until, on, at }) =>
            `le ${formatDayWithYear(on)}${clockWords(at, inclusive)} (du ${formatDayWithYear(from)} au ${formatDayWithYear(until)})`,
        )
        .join(`${NBSP}; `)}`;
    case 'windowEnd':
      return 'à la fin de la période de réservation';
    case 'notStated':
      return "à une date que le règlement n'indique pas";
    default: {
      const { words, before, at } = limitMoment(limit);
      const clock = at === undefined ? '' : clockWords(at, inclusive);
      return `${words}${before === undefined ? '' : ` avant ${before}`}${clock}`;
    }
  }
}

/** When a limit is, by the words that every sentence on it uses. */
export function limitMoment(limit: DirectLimit): LimitMoment {
  const anchor = limit.anchor ?? 'session';
  switch (limit.kind) {
    case 'hoursBefore':
      return {
        words: hoursWords(limit.hours, limit.unit),
        before: limit.from === 'dayStart' ? dayOf[anchor] : startOf[anchor],
      };
    case 'daysBefore':
      return { ...daysBefore(limit.days, limit.unit, anchor), ...clockOf(limit.at) };
    case 'sameDay':
      return limit.at === '00:00'
        ? { words: eveOf[anchor] }
        : { words: sameDayOf[anchor], ...clockOf(limit.at) };
    case 'weekCutoff':
      return {
        words: `le ${formatWeekday(limit.weekday)}${weekOf(limit.weeksBefore, anchor)}`,
        ...clockOf(limit.at),
      };
    case 'dayOfPrecedingMonth':
      return {
        words: `${dateWords(limit.day)}${monthOf(limit.monthsBefore ?? 1, anchor)}`,
        ...clockOf(limit.at),
      };
    case 'monthsBefore':
      return {
        words: `${limit.months}${NBSP}mois`,
        before: dayOf[anchor],
        ...clockOf(limit.at),
      };
  }
}

/** The end of a day is said by the day itself. */
function clockOf(at: ClockTime): Pick<LimitMoment, 'at'> {
  return at === '24:00' || at === '23:59' ? {} : { at };
}

/** `10 h`, `midi`. */
export function hourWords(at: ClockTime): string {
  return at === '12:00' ? 'midi' : formatClock(at);
}

/** What moves a limit, each a sentence of its own: `Si le lundi est férié : au plus tard …`. */
export function limitExceptions(limit: Limit): readonly string[] {
  const { unless, overrides = [] } = limit;
  const moved =
    unless === undefined
      ? []
      : [
          `Si ce n'est pas un ${dayUnitWords[unless.not][0]}, la limite est ${unless.move === 'earlier' ? 'avancée au précédent' : 'reportée au suivant'}.`,
        ];
  const others = overrides.flatMap(({ when, use }) => [
    `${upperFirst(when.map(dayConditionWords).join(', '))}${NBSP}: au plus tard ${limitWords(use)}.`,
    ...limitExceptions(use),
  ]);
  return [...others, ...moved];
}

/** `si le lundi de la semaine est férié`: what is said of the day of a session. */
function dayConditionWords(condition: DayCondition): string {
  switch (condition.kind) {
    case 'publicHolidayOn':
      return `si le ${formatWeekday(condition.weekday)} de la semaine est férié`;
    case 'publicHolidayInWeek':
      return 'si la semaine compte un jour férié';
    case 'dayAfterPublicHoliday':
      return "le lendemain d'un jour férié";
    case 'firstDayAfterHolidays':
      return 'pour le jour de la rentrée des vacances';
    case 'firstWeekAfterHolidays':
      return 'pour la semaine de la rentrée des vacances';
    case 'schoolHolidays':
      return 'pendant les vacances scolaires';
    case 'weekday':
      return `pour ${weekdaysWords(condition.in)}`;
    case 'dates':
      return `du ${formatDayWithYear(condition.from)} au ${formatDayWithYear(condition.until)}`;
  }
}

/** `, avant 10 h`; `, jusqu'à 10 h inclus`; nothing at the end of the day. */
function clockWords(at: ClockTime, inclusive: boolean): string {
  if (clockOf(at).at === undefined) return '';
  return inclusive ? `, jusqu'à ${hourWords(at)} inclus` : `, avant ${hourWords(at)}`;
}

/** `48 h ouvrées`; of days that are not counted in hours, `2 jours d'école`. */
function hoursWords(hours: number, unit: 'calendar' | KnownDayUnit): string {
  if (unit === 'school' || unit === 'office') return countedDays(hours / 24, unit);
  return `${hours}${NBSP}${{ calendar: 'h', working: 'h ouvrées', business: 'h ouvrables' }[unit]}`;
}

/** `2 jours ouvrés`, `1 jour d'école`. */
export function countedDays(count: number, unit: DayUnit): string {
  const [one, many] = dayUnitWords[unit];
  return `${count}${NBSP}${count > 1 ? many : one}`;
}

const dayUnitWords: Readonly<Record<DayUnit, readonly [one: string, many: string]>> = {
  calendar: ['jour', 'jours'],
  working: ['jour ouvré', 'jours ouvrés'],
  business: ['jour ouvrable', 'jours ouvrables'],
  school: ["jour d'école", "jours d'école"],
  office: ["jour d'ouverture du service", "jours d'ouverture du service"],
  clear: ['jour franc', 'jours francs'],
};

function daysBefore(days: number, unit: DayUnit, anchor: Anchor): LimitMoment {
  if (unit === 'calendar' && days === 1) return { words: eveOf[anchor] };
  if (unit === 'calendar' && days === 2 && anchor === 'session') return { words: "l'avant-veille" };
  return { words: countedDays(days, unit), before: dayOf[anchor] };
}

const startOf: Readonly<Record<Anchor, string>> = {
  session: "le début de l'accueil",
  stay: 'le début du séjour',
  week: 'le premier accueil de la semaine',
  month: 'le premier accueil du mois',
  period: 'le premier accueil de la période',
};

const dayOf: Readonly<Record<Anchor, string>> = {
  session: "le jour de l'accueil",
  stay: 'le premier jour du séjour',
  week: 'le lundi de la semaine',
  month: 'le 1er du mois',
  period: 'le premier jour de la période',
};

const sameDayOf: Readonly<Record<Anchor, string>> = { ...dayOf, session: 'le jour même' };

const eveOf: Readonly<Record<Anchor, string>> = {
  session: 'la veille',
  stay: 'la veille du séjour',
  week: 'la veille du lundi de la semaine',
  month: 'le dernier jour du mois précédent',
  period: 'la veille du premier jour de la période',
};

const whole: Readonly<Record<Anchor, string>> = {
  session: '',
  stay: ' celle du début du séjour',
  week: '',
  month: ' celle du 1er du mois',
  period: ' celle du début de la période',
};

function weekOf(weeksBefore: number, anchor: Anchor): string {
  const which = whole[anchor];
  if (weeksBefore === 0) return which === '' ? ' de la même semaine' : ` de la semaine,${which}`;
  if (weeksBefore === 1) {
    return which === '' ? ' de la semaine précédente' : ` de la semaine qui précède${which}`;
  }
  const count = `${weeksBefore}${NBSP}semaines avant`;
  return which === '' ? `, ${count}` : `, ${count}${which}`;
}

const monthAfter: Readonly<Record<Anchor, string>> = {
  session: '',
  stay: ' le début du séjour',
  week: ' le lundi de la semaine',
  month: '',
  period: ' le début de la période',
};

function monthOf(monthsBefore: number, anchor: Anchor): string {
  const which = monthAfter[anchor];
  if (monthsBefore === 0) return ' du mois même';
  if (monthsBefore === 1) return which === '' ? ' du mois précédent' : ` du mois précédant${which}`;
  return `, ${monthsBefore}${NBSP}mois avant${which}`;
}

/** `le vendredi précédent avant 10 h (pour le lundi)`: days of a same limit are told together. */
function weekdayMapWords(map: WeekdayMap, inclusive: boolean): string {
  const turns = Map.groupBy(Object.entries(map), ([, { weekday, at }]) => {
    const clock = clockWords(at, inclusive).replace(',', '');
    return `le ${formatWeekday(weekday)} précédent${clock}`;
  });
  return [...turns]
    .map(([limit, days]) => {
      const concerned = days.map(([weekday]) => Number(weekday) as Weekday);
      return `${limit} (pour ${weekdaysWords(concerned)})`;
    })
    .join(', ');
}

/** `le lundi, le mardi et le jeudi`. */
function weekdaysWords(days: readonly Weekday[]): string {
  const named = days.map((day) => `le ${formatWeekday(day)}`);
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} et ${named.at(-1)}`;
}

function dateWords(date: number): string {
  if (date >= 31) return 'le dernier jour';
  return `le ${date === 1 ? ordinal(1) : date}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
