import { failureOf } from '@preau/api-client/failure';
import { isDay } from '@preau/domain/time/day';
import type { News, NewsContent, NewsKind } from './news.queries.ts';

export const longestTitle = 120;
export const longestText = 10_000;

/** A piece of news as it is being written; days as the form has them, empty for none. */
export type NewsDraft = {
  readonly kind: NewsKind;
  readonly title: string;
  readonly body: string;
  readonly important: boolean;
  readonly visibleFrom: string;
  readonly visibleUntil: string;
};

/** What the form can point at. */
export type NewsErrors = ReadonlyMap<keyof NewsDraft, string>;

/** @param today `YYYY-MM-DD`: it is most often to be read at once. */
export const emptyNews = (today: string): NewsDraft => ({
  kind: 'information',
  title: '',
  body: '',
  important: false,
  visibleFrom: today,
  visibleUntil: '',
});

export const draftOf = ({ kind, title, body, important, ...days }: NewsContent): NewsDraft => ({
  kind,
  title,
  body,
  important,
  visibleFrom: days.visibleFrom,
  visibleUntil: days.visibleUntil ?? '',
});

export const contentOf = ({ title, body, visibleUntil, ...draft }: NewsDraft): NewsContent => ({
  ...draft,
  title: title.trim(),
  body: body.trim(),
  visibleUntil: visibleUntil === '' ? null : visibleUntil,
});

/** Does the draft say something else than what was read? */
export function isChanged(draft: NewsDraft, base: News): boolean {
  const [mine, theirs] = [contentOf(draft), contentOf(draftOf(base))];
  return JSON.stringify(mine) !== JSON.stringify(theirs);
}

/** What the form can tell by itself, before anything is sent. */
export function errorsOf({ title, body, visibleFrom, visibleUntil }: NewsDraft): NewsErrors {
  const errors = new Map<keyof NewsDraft, string>();
  if (title.trim() === '') errors.set('title', 'Donnez un titre à l’actualité.');
  if (body.trim() === '') errors.set('body', 'Écrivez le texte que liront les familles.');
  if (!isDay(visibleFrom)) {
    errors.set('visibleFrom', 'Indiquez le premier jour, comme 16/11/2026.');
  }
  if (visibleUntil !== '' && !isDay(visibleUntil)) {
    errors.set('visibleUntil', 'Indiquez un jour, ou laissez vide.');
  } else if (visibleUntil !== '' && visibleUntil < visibleFrom) {
    errors.set('visibleUntil', 'Le dernier jour est avant le premier.');
  }
  return errors;
}

const fields: readonly (keyof NewsDraft)[] = [
  'kind',
  'title',
  'body',
  'important',
  'visibleFrom',
  'visibleUntil',
];

/** What the server refused, where the form can show it. */
export function refusedFields(error: unknown): NewsErrors {
  const failure = error ? failureOf(error) : null;
  if (failure?.kind !== 'problem') return new Map();
  const pointers = new Set((failure.problem.errors ?? []).map(({ pointer }) => pointer));
  return new Map(
    fields
      .filter((field) => pointers.has(`/body/${field}`))
      .map((field) => [field, 'Cette information n’est pas acceptée telle quelle.']),
  );
}
