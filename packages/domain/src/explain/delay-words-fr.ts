import type { DayUnit, Limit } from '../reglement/document.ts';
import type { ClockTime, Instant } from '../time/instant.ts';
import type { ExplainContext } from './catalogue.ts';
import {
  NBSP,
  dayEndingAt,
  formatClock,
  formatDayLong,
  formatInstant,
  formatWeekday,
} from './format-fr.ts';

const MINUTE = 60_000;

/** A limit as it reads after « le »: `délai du jeudi à midi de la semaine précédente`. */
export function delay(limit: Limit): string {
  const from = countedFrom[limit.anchor ?? 'session'];
  switch (limit.kind) {
    case 'hoursBefore':
      return `délai de ${hoursWords(limit)}${from}`;
    case 'daysBefore':
      return limit.unit === 'calendar' && limit.days === 1 && limit.anchor === undefined
        ? `délai de la veille${clock(limit.at)}`
        : `délai de ${counted(limit.days, limit.unit)}${clock(limit.at)}${from}`;
    case 'sameDay':
      return `délai du jour même${clock(limit.at)}${from}`;
    case 'weekCutoff':
      return `délai du ${formatWeekday(limit.weekday)}${clock(limit.at)}${weekWords(limit.weeksBefore)}${from}`;
    case 'weekdayMap':
      return 'délai fixé pour ce jour de la semaine';
    case 'dayOfPrecedingMonth':
      return `délai du ${limit.day === 1 ? '1er' : limit.day}${clock(limit.at)}${monthWords(limit.monthsBefore ?? 1)}${from}`;
    case 'monthsBefore':
      return `délai de ${limit.months}${NBSP}mois${clock(limit.at)}${from}`;
    case 'dates':
      return 'délai publié pour ces jours';
    case 'windowEnd':
      return 'délai de la période de réservation';
    case 'notStated':
      return "délai, que le règlement n'indique pas,";
  }
}

/** The limit itself is too late: « avant … à 7 h 30 », but « jusqu'au … inclus » at midnight. */
export function beforeLimit(limitAt: Instant, context: ExplainContext, limit?: Limit): string {
  return (
    lastMoment(limitAt, context, limit) ?? `avant le ${formatInstant(limitAt, context.timeZone)}`
  );
}

/** `jusqu'au vendredi 20 novembre à 7 h 30`. */
export function untilLimit(limitAt: Instant, context: ExplainContext, limit?: Limit): string {
  return (
    lastMoment(limitAt, context, limit) ?? `jusqu'au ${formatInstant(limitAt, context.timeZone)}`
  );
}

/** After « est dépassé »: ` depuis le vendredi 20 novembre à 7 h 30`. */
export function passedLimit(limitAt: Instant, context: ExplainContext, limit: Limit): string {
  const last = lastMoment(limitAt, context, limit);
  return last === null
    ? ` depuis le ${formatInstant(limitAt, context.timeZone)}`
    : `${NBSP}: il allait ${last}`;
}

/** A limit that is still in time, at its minute or to the end of its day; `null` = it is too late. */
function lastMoment(
  limitAt: Instant,
  { timeZone }: ExplainContext,
  limit: Limit | undefined,
): string | null {
  if (limit?.inclusive === true) {
    return `jusqu'au ${formatInstant((limitAt - MINUTE) as Instant, timeZone)} inclus`;
  }
  const lastDay = dayEndingAt(limitAt, timeZone);
  return lastDay === null ? null : `jusqu'au ${formatDayLong(lastDay)} inclus`;
}

const countedFrom: Readonly<Record<NonNullable<Limit['anchor']>, string>> = {
  session: '',
  stay: ', compté du premier jour du séjour',
  week: ', compté du lundi de la semaine',
  month: ', compté du 1er du mois',
  period: ', compté du premier jour de la période',
};

const dayWords: Readonly<Record<DayUnit, readonly [one: string, many: string]>> = {
  calendar: ['jour', 'jours'],
  working: ['jour ouvré', 'jours ouvrés'],
  business: ['jour ouvrable', 'jours ouvrables'],
  school: ["jour d'école", "jours d'école"],
  office: ["jour d'ouverture du service", "jours d'ouverture du service"],
  clear: ['jour franc', 'jours francs'],
};

function counted(days: number, unit: DayUnit): string {
  const [one, many] = dayWords[unit];
  return `${days}${NBSP}${days > 1 ? many : one}`;
}

function hoursWords({ hours, unit, from }: Extract<Limit, { kind: 'hoursBefore' }>): string {
  const before = from === 'dayStart' ? ' avant le début de la journée' : '';
  if (unit === 'school' || unit === 'office') return `${counted(hours / 24, unit)}${before}`;
  const kind = { calendar: '', working: ' ouvrées', business: ' ouvrables' }[unit];
  return `${hours}${NBSP}h${kind}${before}`;
}

/** ` à 9 h`, ` à midi`; nothing at the end of the day, which the day itself says. */
function clock(at: ClockTime): string {
  if (at === '24:00') return '';
  return at === '12:00' ? ' à midi' : ` à ${formatClock(at)}`;
}

function weekWords(weeksBefore: number): string {
  if (weeksBefore === 0) return ' de la même semaine';
  return weeksBefore === 1
    ? ' de la semaine précédente'
    : ` de la ${weeksBefore}ᵉ semaine qui précède`;
}

function monthWords(monthsBefore: number): string {
  if (monthsBefore === 0) return ' du même mois';
  return monthsBefore === 1 ? ' du mois précédent' : ` du ${monthsBefore}ᵉ mois qui précède`;
}
