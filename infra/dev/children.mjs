import { spawn } from 'node:child_process';
import { openSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from './operator-error.mjs';
import { PROJECT } from './places.mjs';
import { stopRequested } from './shutdown.mjs';

/**
 * @typedef {object} ChildSpec
 * @property {string} name for messages, e.g. `API`
 * @property {string[]} args of Node
 * @property {Record<string, string | undefined>} env
 * @property {string} [cwd]
 * @property {string} [logFile] where its output goes; ours when missing
 *
 * @typedef {object} Child
 * @property {string} name
 * @property {boolean} onTerminal whether what it said was already shown
 * @property {Promise<{ status: number, words: string }>} ended settles when it ends, for whatever
 *   reason, with its exit code and its last words
 * @property {() => Promise<void>} stop SIGTERM to its whole group, then SIGKILL
 */

/** How long a child may take to finish its requests and jobs, in milliseconds. */
const STOP_GRACE_MS = 15_000;
/** How much of a child's standard error is kept to explain its end, in characters. */
const LAST_WORDS = 4_000;

/**
 * Starts a long-lived Node process in a group of its own: Ctrl-C in the terminal reaches only us, and
 * we decide in which order things stop.
 *
 * @param {ChildSpec} spec
 * @returns {Child}
 */
export function startChild({ name, args, env, cwd = PROJECT, logFile }) {
  const preload = fileURLToPath(new URL('follow-parent.mjs', import.meta.url));
  const log = logFile === undefined ? undefined : openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    cwd,
    env: { ...env, PREAU_PARENT: String(process.pid) },
    detached: true,
    stdio: ['ignore', log ?? 'inherit', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr?.on('data', (chunk) => {
    words = (words + chunk).slice(-LAST_WORDS);
    writeSync(log ?? process.stderr.fd, chunk);
  });
  /** @type {Child['ended']} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: 1, words: error.message }));
    child.once('close', (status) => resolve({ status: status ?? 1, words }));
  });
  return { name, onTerminal: log === undefined, ended, stop: () => stopGroup(child.pid, ended) };
}

/**
 * Runs a Node program in our terminal until it ends or a stop is asked for.
 *
 * @param {Omit<ChildSpec, 'logFile'>} spec
 * @returns {Promise<number>} its exit code
 */
export async function runInTerminal(spec) {
  const child = startChild(spec);
  void stopRequested().then(() => child.stop());
  return (await child.ended).status;
}

/**
 * @param {number | undefined} pid of the group's leader
 * @param {Promise<unknown>} ended
 */
async function stopGroup(pid, ended) {
  if (pid === undefined) return;
  signalGroup(pid, 'SIGTERM');
  const timer = new AbortController();
  const late = sleep(STOP_GRACE_MS, 'late', { signal: timer.signal }).catch(() => 'stopped');
  await Promise.race([ended, late]);
  timer.abort();
  // Also when the leader left in time: whatever it had started goes with it.
  signalGroup(pid, 'SIGKILL');
  await ended;
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone, which is what was wanted.
  }
}

/**
 * Runs a short Node program to its end.
 *
 * @param {ChildSpec & { signal?: AbortSignal }} spec aborting ends it
 * @returns {Promise<string>} what it printed
 * @throws {OperatorError} its last line, when it fails
 */
export function runToEnd({ name, args, env, cwd = PROJECT, signal }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let words = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (words = (words + chunk).slice(-LAST_WORDS)));
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve(said);
      else reject(new OperatorError(`${name} failed: ${lastWords(words || said)}`));
    });
  });
}

/**
 * The line that explains an end: the message of an uncaught error when there is one, else the last.
 *
 * @param {string} words
 * @returns {string}
 */
export function lastWords(words) {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  return (
    lines.find((line) => /(^|\] )\w*Error: \S/.test(line)) ?? lines.at(-1) ?? 'it gave no reason'
  );
}
