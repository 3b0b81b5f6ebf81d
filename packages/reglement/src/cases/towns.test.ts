import { compileReglement } from '@preau/domain/reglement/compile';
import { describe, expect, test } from 'vitest';
import { readTownFile, townSlugs } from '../read-town.ts';
import { runCase } from './run-case.ts';

/** How many cases each town has at least: a file that lost its cases would pass otherwise. */
const fewest: Readonly<Record<(typeof townSlugs)[number], number>> = {
  fondespierre: 25,
  'val-de-lure': 45,
  hasparren: 30,
  lapalud: 40,
  'espace-famille': 12,
};

describe.each(townSlugs)('the worked cases of %s', (slug) => {
  const { document, cases } = readTownFile(slug);
  const reglement = compileReglement(document);

  test('are as many as its document has sentences on windows, limits, answers and expiry', () => {
    expect(cases.length).toBeGreaterThanOrEqual(fewest[slug]);
    const titles = cases.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(cases.map((worked) => [worked.title, worked] as const))('%s', (_title, worked) => {
    expect(runCase(reglement, worked)).toEqual([]);
  });
});
