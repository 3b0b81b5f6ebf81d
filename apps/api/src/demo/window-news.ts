import { formatDayLong, formatClock } from '@preau/domain/explain/format-fr';
import type { BookingWindow } from '@preau/domain/reglement/document';
import { type Day, daysBetween } from '@preau/domain/time/day';
import type { DemoNews } from './town.ts';

/**
 * The news of a window that is open, as the home page says it, until it closes.
 *
 * @param where as it reads after « à »
 */
export function newsOfWindow(window: BookingWindow, where: string, today: Day): DemoNews {
  const { label, opens, closes } = window;
  const until =
    closes === null ? '' : ` jusqu’au **${formatDayLong(closes.on)}** à ${hourOf(closes.at)}`;
  return {
    kind: 'information',
    title: `Réservations ouvertes : ${label.toLowerCase()}`,
    body: `Les réservations des **${label.toLowerCase()}** à ${where} sont ouvertes depuis le ${formatDayLong(opens.on)}${until}, via votre espace famille.`,
    important: true,
    from: daysBetween(today, opens.on),
    until: closes === null ? null : daysBetween(today, closes.on),
    published: true,
  };
}

/** The news of a window still to open. */
export function newsOfFutureWindow(window: BookingWindow, where: string, today: Day): DemoNews {
  const { label, opens } = window;
  return {
    kind: 'information',
    title: `Prochainement : ${label.toLowerCase()}`,
    body: `Les réservations des **${label.toLowerCase()}** à ${where} ouvrent le **${formatDayLong(opens.on)}** à ${hourOf(opens.at)}.`,
    important: false,
    from: -1,
    until: daysBetween(today, opens.on),
    published: true,
  };
}

function hourOf(at: string): string {
  return at === '24:00' ? 'minuit' : formatClock(at);
}
