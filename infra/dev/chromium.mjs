import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { OperatorError } from './operator-error.mjs';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/**
 * The browser of the journeys: `CHROME_PATH`, else the system's Chromium, installed on the spot
 * where that is possible.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {string} path of its executable
 * @throws {OperatorError} when there is none and none can be installed
 */
export function findChromium(env) {
  if (env.CHROME_PATH !== undefined) {
    if (existsSync(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new OperatorError(`CHROME_PATH names no file: ${env.CHROME_PATH}.`);
  }
  if (existsSync(SYSTEM_CHROMIUM)) return SYSTEM_CHROMIUM;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('Installing Chromium for the browser journeys.\n');
    for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
      spawnSync('apt-get', ['--quiet', '--quiet', ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    }
    if (existsSync(SYSTEM_CHROMIUM)) return SYSTEM_CHROMIUM;
  }
  throw new OperatorError(
    'The browser journeys need a Chromium: install one, or name its executable in CHROME_PATH.',
  );
}
