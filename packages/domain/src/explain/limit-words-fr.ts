import type {
  DayCondition,
  DayUnit,
  KnownDayUnit,
  Limit,
  WeekdayMap,
} from '../reglement/document.ts';
import type { Weekday } from '../time/day.ts';
import type { ClockTime } from '../time/instant.ts';
import { NBSP, formatClock, formatDayWithYear, ordinal } from './format-fr.ts';

type Anchor = NonNullable<Limit['anchor']>;

const weekdays: Readonly<Record<Weekday, string>> = {
  1: 'lundi',
  2: 'mardi',
  3: 'mercredi',
  4: 'jeudi',
  5: 'vendredi',
  6: 'samedi',
  7: 'dimanche',
};

/** `jeudi`. */
export function weekdayWords(weekday: Weekday): string {
  return weekdays[weekday];
}

/**
 * A limit as it reads after « au plus tard »: `le jeudi de la semaine précédente, avant midi`. At
 * 24:00 the day is meant to its end, and no hour is said. Its exceptions are told apart.
 */
export function limitWords(limit: Limit): string {
  const anchor = limit.anchor ?? 'session';
  const clock = (at: ClockTime) => clockWords(at, limit.inclusive === true);
  switch (limit.kind) {
    case 'hoursBefore':
      return `${limit.hours}${NBSP}${hoursWords[limit.unit]} avant ${limit.from === 'dayStart' ? dayOf[anchor] : startOf[anchor]}`;
    case 'daysBefore':
      return `${daysBeforeWords(limit.days, limit.unit, anchor)}${clock(limit.at)}`;
    case 'sameDay':
      return limit.at === '00:00' ? eveOf[anchor] : `${sameDayOf[anchor]}${clock(limit.at)}`;
    case 'weekCutoff':
      return `le ${weekdays[limit.weekday]}${weekOf(limit.weeksBefore, anchor)}${clock(limit.at)}`;
    case 'weekdayMap':
      return weekdayMapWords(limit.map, limit.inclusive === true);
    case 'dayOfPrecedingMonth':
      return `${dateWords(limit.day)}${monthOf(limit.monthsBefore ?? 1, anchor)}${clock(limit.at)}`;
    case 'monthsBefore':
      return `${limit.months}${NBSP}mois avant ${dayOf[anchor]}${clock(limit.at)}`;
    case 'dates':
      return `à la date publiée pour ces jours${NBSP}: ${limit.dates
        .map(
          ({ from, until, on, at }) =>
            `le ${formatDayWithYear(on)}${clock(at)} (du ${formatDayWithYear(from)} au ${formatDayWithYear(until)})`,
        )
        .join(`${NBSP}; `)}`;
    case 'windowEnd':
      return 'à la fin de la période de réservation';
    case 'notStated':
      return "à une date que le règlement n'indique pas";
  }
}

/** What moves a limit, each a sentence of its own: `Si le lundi est férié : au plus tard …`. */
export function limitExceptions(limit: Limit): readonly string[] {
  const { unless, overrides = [] } = limit;
  const moved =
    unless === undefined
      ? []
      : [
          `Si ce n'est pas un ${dayWords[unless.not]}, la limite est ${unless.move === 'earlier' ? 'avancée au précédent' : 'reportée au suivant'}.`,
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
      return `si le ${weekdays[condition.weekday]} de la semaine est férié`;
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
  if (at === '24:00' || at === '23:59') return '';
  const hour = at === '12:00' ? 'midi' : formatClock(at);
  return inclusive ? `, jusqu'à ${hour} inclus` : `, avant ${hour}`;
}

const hoursWords: Readonly<Record<'calendar' | KnownDayUnit, string>> = {
  calendar: 'h',
  working: 'h ouvrées',
  business: 'h ouvrables',
  school: "h, en jours d'école,",
  office: "h, en jours d'ouverture du service,",
};

const dayWords: Readonly<Record<KnownDayUnit, string>> = {
  working: 'jour ouvré',
  business: 'jour ouvrable',
  school: "jour d'école",
  office: "jour d'ouverture du service",
};

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

function daysBeforeWords(days: number, unit: DayUnit, anchor: Anchor): string {
  if (unit === 'calendar' && days === 1) return eveOf[anchor];
  if (unit === 'calendar' && days === 2 && anchor === 'session') return "l'avant-veille";
  return `${countedDays(days, unit)} avant ${dayOf[anchor]}`;
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
    return `le ${weekdays[weekday]} précédent${clock}`;
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
  const named = days.map((day) => `le ${weekdays[day]}`);
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} et ${named.at(-1)}`;
}

function dateWords(date: number): string {
  if (date >= 31) return 'le dernier jour';
  return `le ${date === 1 ? ordinal(1) : date}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
