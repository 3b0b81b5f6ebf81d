import type { Limit } from '../reglement/document.ts';
import type { Instant } from '../time/instant.ts';
import type { ExplainContext } from './catalogue.ts';
import { NBSP, dayEndingAt, formatDayLong, formatInstant } from './format-fr.ts';
import { hourWords, limitMoment } from './limit-words-fr.ts';

const MINUTE = 60_000;

/** A limit as it reads after « le »: `délai du jeudi de la semaine précédente à midi`. */
export function delay(limit: Limit): string {
  switch (limit.kind) {
    case 'weekdayMap':
      return 'délai fixé pour ce jour de la semaine';
    case 'dates':
      return 'délai publié pour ces jours';
    case 'windowEnd':
      return 'délai de la période de réservation';
    case 'notStated':
      return "délai, que le règlement n'indique pas,";
    default: {
      const { words, before, at } = limitMoment(limit);
      // Counted from the booked day itself, as one expects: the day before one's eyes.
      const usual = limit.anchor === undefined && !('from' in limit && limit.from === 'dayStart');
      const from = usual || before === undefined ? '' : ` avant ${before}`;
      const told = `délai ${ofWords(words)}${from}`;
      // The hour is of the day it follows: `du 20 à 18 h, 2 mois avant`.
      return at === undefined ? told : told.replace(/,|$/, ` à ${hourWords(at)}$&`);
    }
  }
}

/** `du jeudi`, `de la veille`, `de 48 h`. */
function ofWords(words: string): string {
  return words.startsWith('le ') ? `du ${words.slice(3)}` : `de ${words}`;
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
