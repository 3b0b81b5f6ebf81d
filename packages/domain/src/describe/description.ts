import type { Day } from '../time/day.ts';

/** What a part of the règlement is about: a screen may open it there. */
export const topics = [
  'who',
  'opening',
  'booking',
  'cancelling',
  'waitingList',
  'payment',
  'prices',
  'reductions',
  'presence',
  'absences',
  'documents',
  'quotient',
  'fees',
  'closures',
  'words',
] as const;

export type Topic = (typeof topics)[number];

/** Text of a règlement as it is read: whole French sentences, never markup. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** The first cell of a row names it. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export type DescribedSection = {
  readonly topic: Topic;
  /** `null`: it concerns every activity. */
  readonly activityCode: string | null;
  readonly title: string;
  readonly blocks: readonly Block[];
};

export type DescribeContext = {
  /** What is over is left out, and of dated prices those to come are told apart. */
  readonly today: Day;
  /** Labels of the age groups, by code. */
  readonly groups: Readonly<Record<string, string>>;
};

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A list, or nothing where there is nothing to list; one item alone is a paragraph. */
export function listOf(items: readonly string[]): readonly Block[] {
  const [first, ...others] = items;
  if (first === undefined) return [];
  return others.length === 0 ? [paragraph(first)] : [{ kind: 'list', items }];
}
