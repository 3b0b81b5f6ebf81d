import { notFound, Problem } from '../../platform/http/problem.ts';

/** Why a piece of news was not changed. */
export type NewsRefusal = 'news-unknown' | 'stale-news' | 'news-moved';

export const newsProblem: Record<NewsRefusal, () => Problem> = {
  'news-unknown': notFound,
  'stale-news': () => new Problem(409, 'stale-news', 'Somebody changed this news meanwhile'),
  'news-moved': () => new Problem(409, 'news-moved', 'This news is not in that state any more'),
};
