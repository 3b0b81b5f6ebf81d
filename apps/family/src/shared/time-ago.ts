import { fromIso } from '@preau/domain/time/instant';
import { formatDistance } from 'date-fns/formatDistance';
import { fr } from 'date-fns/locale/fr';
import { deviceNow } from './clock.ts';

/**
 * How long ago, as one says it: « il y a 3 jours ». For display only: limits are told by their day
 * and hour.
 * @param at ISO 8601.
 */
export function formatTimeAgo(at: string, now = deviceNow()): string {
  return formatDistance(fromIso(at), now, { addSuffix: true, locale: fr });
}
