import { readdirSync, readFileSync } from 'node:fs';
import { compileReglement } from '@preau/domain/reglement/compile';
import { describe, expect, test } from 'vitest';
import { readReglement } from '../read-reglement.ts';
import { type TownSlug, townSlugs } from '../read-town.ts';
import { runCase } from './run-case.ts';

/** Those of the towns, and those a reader wrote from the reference page alone. */
const files = ['towns', 'trial'].flatMap((folder) =>
  readdirSync(new URL(`../../${folder}/`, import.meta.url))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`),
);

/** How many cases a file has at least: one that lost its cases would pass otherwise. */
const fewest: Readonly<Record<TownSlug, number>> = {
  fondespierre: 25,
  'val-de-lure': 45,
  hasparren: 30,
  lapalud: 40,
  'espace-famille': 12,
};

test('the organisations of the demonstration are among the towns', () => {
  expect(files).toEqual(expect.arrayContaining(townSlugs.map((slug) => `towns/${slug}.yaml`)));
  expect(files.filter((file) => file.startsWith('trial/'))).toHaveLength(9);
});

describe.each(files)('the worked cases of %s', (file) => {
  const read = readReglement(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
  if (read.kind === 'unreadable') throw new Error(JSON.stringify(read.faults, null, 2));
  const { document, cases } = read.value;
  const reglement = compileReglement(document);
  const isDemo = (slug: string): slug is TownSlug => Object.hasOwn(fewest, slug);

  test('are as many as its document has sentences on windows, limits, answers and expiry', () => {
    const { code } = document;
    expect(cases.length).toBeGreaterThanOrEqual(isDemo(code) ? fewest[code] : 1);
    const titles = cases.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  const held = cases.filter(({ disputed }) => disputed === undefined);
  test.each(held.map((worked) => [worked.title, worked] as const))('%s', (_title, worked) => {
    expect(runCase(reglement, worked)).toEqual([]);
  });
});
