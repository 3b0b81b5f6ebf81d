import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCluster } from '../embedded-postgres.mjs';
import { withClient } from '../postgres-roles.mjs';
import { readBackupFile, writeBackupFile } from './backup-file.mjs';
import {
  changeOneDay,
  command,
  makeFolder,
  removeFolder,
  startDemo,
} from './backup-site.fixture.mjs';
import { LABEL, MANIFEST, SEAL, sha256 } from './manifest.mjs';

/** @typedef {{ name: string, content: Buffer }} Kept */

const PARENTS = ['claire.durand', 'sophie.lambert', 'nadia.benali', 'elodie.petit'];
const READ_ALL = `
  select c.id, c.household_id as household, e.xid::text as xid
  from confirmation c
  join event e on e.organisation_id = c.organisation_id and e.type = 'cart.confirmed'
    and e.payload ->> 'confirmationId' = c.id::text
  order by e.xid`;

describe('a backup', () => {
  const folder = makeFolder();
  const backup = path.join(folder, 'site.tar.zst');
  /** @type {Awaited<ReturnType<typeof startDemo>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof changeOneDay>>[]} */
  let parents;
  /** @type {{ before: string[][], after: string[][] }} */
  let answered;
  /** @type {import('./backup-site.fixture.mjs').Ended} */
  let made;

  const confirmations = () => parents.map(({ confirmed }) => [...confirmed]);

  beforeAll(async () => {
    site = await startDemo(folder, 'state');
    // A page first read after the rows were written is noted in the log, which would bring lost rows back.
    await ask('state', 'vacuum booking');
    parents = await Promise.all(
      PARENTS.map((name) => changeOneDay(site.url, `${name}@example.org`)),
    );
    await sleep(300);
    const before = confirmations();
    made = await command(folder, 'state', ['backup', '--to=site.tar.zst']).ended;
    await sleep(300);
    await Promise.all(parents.map((parent) => parent.stop()));
    answered = { before, after: confirmations() };
  }, 120_000);
  afterAll(async () => {
    await site.stop();
    removeFolder(folder);
  });

  /**
   * The rows that some questions to the database of a folder answer, one list each.
   *
   * @param {string} state
   * @param {string[]} questions
   */
  async function ask(state, ...questions) {
    const cluster = await startCluster({ folder: path.join(folder, state, 'data') });
    try {
      return await withClient(new URL('/preau', cluster.superuserUrl).href, async (client) => {
        const answers = [];
        for (const sql of questions) answers.push((await client.query(sql)).rows);
        return answers;
      });
    } finally {
      // Where no site runs, nobody else would stop it.
      if (state !== 'state') await cluster.stop();
    }
  }

  /** @param {string} state @param {string} file @param {string[]} [more] */
  const restore = (state, file, more = []) =>
    command(folder, state, ['restore', `--from=${file}`, ...more]).ended;

  /** The same backup with other content, and a manifest that agrees with it. @param {(kept: Kept) => Kept[]} alter */
  async function forged(/** @type {string} */ name, alter) {
    /** @type {Kept[]} */
    const kept = [];
    for await (const entry of readBackupFile(backup)) {
      const parts = [];
      for await (const bytes of entry.content) parts.push(bytes);
      kept.push(...alter({ name: entry.name, content: Buffer.concat(parts) }));
    }
    const files = kept.filter(({ name }) => name !== MANIFEST && name !== SEAL);
    const original = kept.find(({ name }) => name === MANIFEST)?.content.toString() ?? '';
    const facts = files.map(({ name, content }) => [
      name,
      { size: content.length, sha256: sha256(content) },
    ]);
    const said = Buffer.from(
      JSON.stringify({ ...JSON.parse(original), files: Object.fromEntries(facts) }),
    );
    const all = [
      ...files,
      { name: MANIFEST, content: said },
      { name: SEAL, content: Buffer.from(sha256(said)) },
    ];
    async function* entries() {
      for (const { name, content } of all) yield { name, size: content.length, content: [content] };
    }
    const file = path.join(folder, name);
    const signal = new AbortController().signal;
    await writeBackupFile(file, entries(), async () => undefined, signal);
    return file;
  }

  test('is made while parents book, is read again, and says what it holds', () => {
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(made.stdout).toContain(`${backup}\n`);
    expect(made.stdout).toContain('read again and found whole');
    expect(made.stdout).toContain('The keys of the installation are in it.');
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    expect(answered.before.every((own) => own.length > 0)).toBe(true);
  });

  test('holds one moment: whole confirmations, all that were answered before, none out of order', async () => {
    expect(await restore('elsewhere', backup)).toMatchObject({ status: 0, stderr: '' });
    const [restored = [], audit = [], booked = []] = await ask(
      'elsewhere',
      READ_ALL,
      `select id from audit_event where action = 'cart.confirmed'`,
      'select child_id, session_id from booking where holds_place',
    );
    const [original = []] = await ask('state', READ_ALL);
    expect(original).toHaveLength(answered.after.flat().length);

    const ids = new Set(restored.map(({ id }) => id));
    for (const [at, own] of answered.after.entries()) {
      const kept = own.filter((id) => ids.has(id));
      expect(kept).toEqual(own.slice(0, kept.length));
      expect(kept.length).toBeGreaterThanOrEqual(answered.before[at]?.length ?? 0);
    }
    // Some were made during the copy, others after it: otherwise nothing was shown.
    expect(restored.length).toBeGreaterThan(answered.before.flat().length);
    expect(restored.length).toBeLessThan(original.length);

    expect(audit).toHaveLength(restored.length);
    const held = new Set(booked.map(({ child_id, session_id }) => child_id + session_id));
    for (const { cell, confirmed } of parents) {
      const steps = confirmed.filter((id) => ids.has(id)).length;
      expect(held.has(cell.childId + cell.sessionId)).toBe(steps % 2 === 1);
    }
  });

  test('restored, serves its families with their keys and their places', async () => {
    const { stdout } = await restore('served', backup);
    expect(stdout).toMatch(/booking {2,}[\d,]+\n/);
    expect(stdout).toMatch(/[1-9][\d,]* places held by bookings, as [1-9][\d,]* seat pools say/);
    const again = await startDemo(folder, 'served');
    try {
      const parent = await changeOneDay(again.url, 'claire.durand@example.org');
      await expect.poll(() => parent.confirmed.length, { timeout: 10_000 }).toBeGreaterThan(1);
      await parent.stop();
      const keys = ['state', 'served'].map((state) =>
        readFileSync(path.join(folder, state, 'secrets.json'), 'utf8'),
      );
      expect(keys[1]).toBe(keys[0]);
    } finally {
      await again.stop();
    }
  });

  test('is refused where a site runs, and where there is data, unless that may be put aside', async () => {
    expect(await restore('state', backup, ['--replace'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Préau runs with the data in .+: stop it first\.\n$/),
    });
    expect(await restore('elsewhere', backup)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^There is data in .+--replace to put it aside\.\n$/),
    });
    await ask('elsewhere', `create table kept as select 42 as answer`);
    const { status, stdout } = await restore('elsewhere', backup, ['--replace']);
    expect(status).toBe(0);
    const aside = /What was there before is in (.+)\.\n/.exec(stdout)?.[1] ?? '';
    expect(readdirSync(aside).toSorted()).toEqual(['cluster', 'secrets.json']);
    await expect(ask('elsewhere', 'select answer from kept')).rejects.toThrow(/does not exist/);
  });

  test('that is damaged or cut short is refused, and nothing is left of it', async () => {
    const bytes = readFileSync(backup);
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    const cases = {
      'flipped.zst': flipped,
      'cut.zst': bytes.subarray(0, bytes.length - 100),
      'empty.zst': Buffer.alloc(0),
    };
    for (const [name, content] of Object.entries(cases)) {
      writeFileSync(path.join(folder, name), content);
      expect(await restore('damaged', name)).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/^\S+ is cut short or damaged: nothing was restored.+\.\n$/),
      });
    }
    writeFileSync(path.join(folder, 'letter.txt'), 'Madame, Monsieur');
    expect((await restore('damaged', 'letter.txt')).stderr).toMatch(/ is no backup of Préau\.\n$/);
    expect((await restore('damaged', 'nowhere')).stderr).toMatch(/^There is no file /);
    expect(readdirSync(path.join(folder, 'damaged', 'data'))).toEqual([]);
  });

  test('whose file was altered is refused by the manifest', async () => {
    const file = path.join(folder, 'altered.zst');
    async function* entries() {
      for await (const { name, size, content } of readBackupFile(backup)) {
        const parts = [];
        for await (const bytes of content) parts.push(bytes);
        const whole = Buffer.concat(parts);
        if (name === 'data/global/pg_control') whole.writeUInt8(whole.readUInt8(20) ^ 1, 20);
        yield { name, size, content: [whole] };
      }
    }
    await writeBackupFile(file, entries(), async () => undefined, new AbortController().signal);
    expect((await restore('damaged', file)).stderr).toMatch(
      /is not whole \(1 files are missing or altered, the first is data\/global\/pg_control\)/,
    );
  });

  test('without the log of its time does not start, even when its manifest agrees', async () => {
    const file = await forged('logless.zst', (kept) =>
      /^data\/pg_wal\/[0-9A-F]{24}$/.test(kept.name) ? [] : [kept],
    );
    expect(await restore('logless', file)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^The database of this backup does not start: .+\.\n$/),
    });
  });

  test('whose bookings are lost is found by its seat pools, even when its manifest agrees', async () => {
    const [[found] = []] = await ask('state', `select pg_relation_filepath('booking') as place`);
    const file = await forged('lost.zst', ({ name, content }) => [
      { name, content: name === `data/${found.place}` ? Buffer.alloc(content.length) : content },
    ]);
    expect(await restore('lost', file)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/contradicts itself: \d+ of its \d+ seat pools are not/),
    });
    expect(existsSync(path.join(folder, 'lost', 'secrets.json'))).toBe(false);
  });

  test.each([
    ['format', 2, /has format 2, this version of Préau reads format 1/],
    ['postgres', '17', /holds data of PostgreSQL 17, this version of Préau brings PostgreSQL 18/],
    ['machine', 'sunos-sparc', /was made on sunos-sparc and this machine is/],
    ['migrations', ['9999_later'], /made by a newer Préau \(it has 9999_later\): update/],
  ])('of another %s is refused before anything is read', async (field, value, words) => {
    const file = await forged(`other-${field}.zst`, ({ name, content }) => {
      if (name !== LABEL) return [{ name, content }];
      const label = { ...JSON.parse(content.toString()), [field]: value };
      return [{ name, content: Buffer.from(JSON.stringify(label)) }];
    });
    const { status, stderr } = await restore('other', file);
    expect(status).toBe(1);
    expect(stderr).toMatch(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('that is killed leaves nothing that looks like one, and nothing in the database', async () => {
    const { child, ended } = command(folder, 'state', ['backup', '--to=killed.tar.zst']);
    const begun = () => readdirSync(folder).filter((name) => name.startsWith('killed.tar.zst'));
    while (begun().length === 0) await sleep(2);
    process.kill(-Number(child.pid), 'SIGKILL');
    await ended;
    expect(begun()).toEqual([expect.stringMatching(/\.partial-[0-9a-f]+$/)]);
    await expect
      .poll(() => ask('state', 'select slot_name from pg_replication_slots'), { timeout: 10_000 })
      .toEqual([[]]);
  });

  test('that is stopped is taken away', async () => {
    const { child, ended } = command(folder, 'state', ['backup', '--to=stopped.tar.zst']);
    const begun = () => readdirSync(folder).filter((name) => name.startsWith('stopped.tar.zst'));
    while (begun().length === 0) await sleep(2);
    child.kill('SIGTERM');
    expect((await ended).stderr).toBe('Stopped: no backup was made.\n');
    expect(begun()).toEqual([]);
  });

  test.each([
    ['no folder', ['backup', '--to=nowhere/b.zst'], {}, /^The folder .+nowhere does not exist\.$/],
    [
      'a taken name',
      ['backup', '--to=site.tar.zst'],
      {},
      /site\.tar\.zst is there already: choose/,
    ],
    ['an unknown option', ['backup', '--too=b'], {}, /^Usage: npm run backup -- --to=FILE$/],
    [
      'no file to restore',
      ['restore'],
      {},
      /^Usage: npm run restore -- --from=FILE \[--replace\]$/,
    ],
    ['nothing to back up', ['backup'], { PREAU_FOLDER: '/nonexistent/p' }, /cannot write|nothing/],
    [
      'a database of one’s own',
      ['backup'],
      { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/p' },
      /^DATABASE_URL names a PostgreSQL of your own.+pg_basebackup or pg_dump.+\.$/,
    ],
  ])('says in one sentence that there is %s', async (_what, args, settings, words) => {
    const { status, stderr } = await command(folder, 'state', args, settings).ended;
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('secret');
  });

  test('says in one sentence that the disk is full, and leaves no part of itself', async () => {
    // A limit on the size of files (in blocks of 512 bytes) stands for a disk without room.
    const { spawnSync } = await import('node:child_process');
    const limited = spawnSync(
      '/bin/sh',
      ['-c', 'ulimit -f 100; exec "$0" infra/dev/run.mjs backup --to=full.zst', process.execPath],
      {
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          INIT_CWD: folder,
          PREAU_FOLDER: path.join(folder, 'state'),
        },
        encoding: 'utf8',
      },
    );
    expect(limited.stderr).toBe(`There is no room left for the backup in ${folder}.\n`);
    expect(limited.status).toBe(1);
    expect(readdirSync(folder).filter((name) => name.startsWith('full'))).toEqual([]);
  });
});
