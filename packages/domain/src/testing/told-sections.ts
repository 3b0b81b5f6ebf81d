import type { Block, DescribedSection, Topic } from '../describe/description.ts';

/** What a section says, a line per sentence and per row, with usual spaces and apostrophes. */
export function told(sections: readonly DescribedSection[], topic: Topic, activity: string | null) {
  const blocks = sections.filter((one) => one.topic === topic && one.activityCode === activity);
  return blocks
    .flatMap((one) => one.blocks)
    .flatMap(linesOf)
    .map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'"));
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [block.columns.join(' | '), ...block.rows.map((row) => row.join(' | '))];
  }
}
