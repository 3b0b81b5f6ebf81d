import { createHash } from 'node:crypto';
import { describeReglement } from '@preau/domain/describe/describe-reglement';
import type { Block, DescribeContext } from '@preau/domain/describe/description';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import { addDays, type Day } from '@preau/domain/time/day';
import type { PublishedVersion } from './reglement-text.queries.ts';
import type { ReglementText, VersionText } from './reglement-text.schemas.ts';

/** Raised when the same document is told in other words. */
const wordsVersion = 1;

/** A version with its place among the published ones, from 1. */
type Numbered = PublishedVersion & { readonly version: number };

/** Which versions are told on a day. */
export type ToldVersions = { readonly current: Numbered | null; readonly next: Numbered | null };

/** @param versions every published one, oldest first */
export function toldOn(versions: readonly PublishedVersion[], today: Day): ToldVersions {
  const numbered = versions.map((version, index) => ({ ...version, version: index + 1 }));
  const current = numbered.find(
    ({ fromOn, endsOn }) => fromOn <= today && (endsOn === null || today < endsOn),
  );
  const next = numbered.find(({ fromOn }) => fromOn > today);
  return { current: current ?? null, next: next ?? null };
}

/** The entity tag of a text: it changes with the versions, the day, the groups and the words. */
export function tagOf({ current, next }: ToldVersions, context: DescribeContext): string {
  const told = [wordsVersion, current, next, context].map((part) => JSON.stringify(part));
  const digest = createHash('sha256').update(told.join('\n')).digest('base64url');
  return `W/"${digest.slice(0, 27)}"`;
}

/** The text of both versions, as it travels. */
export function writeText(
  { current, next }: ToldVersions,
  documents: ReadonlyMap<string, ReglementDocument>,
  context: DescribeContext,
): ReglementText {
  const textOf = (version: Numbered | null, today: Day) => {
    const document = version && documents.get(version.id);
    return document ? versionText(version, document, { ...context, today }) : null;
  };
  return {
    current: textOf(current, context.today),
    // Its prices and windows are those of its first day.
    next: textOf(next, next?.fromOn ?? context.today),
  };
}

function versionText(
  { version, fromOn, endsOn }: Numbered,
  document: ReglementDocument,
  context: DescribeContext,
): VersionText {
  return {
    version,
    title: document.title,
    from: fromOn,
    until: endsOn === null ? null : addDays(endsOn, -1),
    activities: document.activities.map(({ code, label }) => ({ code, label })),
    sections: describeReglement(document, context).map(
      ({ topic, activityCode, title, blocks }) => ({
        topic,
        activity: activityCode,
        title,
        blocks: blocks.map(toWire),
      }),
    ),
  };
}

type WireBlock = VersionText['sections'][number]['blocks'][number];

function toWire(block: Block): WireBlock {
  switch (block.kind) {
    case 'paragraph':
      return block;
    case 'list':
      return { ...block, items: [...block.items] };
    case 'table':
      return {
        ...block,
        columns: [...block.columns],
        rows: block.rows.map((row) => [...row]),
      };
  }
}
