import { existsSync, readdirSync } from 'node:fs';
import { runSection, single, together } from './section.mjs';
import { runTool } from './tool.mjs';

const FOLDER = new URL('long/', import.meta.url);

/**
 * Runs the checks of `long/`, or those named: each is a script that succeeds by its exit code. They
 * repeat at full size, and over many seeds, what the ordinary checks show in small.
 *
 * @param {string[]} [names] of scripts, without their extension
 * @returns {Promise<number>} the exit code
 */
export async function checkLong(names = []) {
  const scripts = existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .filter((file) => file.endsWith('.mjs'))
        .toSorted()
    : [];
  const outcomes = [];
  for (const script of scripts) {
    const name = script.replace(/\.mjs$/, '');
    if (names.length > 0 && !names.includes(name)) continue;
    outcomes.push(await runSection({ name, run: () => runScript(name, new URL(script, FOLDER)) }));
  }
  const { passed, failures } = together(outcomes);
  process.stdout.write(`${passed} passed, ${failures.length} failed\n`);
  return failures.length === 0 ? 0 : 1;
}

/**
 * @param {string} name
 * @param {URL} script
 */
async function runScript(name, script) {
  const { status, output } = await runTool(process.execPath, [script.pathname]);
  if (status === 0) process.stdout.write(output);
  return single(name, status === 0 ? '' : output || `It ended with code ${status}.`);
}
