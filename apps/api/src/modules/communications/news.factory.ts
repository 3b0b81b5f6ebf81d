import type { NewsContent } from './news.schemas.ts';

/** News of a Monday in November, until it is withdrawn. */
export function newsContent(changes: Partial<NewsContent> = {}): NewsContent {
  return {
    kind: 'information',
    title: 'Les inscriptions sont ouvertes',
    body: 'Jusqu’au **4 juillet**.',
    important: false,
    visibleFrom: '2026-11-16',
    visibleUntil: null,
    ...changes,
  };
}
