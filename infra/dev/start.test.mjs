import { spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROJECT } from './places.mjs';
import { freePort } from './ports.mjs';
import { withClient } from './postgres-roles.mjs';

/**
 * The real `npm start`, on a folder and a port of its own.
 *
 * @typedef {object} Start
 * @property {import('node:child_process').ChildProcess} child
 * @property {Promise<string>} ready what it said once ready; rejects when it ends before
 * @property {Promise<{ status: number | null, stdout: string, stderr: string }>} ended
 */

/** What the terminal adds around a command is not part of what it says. */
const NOISE = /^(npm (warn|notice)|> |\s*$)/;

/**
 * @param {string} pid
 * @param {'cmdline' | 'environ'} file
 * @returns {string} nothing once the process is gone, or when it may not be looked at
 */
function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

describe('npm start', () => {
  /** @type {string} */
  let folder;
  /** @type {number} */
  let port;
  /** @type {Start[]} */
  let starts;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'preau-start-'));
    // Root's server runs under another account, which must pass through.
    chmodSync(folder, 0o711);
    port = await freePort();
    starts = [];
    for (const page of ['family', 'staff']) {
      mkdirSync(path.join(folder, page));
      writeFileSync(path.join(folder, page, 'index.html'), `<title>${page}</title>`);
    }
  });
  afterEach(async () => {
    for (const { child, ended } of starts) {
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  /**
   * @param {Record<string, string>} [settings]
   * @param {string[]} [command]
   * @returns {Start}
   */
  function start(settings = {}, command = ['npm', 'start']) {
    const [program = '', ...args] = command;
    const child = spawn(program, args, {
      cwd: PROJECT,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        PREAU_FOLDER: path.join(folder, 'state'),
        FAMILY_DIST: path.join(folder, 'family'),
        STAFF_DIST: path.join(folder, 'staff'),
        PORT: String(port),
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let stdout = '';
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    /** @type {Start['ended']} */
    const ended = new Promise((resolve) => {
      child.once('close', (status) => resolve({ status, stdout, stderr }));
    });
    /** @type {Start['ready']} */
    const ready = new Promise((resolve, reject) => {
      child.stdout.on('data', (chunk) => {
        stdout += chunk;
        if (stdout.includes('Ctrl-C stops everything.')) resolve(stdout);
      });
      void ended.then(() => reject(new Error(`It ended before it was ready: ${stderr}`)));
    });
    ready.catch(() => undefined);
    const all = { child, ready, ended };
    starts.push(all);
    return all;
  }

  /** @param {Start} begun */
  async function refusal({ ended }) {
    const { status, stderr } = await ended;
    return { status, lines: stderr.split('\n').filter((line) => !NOISE.test(line)) };
  }

  /** @returns {{ pid: number, command: string }[]} every process that works in this folder */
  function processes() {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .flatMap((pid) => {
        const command = readProcess(pid, 'cmdline').replaceAll('\0', ' ');
        const here = command.includes(folder) || readProcess(pid, 'environ').includes(folder);
        return here ? [{ pid: Number(pid), command }] : [];
      });
  }

  const ownerUrl = () => {
    const cluster = path.join(folder, 'state', 'data', 'cluster');
    const { owner } = JSON.parse(readFileSync(path.join(cluster, 'access.json'), 'utf8'));
    const port = readFileSync(path.join(cluster, 'port'), 'utf8');
    return `postgres://preau_owner:${owner}@127.0.0.1:${port}/preau`;
  };

  test('says the addresses and the logins of the demo, and answers there', async () => {
    const said = await start().ready;
    expect(said).toContain(`http://127.0.0.1:${port}/o/val-de-lure`);
    expect(said).toContain(`http://127.0.0.1:${port}/staff/val-de-lure`);
    expect(said).toMatch(/family\s+\S+@\S*example\S*\s+\S+/);
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`);
    expect(answer.status).toBe(200);
  });

  test('keeps its data from one start to the next', async () => {
    const first = start();
    await first.ready;
    await withClient(ownerUrl(), (owner) =>
      owner.query('create table kept as select 42 as answer'),
    );
    first.child.kill('SIGTERM');
    await first.ended;

    await start().ready;
    const kept = await withClient(ownerUrl(), (owner) => owner.query('select answer from kept'));
    expect(kept.rows).toEqual([{ answer: 42 }]);
  });

  test.each(['SIGTERM', 'SIGKILL'])('leaves no process behind when npm gets %s', async (signal) => {
    const { child, ready } = start();
    await ready;
    expect(
      processes()
        .map(({ command }) => command)
        .join('\n'),
    ).toMatch(/postgres[^]*server\.ts[^]*worker\.ts/);
    child.kill(/** @type {NodeJS.Signals} */ (signal));
    await expect.poll(processes, { timeout: 20_000 }).toEqual([]);
  });

  test('leaves no process behind on Ctrl-C, which the whole terminal gets', async () => {
    const { child, ready } = start();
    await ready;
    process.kill(-Number(child.pid), 'SIGINT');
    await expect.poll(processes, { timeout: 20_000 }).toEqual([]);
  });

  test('leaves no process behind when stopped while starting', async () => {
    const { child, ended } = start({}, ['node', 'infra/dev/run.mjs', 'up']);
    await expect.poll(() => processes().length, { timeout: 20_000 }).toBeGreaterThan(1);
    child.kill('SIGTERM');
    expect((await ended).stdout).not.toContain('ready');
    await expect.poll(processes, { timeout: 20_000 }).toEqual([]);
  });

  test('says in one sentence that its port is taken', async () => {
    const other = createServer();
    await new Promise((resolve) => other.listen(port, '127.0.0.1', () => resolve(undefined)));
    const { status, lines } = await refusal(start());
    await new Promise((resolve) => other.close(resolve));
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^Port ${port} .* is taken: .*\\.$`))]);
  });

  test.each([
    [
      'the database cannot be reached',
      { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/p' },
      /^DATABASE_URL leads to no usable database \(127\.0\.0\.1:1: .*\)\.$/,
    ],
    [
      'its folder cannot be written',
      { PREAU_FOLDER: '/proc/preau' },
      /^Préau cannot write in the folder \/proc\/preau.*\.$/,
    ],
    ['the port is no number', { PORT: 'http' }, /^PORT must be a number .*"http"\.$/],
    ['the mode is unknown', { PREAU_MODE: 'holiday' }, /PREAU_MODE/],
  ])('says in one sentence that %s', async (_what, settings, sentence) => {
    const { status, lines } = await refusal(start(settings));
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringMatching(sentence)]);
    expect(lines[0]).not.toContain('secret');
  });

  test.each([
    [['--demo=vast'], {}, /^Usage: npm start \[-- --demo=large\]$/],
    [
      ['--demo=large'],
      { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/p' },
      /^--demo=large makes a database of its own: unset DATABASE_URL\.$/,
    ],
  ])('says in one sentence what it cannot do with %s', async (args, settings, sentence) => {
    const command = ['npm', 'start', '--', ...args];
    const { status, lines } = await refusal(start(settings, command));
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringMatching(sentence)]);
  });

  test('refuses in one sentence to run twice on the same data', async () => {
    await start().ready;
    const { status, lines } = await refusal(start({ PORT: String(await freePort()) }));
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^Préau already runs with the data in /)]);
    expect((await fetch(`http://127.0.0.1:${port}/api/health/ready`)).status).toBe(200);
  });
});
