import { readdirSync, readFileSync } from 'node:fs';
import { describeReglement } from '@preau/domain/describe/describe-reglement';
import type { Block } from '@preau/domain/describe/description';
import { day } from '@preau/domain/time/day';
import { expect, test } from 'vitest';
import { readReglement } from './read-reglement.ts';

const towns = new URL('../towns/', import.meta.url);
const files = readdirSync(towns).filter((name) => name.endsWith('.yaml'));
/** What a sentence holds only where a pattern was put into words wrongly. */
const broken = /undefined|null|NaN|\[object|\s\.|,\s,|\s{2}/u;

test.each(files)('%s can be read aloud, each of its activities', (name) => {
  const read = readReglement(readFileSync(new URL(name, towns), 'utf8'));
  if (read.kind === 'unreadable') throw new Error(`${name} cannot be read`);
  const { document } = read.value;
  const sections = describeReglement(document, { today: day('2026-11-17'), groups: {} });
  for (const { code } of document.activities) {
    const topics = sections.filter((one) => one.activityCode === code).map(({ topic }) => topic);
    expect(topics).toEqual(expect.arrayContaining(['who', 'booking', 'prices']));
  }
  expect(sections.map(({ topic }) => topic)).toContain('payment');
  const texts = sections.flatMap(({ blocks }) => blocks.flatMap(textsOf));
  expect(texts.filter((text) => broken.test(text))).toEqual([]);
});

test('a sentence put into words wrongly would be seen', () => {
  expect('Repas : undefined.').toMatch(broken);
});

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flat()];
  }
}
