import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { circlesOf, filesOf, weigh } from './page-budgets.mjs';

const manifest = {
  'index.html': { file: 'assets/index.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js' },
  'src/page.tsx': { file: 'assets/page.js', imports: ['_shared.js', '_heavy.js'] },
  '_heavy.js': { file: 'assets/heavy.js', imports: ['_shared.js'] },
  'src/other.tsx': { file: 'assets/other.js' },
};

/**
 * Does not compress: 1 byte written weighs about 1 byte.
 *
 * @param {number} bytes
 */
function noise(bytes) {
  let state = 42;
  return Array.from({ length: bytes }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return String.fromCharCode(33 + (state % 90));
  }).join('');
}

describe('files that import one another', () => {
  test('are told when they do so in a circle, and not otherwise', () => {
    expect(circlesOf(manifest)).toEqual([]);
    const circle = {
      ...manifest,
      '_shared.js': { file: 'assets/shared.js', imports: ['_heavy.js'] },
    };
    expect(circlesOf(circle)).toEqual(['assets/shared.js → assets/heavy.js → assets/shared.js']);
  });
});

describe('the budget of a page', () => {
  /** @type {string} */
  let dist;

  beforeEach(() => {
    dist = mkdtempSync(path.join(tmpdir(), 'bundle-'));
    mkdirSync(path.join(dist, '.vite'));
    mkdirSync(path.join(dist, 'assets'));
    writeFileSync(path.join(dist, '.vite/manifest.json'), JSON.stringify(manifest));
    for (const { file } of Object.values(manifest)) {
      writeFileSync(path.join(dist, file), file.includes('heavy') ? noise(9000) : 'export {};');
    }
  });

  afterEach(() => rmSync(dist, { recursive: true }));

  const met = (/** @type {string[]} */ routes, /** @type {number} */ budget) =>
    weigh(dist, [{ page: 'page', routes, budget }])[0]?.met;

  test('counts what the page imports, once, and nothing of other pages', () => {
    expect(filesOf(manifest, ['src/page.tsx'])).toEqual([
      'assets/index.js',
      'assets/shared.js',
      'assets/page.js',
      'assets/heavy.js',
    ]);
  });

  test('is met by a light page and missed by the one that imports something heavy', () => {
    expect(met(['src/other.tsx'], 5)).toBe(true);
    expect(met(['src/page.tsx'], 5)).toBe(false);
  });

  test('is not met silently by a page that has moved', () => {
    expect(() => met(['src/gone.tsx'], 5)).toThrow('src/gone.tsx');
  });
});
