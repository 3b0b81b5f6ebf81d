import type { ListNewsResponse } from '@preau/api-client/family';
import { formatDayLong } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';

export type News = ListNewsResponse['items'][number];

/** What a piece of news is about. */
export const newsKindWords: Readonly<Record<News['kind'], string>> = {
  information: 'Information',
  closure: 'Fermeture',
  prices: 'Tarifs',
  rules: 'Règlement',
};

/** « Jusqu’au samedi 4 juillet »; empty where there is no last day. */
export function newsValidity({ visibleUntil }: Pick<News, 'visibleUntil'>): string {
  return visibleUntil === null ? '' : `Jusqu’au ${formatDayLong(day(visibleUntil))}`;
}
