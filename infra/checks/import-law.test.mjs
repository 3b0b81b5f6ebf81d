import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IMPORT_RULES, cruiseImports } from './import-law.mjs';

const API = 'apps/api/src';
const MODULES = `${API}/modules`;

/** For each rule, a file that breaks it and what that file imports. */
/** @type {Record<string, [from: string, to: string]>} */
const PLANTED = {
  'module-known': [`${MODULES}/loyalty/loyalty.public.ts`, `${MODULES}/audit/audit.public.ts`],
  'module-by-its-public-file': [`${MODULES}/bookings/a.ts`, `${MODULES}/activities/b.store.ts`],
  'factories-by-public-files-and-factories': [
    `${MODULES}/bookings/a.factory.ts`,
    `${MODULES}/activities/c.store.ts`,
  ],
  'platform-below-modules': [`${API}/platform/a.ts`, `${MODULES}/audit/audit.public.ts`],
  'demo-by-public-files': [`${API}/demo/a.ts`, `${MODULES}/activities/d.store.ts`],
  'routes-without-tables': [`${MODULES}/accounts/a.staff.routes.ts`, 'drizzle-orm'],
  'use-cases-without-http': [`${MODULES}/accounts/use-cases/sign-in.ts`, 'fastify'],
  'factories-in-tests-only': [
    `${MODULES}/accounts/a.public.ts`,
    `${MODULES}/accounts/a.factory.ts`,
  ],
  'tests-are-not-libraries': [`${MODULES}/accounts/b.ts`, `${MODULES}/accounts/a.test.ts`],
  'app-to-app': ['apps/family/src/a.ts', 'apps/staff/src/b.ts'],
  'package-to-app': ['packages/ui/src/a.tsx', 'apps/family/src/c.ts'],
  'domain-alone': ['packages/domain/src/a.ts', 'node:fs'],
  'api-client-alone': ['packages/api-client/src/a.ts', 'packages/domain/src/b.ts'],
  'reglement-on-domain': ['packages/reglement/src/a.ts', 'packages/ui/src/b.tsx'],
  'ui-on-domain': ['packages/ui/src/c.tsx', 'packages/api-client/src/b.ts'],
  'pages-on-their-packages': ['apps/family/src/d.ts', 'packages/reglement/src/b.ts'],
  'api-on-domain': [`${API}/e.ts`, 'packages/ui/src/d.tsx'],
  'infra-in-tests-only': [`${API}/f.ts`, 'infra/dev/g.mjs'],
  'feature-to-feature': [
    'apps/family/src/features/planning/a.ts',
    'apps/family/src/features/cart/b.ts',
  ],
  'shared-below-features': ['apps/staff/src/shared/a.ts', 'apps/staff/src/features/today/b.ts'],
  'features-below-shell': ['apps/staff/src/features/today/c.ts', 'apps/staff/src/app/router.ts'],
  'no-cycle': ['packages/domain/src/c.ts', 'packages/domain/src/c.ts'],
  resolvable: ['packages/domain/src/d.ts', './nowhere.ts'],
};

/** @type {{ name: string }[]} */
const rules = createRequire(import.meta.url)(IMPORT_RULES).forbidden;
const orderRules = rules.filter(({ name }) => name.startsWith('module-order-'));

for (const { name } of orderRules) {
  const low = name.replace('module-order-', '');
  PLANTED[name] = [`${MODULES}/${low}/upwards.ts`, `${MODULES}/partner/partner.public.ts`];
}

/**
 * @param {string} tree
 * @param {string} file
 * @param {string} line
 */
function plant(tree, file, line) {
  const place = path.join(tree, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, line, { flag: 'a' });
}

/**
 * @param {string} from
 * @param {string} to
 */
function specifier(from, to) {
  if (!/^(apps|packages|infra)\//.test(to)) return to;
  const relative = path.relative(path.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

describe('the import law', () => {
  const tree = mkdtempSync(path.join(tmpdir(), 'preau-imports-'));
  /** @type {Awaited<ReturnType<typeof cruiseImports>>} */
  let found;

  beforeAll(async () => {
    for (const [rule, [from, to]] of Object.entries(PLANTED)) {
      if (/^(apps|packages|infra)\//.test(to) && to !== from) plant(tree, to, 'export {};\n');
      const other = rule === 'no-cycle' ? 'packages/domain/src/cycle.ts' : to;
      plant(tree, from, `import '${specifier(from, other)}';\n`);
      if (rule === 'no-cycle') plant(tree, other, `import '${specifier(other, from)}';\n`);
    }
    found = await cruiseImports(tree);
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  test('has a planted violation for every rule', () => {
    expect(Object.keys(PLANTED).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
  });

  test.each(Object.keys(PLANTED))('refuses what breaks "%s"', (rule) => {
    const [from] = PLANTED[rule] ?? [];
    const breakers = found.violations.filter((violation) => violation.rule === rule);
    expect(breakers.map((violation) => violation.from)).toContain(from);
  });

  test('reads TypeScript: a tool that understands nothing would find nothing', () => {
    expect(found.modules).toBeGreaterThan(Object.keys(PLANTED).length);
  });

  test('lets a module use a lower one through its public file', () => {
    const from = `${MODULES}/loyalty/loyalty.public.ts`;
    const kept = found.violations.filter((violation) => violation.from === from);
    expect(kept.map(({ rule }) => rule)).toEqual(['module-known']);
  });
});
