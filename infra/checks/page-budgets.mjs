/**
 * Adds up the JavaScript a browser fetches for a page, compressed as it travels, and fails above
 * the budget. Reads the manifests that the builds write.
 *
 *   node infra/checks/page-budgets.mjs
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { PROJECT } from '../dev/places.mjs';

/** Bytes of a kB: budgets are told as browsers and networks count. */
const kB = 1000;

const SIGN_IN = ['src/features/accounts/sign-in-page.tsx'];
/** What every page of someone signed in stands on. */
const SIGNED_IN = 'src/app/signed-in-layout.tsx';

/**
 * Entry points of each page and its budget in kB of compressed JavaScript, by portal.
 *
 * @typedef {{ page: string, routes: readonly string[], budget: number }} PageBudget
 * @type {Record<'family' | 'staff', PageBudget[]>}
 */
const BUDGETS = {
  family: [
    { page: 'connexion', routes: SIGN_IN, budget: 110 },
    {
      page: 'planning',
      routes: ['src/app/portal-routes.tsx', SIGNED_IN, 'src/features/bookings/planning-page.tsx'],
      budget: 140,
    },
  ],
  staff: [
    { page: 'connexion', routes: SIGN_IN, budget: 130 },
    {
      page: 'aujourdhui',
      routes: [SIGNED_IN, 'src/features/attendance/today-page.tsx'],
      budget: 130,
    },
  ],
};

/**
 * Files a page fetches: the entry, the page's own chunk, and all they import statically.
 *
 * @param {Record<string, { file: string, imports?: string[] }>} manifest
 * @param {readonly string[]} routes
 */
export function filesOf(manifest, routes) {
  const files = new Set();
  const seen = new Set();
  const visit = (/** @type {string} */ name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (!chunk) throw new Error(`The build has no ${name}: has the page moved?`);
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const name of ['index.html', ...routes]) visit(name);
  return [...files].filter((file) => file.endsWith('.js'));
}

/**
 * Files that import one another in a circle: one of them then runs before what it needs is there,
 * and the page stays blank.
 *
 * @param {Record<string, { file: string, imports?: string[] }>} manifest
 * @returns {string[]} each circle once, as `a.js → b.js → a.js`.
 */
export function circlesOf(manifest) {
  const done = new Set();
  /** @type {string[]} */
  const circles = [];
  const visit = (/** @type {string} */ name, /** @type {readonly string[]} */ way) => {
    if (way.includes(name)) {
      const circle = [...way.slice(way.indexOf(name)), name];
      circles.push(circle.map((one) => manifest[one]?.file ?? one).join(' → '));
      return;
    }
    if (done.has(name)) return;
    done.add(name);
    for (const imported of manifest[name]?.imports ?? []) visit(imported, [...way, name]);
  };
  for (const name of Object.keys(manifest)) visit(name, []);
  return circles;
}

/**
 * Weighs every page of the budget.
 *
 * @param {string} dist
 * @param {readonly PageBudget[]} pages
 */
export function weigh(dist, pages) {
  const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'));
  return pages.map(({ page, routes, budget }) => {
    const bytes = filesOf(manifest, routes).reduce(
      (total, file) => total + gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length,
      0,
    );
    return { page, size: bytes / kB, budget, met: bytes <= budget * kB };
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [portal, pages] of Object.entries(BUDGETS)) {
    const manifest = path.join(PROJECT, `apps/${portal}/dist/.vite/manifest.json`);
    for (const circle of circlesOf(JSON.parse(readFileSync(manifest, 'utf8')))) {
      process.stdout.write(`CIRCLE  ${portal} ${circle}\n`);
      process.exitCode = 1;
    }
    for (const { page, size, budget, met } of weigh(
      path.join(PROJECT, `apps/${portal}/dist`),
      pages,
    )) {
      const verdict = met ? 'ok' : 'TOO BIG';
      process.stdout.write(
        `${verdict}  ${portal} ${page}: ${size.toFixed(1)} kB of ${budget} kB\n`,
      );
      if (!met) process.exitCode = 1;
    }
  }
}
