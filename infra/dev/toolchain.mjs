import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from './operator-error.mjs';
import { PROJECT } from './places.mjs';

/*
 * Only built-in modules here, and only what Node 20 knows: this runs before anything is installed.
 */

const PNPM = 'pnpm@12.18.0';
const NODE = 'node@24.21.0';
/** Both notes live in node_modules: removing it, which is how people mend things, removes them. */
const NODE_NOTE = path.join(PROJECT, 'node_modules', '.preau-node');
const INSTALL_NOTE = path.join(PROJECT, 'node_modules', '.preau-install');

/**
 * Whether a Node runs the project as it is: 24.15 or later, or 26 and later (odd ones are no LTS).
 *
 * @param {string} version such as `v24.21.0`
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return (major === 24 && minor >= 15) || major >= 26;
}

/**
 * The Node to run the project with: the present one, or one that npm brings.
 *
 * @returns {Promise<string>} path of its executable
 * @throws {OperatorError} when npm cannot bring it
 */
export async function findNode() {
  if (isSupportedNode(process.version)) return process.execPath;
  try {
    const known = readFileSync(NODE_NOTE, 'utf8').trim();
    if (existsSync(known)) return known;
  } catch {
    // Not looked for yet.
  }
  const said = await npmExec([NODE], 'node -p process.execPath', 'pipe');
  const found = said.trim().split('\n').at(-1) ?? '';
  if (!existsSync(found)) throw new OperatorError(`npm brought no ${NODE}: ${said.trim()}`);
  return found;
}

/**
 * Installs the packages unless `node_modules` already answers the lockfile.
 *
 * @param {string} node the Node found above, remembered for next time
 * @throws {OperatorError} when pnpm fails; what it said is above
 */
export async function ensureInstalled(node) {
  const wanted = lockDigest();
  if (readNote(INSTALL_NOTE) !== wanted) {
    const packages = isSupportedNode(process.version) ? [PNPM] : [PNPM, NODE];
    await npmExec(packages, 'pnpm install --frozen-lockfile --prefer-offline', 'inherit');
    mkdirSync(path.dirname(INSTALL_NOTE), { recursive: true });
    writeFileSync(INSTALL_NOTE, wanted);
  }
  if (node !== process.execPath && readNote(NODE_NOTE) !== node) writeFileSync(NODE_NOTE, node);
}

/** @param {string} file */
function readNote(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** A digest of all that decides what is installed: lockfile, settings, manifests, platform. */
function lockDigest() {
  const manifests = ['apps', 'packages', 'infra'].flatMap((folder) =>
    readdirSync(path.join(PROJECT, folder))
      .map((name) => path.join(folder, name, 'package.json'))
      .filter((file) => existsSync(path.join(PROJECT, file))),
  );
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests]) {
    hash.update(`\n${file}\n`).update(readFileSync(path.join(PROJECT, file)));
  }
  return hash.digest('hex');
}

/**
 * Runs a shell command with packages that npm fetches into its own cache, in a process group of its
 * own: npm does not pass signals on, so the whole group is ended with us.
 *
 * @param {string[]} packages
 * @param {string} command
 * @param {'pipe' | 'inherit'} output
 * @returns {Promise<string>} what it printed, when piped
 */
function npmExec(packages, command, output) {
  const { npm_config_package: _nested, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(
      'npm',
      ['exec', '--yes', ...packages.map((name) => `--package=${name}`), '-c', command],
      // CI: pnpm must never ask a question.
      {
        cwd: PROJECT,
        detached: true,
        // What installing says is no word of the command.
        stdio: ['ignore', output === 'pipe' ? 'pipe' : process.stderr, 'inherit'],
        env: { ...env, CI: '1' },
      },
    );
    const stop = () => {
      if (child.pid) process.kill(-child.pid, 'SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
    let said = '';
    child.stdout?.on('data', (chunk) => (said += chunk));
    child.on('error', (error) => reject(new OperatorError(`npm cannot be run: ${error.message}`)));
    child.on('close', (status) => {
      process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', stop);
      if (status === 0) resolve(said);
      else reject(new OperatorError(`"${command}" failed: what it said is above.`));
    });
  });
}
