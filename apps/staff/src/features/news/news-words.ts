import { formatDayLong, formatDayWithYear } from '@preau/domain/explain/format-fr';
import { day, type Day } from '@preau/domain/time/day';
import type { Move, NewsKind, Standing } from './news.queries.ts';

export const kindWords: Readonly<Record<NewsKind, string>> = {
  information: 'Information',
  closure: 'Fermeture',
  prices: 'Tarifs',
  rules: 'Règlement',
};

export const newsKinds = Object.keys(kindWords) as NewsKind[];

export const standingWords: Readonly<Record<Standing, string>> = {
  draft: 'Brouillon',
  scheduled: 'Programmée',
  visible: 'Visible',
  ended: 'Terminée',
  withdrawn: 'Retirée',
};

/** The day, with its year when it is not this one. */
function dayWords(on: string, today: Day): string {
  const isThisYear = on.slice(0, 4) === today.slice(0, 4);
  return isThisYear ? formatDayLong(day(on)) : formatDayWithYear(day(on));
}

type Dates = { readonly visibleFrom: string; readonly visibleUntil: string | null };

/** `du lundi 16 novembre au mardi 1er décembre`, `à partir du …`, `le …`: both days included. */
export function periodWords({ visibleFrom, visibleUntil }: Dates, today: Day): string {
  const from = dayWords(visibleFrom, today);
  if (visibleUntil === null) return `à partir du ${from}`;
  if (visibleUntil === visibleFrom) return `le ${from}`;
  return `du ${from} au ${dayWords(visibleUntil, today)}`;
}

/** What becomes of news once it is published: families are told nothing, they find it. */
export function publishedWords({ visibleFrom, visibleUntil }: Dates, today: Day): string {
  if (visibleUntil !== null && visibleUntil < today) {
    return 'Son dernier jour est passé : aucune famille ne la verra.';
  }
  const since =
    visibleFrom <= today ? 'dès maintenant' : `à partir du ${dayWords(visibleFrom, today)}`;
  const until = visibleUntil === null ? '' : `, jusqu’au ${dayWords(visibleUntil, today)} inclus`;
  return `Les familles la verront ${since}${until}.`;
}

/** What can be done at once with news that stand so; those that have ended are given new days first. */
export const moveOf: Readonly<Record<Standing, Move | null>> = {
  draft: 'publish',
  scheduled: 'withdraw',
  visible: 'withdraw',
  ended: null,
  withdrawn: 'publish',
};

export const moveWords: Readonly<Record<Move, string>> = {
  publish: 'Publier',
  withdraw: 'Retirer',
};

/** What was done, told in the list. */
export function movedWords({ title, ...dates }: Dates & { title: string }, move: Move, today: Day) {
  return move === 'publish'
    ? `« ${title} » est publiée. ${publishedWords(dates, today)}`
    : `« ${title} » est retirée : les familles ne la voient plus.`;
}
