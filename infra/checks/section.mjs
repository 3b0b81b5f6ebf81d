/**
 * What a section of the check found. Every check counts, a linter's run like a test.
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {string[]} failures one text per failed check, its first line being its name
 *
 * @typedef {object} Section
 * @property {string} name
 * @property {() => Promise<Outcome>} run
 */

/** A failure is cut after this many lines: the tool itself tells the rest. */
const SHOWN_LINES = 60;

/**
 * The outcome of a single check.
 *
 * @param {string} name
 * @param {string} fault what is wrong; empty when all is well
 * @returns {Outcome}
 */
export function single(name, fault) {
  return fault === ''
    ? { passed: 1, failures: [] }
    : { passed: 0, failures: [`${name}\n${fault}`] };
}

/**
 * @param {Outcome[]} outcomes
 * @returns {Outcome}
 */
export function together(outcomes) {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}

/**
 * A failed floor: fewer checks than the project is known to have means that some were lost.
 *
 * @param {string} what
 * @param {number} counted
 * @param {number | undefined} floor
 * @returns {Outcome}
 */
export function atLeast(what, counted, floor) {
  if (floor === undefined) return single(what, `${what} has no floor in infra/checks/floors.json.`);
  return single(
    `${what} above its floor`,
    counted >= floor
      ? ''
      : `${counted} ${what}, fewer than the ${floor} of infra/checks/floors.json.`,
  );
}

/**
 * @param {Section} section
 * @returns {Promise<Outcome>} a section that cannot run at all has failed once
 */
export async function runSection({ name, run }) {
  const began = performance.now();
  /** @type {Outcome} */
  let outcome;
  try {
    outcome = await run();
  } catch (error) {
    outcome = single(name, error instanceof Error ? error.message : String(error));
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const mark = outcome.failures.length === 0 ? '✓' : '✗';
  const counts = `${outcome.passed} passed, ${outcome.failures.length} failed`;
  process.stdout.write(
    `${mark} ${name.padEnd(16)} ${counts.padEnd(26)} ${seconds.padStart(7)} s\n`,
  );
  for (const failure of outcome.failures) process.stdout.write(`${indent(failure)}\n`);
  return outcome;
}

/** @param {string} text */
function indent(text) {
  const lines = text.trimEnd().split('\n');
  const shown = lines.slice(0, SHOWN_LINES);
  if (lines.length > SHOWN_LINES) shown.push(`… ${lines.length - SHOWN_LINES} more lines`);
  return shown.map((line) => `    ${line}`).join('\n');
}
