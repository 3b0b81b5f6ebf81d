import type { ListExpectedDocumentsResponse } from '@preau/api-client/family';
import { formatDayWithYear } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';

export type ExpectedDocument = ListExpectedDocumentsResponse['items'][number];

/** Those of the household, then of each child: what is to be sent first. */
export type ExpectedGroup = {
  readonly key: string;
  /** `null` = the household. */
  readonly childId: string | null;
  readonly title: string;
  readonly items: readonly ExpectedDocument[];
};

/** By person, what is to be sent before what is there already. */
export function groupsOf(items: readonly ExpectedDocument[]): readonly ExpectedGroup[] {
  const groups = Map.groupBy(items, ({ child }) => child?.id ?? '');
  return [...groups].map(([id, list]) => ({
    key: id,
    childId: id === '' ? null : id,
    title: list[0]?.child?.firstName ?? 'Votre foyer',
    items: list.toSorted((one, other) => urgencyOf(one) - urgencyOf(other)),
  }));
}

/** Whether the family has something to send. */
export function isToSend({ state }: ExpectedDocument): boolean {
  return state === 'expected' || state === 'refused' || state === 'expired';
}

function urgencyOf(document: ExpectedDocument): number {
  if (isToSend(document)) return document.blocking ? 0 : 1;
  return document.state === 'sent' ? 2 : 3;
}

const verbs = { enrolment: 'inscription', booking: 'réservation' } as const;

/** What is refused until it is there: `… pas d’inscription ni de réservation (Mercredis).` */
export function blocksWords({ blocking, blocks, activities }: ExpectedDocument): string {
  if (blocks.length === 0) return `Demandé pour ${activities.join(', ')}.`;
  const [first = 'booking', second] = blocks;
  const what = second ? `${articleOf(first)} ni ${articleOf(second)}` : articleOf(first);
  const where = activities.join(', ');
  return blocking
    ? `Obligatoire : tant que ce document manque, pas ${what} (${where}).`
    : `Obligatoire (${where}).`;
}

function articleOf(block: keyof typeof verbs): string {
  return block === 'enrolment' ? `d’${verbs[block]}` : `de ${verbs[block]}`;
}

/** `Valable jusqu’au …`, `Était valable jusqu’au …`; nothing where it is for good. */
export function validityWords({ state, expiresOn }: ExpectedDocument): string {
  if (expiresOn === null) return '';
  const until = formatDayWithYear(day(expiresOn));
  return state === 'expired' ? `Était valable jusqu’au ${until}.` : `Valable jusqu’au ${until}.`;
}
