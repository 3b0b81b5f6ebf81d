import { readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/**
 * What PostgreSQL writes about itself in `postmaster.pid`, checked against the processes alive:
 * after a power cut or a `kill -9` the file remains, and its number may belong to something else.
 *
 * @typedef {{ pid: number, port: number, ready: boolean }} Postmaster
 */

/**
 * @param {string} dataFolder
 * @returns {Postmaster | undefined} nothing when no server runs there
 */
export function livePostmaster(dataFolder) {
  let lines;
  try {
    lines = readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isPostgres(pid)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Removes the file of a server that is gone, which would otherwise forbid the start when another
 * process has taken its number.
 *
 * @param {string} dataFolder
 */
export function forgetDeadPostmaster(dataFolder) {
  if (livePostmaster(dataFolder) === undefined) {
    rmSync(path.join(dataFolder, 'postmaster.pid'), { force: true });
  }
}

/** @param {number} pid */
function isPostgres(pid) {
  try {
    // A process that ended but was not collected by its parent (Z) serves nobody.
    return (
      /^State:\s*[^Z]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')) &&
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
    );
  } catch {
    const asked = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return asked.status === 0 && asked.stdout.includes('postgres');
  }
}
