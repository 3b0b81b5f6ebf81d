import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runToEnd } from './children.mjs';
import { PROJECT } from './places.mjs';

/** The pages built for the server, and everything their content depends on. */
const PAGES = [
  { page: 'family', setting: 'FAMILY_DIST' },
  { page: 'staff', setting: 'STAFF_DIST' },
];
const SHARED_SOURCES = ['packages/ui', 'packages/domain', 'packages/api-client', 'pnpm-lock.yaml'];
const IGNORED = new Set(['node_modules', 'dist']);
/** Says, inside a build, which sources it was made from. */
const NOTE = 'sources.sha256';

/**
 * Builds the pages whose sources changed since their last build, except those given ready-made.
 *
 * @param {AbortSignal} signal
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<void>}
 * @throws {import('./operator-error.mjs').OperatorError} the bundler's last words
 */
export async function buildPages(signal, env) {
  for (const { page, setting } of PAGES) {
    if (env[setting] !== undefined) continue;
    const folder = path.join(PROJECT, 'apps', page);
    const digest = sourcesDigest([`apps/${page}`, ...SHARED_SOURCES]);
    const note = path.join(folder, 'dist', NOTE);
    if (existsSync(note) && readFileSync(note, 'utf8') === digest) continue;
    await runToEnd({
      name: `Building the ${page} pages`,
      args: [path.join(folder, 'node_modules/vite/bin/vite.js'), 'build'],
      cwd: folder,
      env: { ...env, NODE_ENV: 'production' },
      signal,
    });
    writeFileSync(note, digest);
  }
}

/** @param {string[]} sources files and folders of the project */
function sourcesDigest(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(listFiles).toSorted()) {
    hash.update(`\n${file}\n`).update(readFileSync(path.join(PROJECT, file)));
  }
  return hash.digest('hex');
}

/**
 * @param {string} source
 * @returns {string[]}
 */
function listFiles(source) {
  const place = path.join(PROJECT, source);
  if (statSync(place).isFile()) return [source];
  const entries = readdirSync(place, { withFileTypes: true });
  return entries.flatMap((entry) => {
    if (IGNORED.has(entry.name)) return [];
    const child = path.join(source, entry.name);
    return entry.isDirectory() ? listFiles(child) : [child];
  });
}
