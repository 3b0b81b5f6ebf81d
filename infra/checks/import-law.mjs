import path from 'node:path';
import { PROJECT } from '../dev/places.mjs';
import { runTool } from './tool.mjs';

/**
 * @typedef {{ rule: string, from: string, to: string }} Violation
 */

export const IMPORT_RULES = path.join(PROJECT, '.dependency-cruiser.cjs');

/**
 * Follows every import below a folder and holds it against the import law.
 *
 * @param {string} [cwd] a tree shaped like the project
 * @returns {Promise<{ modules: number, violations: Violation[] }>} `modules` counts the project's own
 *   TypeScript files that were read: none means that the tool understood nothing
 */
export async function cruiseImports(cwd = PROJECT) {
  const { status, output } = await runTool(
    process.execPath,
    [
      path.join(PROJECT, 'infra/checks/node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      IMPORT_RULES,
      '--output-type',
      'json',
      'apps',
      'packages',
      'infra',
    ],
    { cwd },
  );
  const start = output.indexOf('{');
  if (start === -1) throw new Error(`The imports could not be read (code ${status}): ${output}`);
  /** @type {{ modules: { source: string }[], summary: { violations: { rule: { name: string }, from: string, to: string }[] } }} */
  const { modules, summary } = JSON.parse(output.slice(start));
  return {
    modules: modules.filter(({ source }) => /^(apps|packages)\/.*\.tsx?$/.test(source)).length,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
