/**
 * House rules that no linter knows. Each is a pattern that may not appear, the files it concerns,
 * and what to do instead.
 *
 * @typedef {object} HouseRule
 * @property {string} name
 * @property {RegExp} files which it concerns
 * @property {RegExp} [except] files it leaves alone
 * @property {RegExp} pattern
 * @property {string} instead
 */

const CODE = /^(apps|packages)\/.*\.(ts|tsx)$/;
const TESTS = /\.(test|factory)\.tsx?$|^apps\/e2e\//;

/** @type {HouseRule[]} */
export const HOUSE_RULES = [
  {
    name: 'clock',
    files: CODE,
    except: /^apps\/api\/src\/platform\/clock\.ts$|^apps\/e2e\//,
    pattern: /new Date\(\)/,
    instead: 'take the present as an argument',
  },
  {
    name: 'double-cast',
    files: CODE,
    pattern: /\bas unknown as\b/,
    instead: 'narrow with a check, or give the value its type where it is made',
  },
  {
    name: 'silenced-type',
    files: /\.(ts|tsx|mjs)$/,
    pattern: /@ts-(ignore|nocheck|expect-error)/,
    instead: 'mend the type',
  },
  {
    name: 'silenced-lint',
    files: CODE,
    except: TESTS,
    pattern: /(oxlint|eslint)-disable(?!.*--\s*\S)/,
    instead: 'say why after "--", or mend the line',
  },
  {
    name: 'tenant-setting',
    files: /^apps\/api\/.*\.ts$/,
    pattern: /set\s+session\s+app\.|set_config\([^)]*,\s*false\s*\)/i,
    instead: 'use "set local": a session setting outlives the request behind a pooler',
  },
];

/** Names that say where a file was put because nobody knew what it was. */
const NAMELESS = /(^|\/)(utils?|helpers?|common|misc|managers?)(\/|\.[a-z.]+$)/;
const BARREL = /^(apps|packages)\/.*\/index\.tsx?$/;
const GENERATED = /\/generated\//;

/**
 * @param {string} file path from the root of the project
 * @param {string} text
 * @returns {string[]} one sentence per fault
 */
export function houseFaults(file, text) {
  if (GENERATED.test(file)) return [];
  const faults = [];
  if (NAMELESS.test(file)) faults.push(`${file}: name it after what it does`);
  if (BARREL.test(file)) faults.push(`${file}: no barrel file, import the file itself`);
  for (const { name, files, except, pattern, instead } of HOUSE_RULES) {
    if (!files.test(file) || except?.test(file)) continue;
    text.split('\n').forEach((line, index) => {
      if (pattern.test(line)) faults.push(`${file}:${index + 1}: ${name}: ${instead}`);
    });
  }
  return faults;
}
