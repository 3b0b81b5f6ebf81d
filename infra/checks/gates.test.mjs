import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROJECT } from '../dev/places.mjs';
import { houseFaults } from './house-law.mjs';
import { portabilityFaults } from './portable-files.mjs';
import { atLeast } from './section.mjs';
import { summarise } from './test-projects.mjs';
import { faultsOf } from './tool.mjs';

const program = (/** @type {string} */ name) => path.join(PROJECT, 'node_modules/.bin', name);

describe('each gate refuses a planted violation', () => {
  /** @type {string} */
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'preau-gate-'));
    plant('.gitignore', 'node_modules\n');
    plant('tsconfig.json', JSON.stringify({ extends: path.join(PROJECT, 'tsconfig.base.json') }));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /**
   * @param {string} file
   * @param {string} text
   */
  function plant(file, text) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }

  test('the formatter', async () => {
    plant('biome.json', readFileSync(path.join(PROJECT, 'biome.json'), 'utf8'));
    const check = () => faultsOf(program('biome'), ['format', 'price.ts'], { cwd: folder });
    plant('price.ts', 'export const price = "4";\n');
    expect(await check()).toContain('price.ts');
    plant('price.ts', "export const price = '4';\n");
    expect(await check()).toBe('');
  });

  test.each([
    [
      'no-floating-promises',
      'a.ts',
      'async function pay() {}\nexport const go = () => { pay(); };\n',
    ],
    ['no-explicit-any', 'a.ts', 'export const price = (cents: any) => cents;\n'],
    [
      'no-focused-tests',
      'a.test.ts',
      "import { test, expect } from 'vitest';\ntest.only('one', () => { expect(1).toBe(1); });\n",
    ],
    [
      'no-disabled-tests',
      'a.test.ts',
      "import { test, expect } from 'vitest';\ntest.skip('one', () => { expect(1).toBe(1); });\n",
    ],
    ['expect-expect', 'a.test.ts', "import { test } from 'vitest';\ntest('one', () => {});\n"],
    ['no-restricted-properties', 'a.ts', 'export const now = () => Date.now();\n'],
    ['max-lines-per-function', 'a.ts', `export function long() {\n${'  void 0;\n'.repeat(80)}}\n`],
    ['max-lines', 'a.ts', 'export {};\n'.repeat(401)],
    ['no-warning-comments', 'a.ts', '// TODO later\nexport {};\n'],
    [
      'switch-exhaustiveness-check',
      'a.ts',
      "export function f(x: 'a' | 'b') {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n}\n",
    ],
  ])('the linter, by %s', async (rule, file, text) => {
    const args = ['-c', `${PROJECT}/.oxlintrc.json`, '--type-aware', '--deny-warnings', '.'];
    const check = () => faultsOf(program('oxlint'), args, { cwd: folder });
    plant('well.ts', 'export const cents = 400;\n');
    expect(await check()).toBe('');
    plant(file, text);
    expect(await check()).toContain(rule);
  });

  test('the type checker', async () => {
    const check = () => faultsOf(program('tsc'), ['--project', folder]);
    plant('price.ts', 'export const cents: number = 400;\n');
    expect(await check()).toBe('');
    plant('price.ts', 'export const first = (all: number[]): number => all[0];\n');
    expect(await check()).toContain('TS2322');
  });

  test('the search for dead code', async () => {
    plant('package.json', JSON.stringify({ name: 'planted', private: true, type: 'module' }));
    plant('knip.json', JSON.stringify({ entry: ['server.ts'], project: ['*.ts'] }));
    plant('server.ts', "import { used } from './prices.ts';\nused();\n");
    plant('prices.ts', 'export const used = () => 1;\n');
    const check = () => faultsOf(program('knip'), ['--no-progress'], { cwd: folder });
    expect(await check()).toBe('');
    plant('prices.ts', 'export const used = () => 1;\nexport const unused = () => 2;\n');
    plant('forgotten.ts', 'export {};\n');
    const faults = await check();
    expect(faults).toContain('forgotten.ts');
    expect(faults).toContain('unused');
  });
});

describe('the house law', () => {
  const domain = 'packages/domain/src/time/day.ts';

  test.each([
    ['clock', domain, 'const today = new Date();'],
    ['double-cast', domain, 'const cents = text as unknown as Cents;'],
    ['silenced-type', domain, '// @ts-ignore'],
    ['silenced-lint', domain, '// oxlint-disable-next-line no-shadow'],
    ['tenant-setting', 'apps/api/src/platform/db/rls.ts', "await sql`set session app.x = 'y'`;"],
    ['name it', 'apps/api/src/platform/utils.ts', ''],
    ['name it', 'packages/ui/src/common/button.tsx', ''],
    ['no barrel', 'packages/domain/src/index.ts', ''],
  ])('refuses: %s in %s', (rule, file, text) => {
    expect(houseFaults(file, text)).toEqual([expect.stringContaining(rule)]);
  });

  test.each([
    ['apps/api/src/platform/clock.ts', 'return new Date();'],
    [domain, '// oxlint-disable-next-line no-bitwise -- a hash'],
    [domain, 'const day = new Date(instant);'],
    ['packages/api-client/src/generated/family/index.ts', '// @ts-ignore'],
  ])('allows in %s: %s', (file, text) => {
    expect(houseFaults(file, text)).toEqual([]);
  });
});

describe('portable files', () => {
  test.each([
    ['folder: "/home/lea/preau"'],
    ['cd /root/preau'],
    ['registry=https://packages.example.org/npm/'],
    ['    resolution: {tarball: https://packages.example.org/pg.tgz}'],
  ])('refuse: %s', (line) => {
    expect(portabilityFaults('docs/a.md', line)).toHaveLength(1);
  });

  test.each([['open https://example.org/home/famille'], ['a clone below `/root` is closed to it']])(
    'allow: %s',
    (line) => {
      expect(portabilityFaults('docs/a.md', line)).toEqual([]);
    },
  );
});

describe('the count of tests', () => {
  const file = { name: path.join(PROJECT, 'a.test.ts'), status: 'passed', message: '' };

  test.each(['pending', 'skipped', 'todo', 'disabled'])(
    'takes a %s test for a failed one',
    (status) => {
      const report = {
        testResults: [{ ...file, assertionResults: [{ status, fullName: 'books' }] }],
      };
      expect(summarise(report).failures).toHaveLength(1);
    },
  );

  test('takes a file that cannot be loaded for a failed test', () => {
    const broken = { ...file, status: 'failed', message: 'SyntaxError', assertionResults: [] };
    expect(summarise({ testResults: [broken] }).failures).toHaveLength(1);
  });

  test('takes an empty run for a failure', () => {
    expect(summarise({ testResults: [] }).failures).toHaveLength(1);
  });

  test('may not fall below its floor', () => {
    expect(atLeast('tests', 9, 10).failures).toHaveLength(1);
    expect(atLeast('tests', 9, undefined).failures).toHaveLength(1);
    expect(atLeast('tests', 10, 10)).toEqual({ passed: 1, failures: [] });
  });
});
