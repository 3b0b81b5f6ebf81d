import { spawn } from 'node:child_process';
import { PROJECT } from '../dev/places.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a program to its end and keeps what it says.
 *
 * @param {string} program a path, or the name of one of the project's programs
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ status: number, output: string }>} exit code; both outputs as they came
 */
export function runTool(program, args, { cwd = PROJECT, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (status) => {
      running.delete(child);
      resolve({ status: status ?? 1, output });
    });
  });
}

/** Ends whatever is running, when the whole check is stopped. */
export function stopTools() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * The faults a tool found, by its exit code.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} empty when it found none
 */
export async function faultsOf(program, args, options) {
  const { status, output } = await runTool(program, args, options);
  return status === 0 ? '' : output.trim() || `${program} ended with code ${status}.`;
}
