import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startCluster } from './embedded-postgres.mjs';

/** @param {string} url @param {string} sql */
async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded cluster', () => {
  /** @type {string} */
  let folder;
  /** @type {Awaited<ReturnType<typeof startCluster>>[]} */
  let started;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'preau-cluster-'));
    started = [];
  });
  afterEach(async () => {
    for (const cluster of started) await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async () => {
    const cluster = await startCluster({ folder });
    started.push(cluster);
    return cluster;
  };
  const pidFile = () => path.join(folder, 'cluster', 'data', 'postmaster.pid');
  const postmaster = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

  test('keeps its data and its port from one start to the next', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'create table kept as select 42 as answer');
    await first.stop();
    expect(existsSync(pidFile())).toBe(false);

    const second = await start();
    expect(second.port).toBe(first.port);
    expect(await ask(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('is joined, not started twice, when it already runs', async () => {
    const clusters = await Promise.all([start(), start(), start()]);
    expect(new Set(clusters.map((cluster) => cluster.port)).size).toBe(1);
  });

  test('recovers from the server being killed', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'create table kept as select 42 as answer');
    process.kill(postmaster(), 'SIGKILL');

    const second = await start();
    expect(await ask(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('starts although its old number was given to another process', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(pidFile(), `${process.pid}\n${folder}\n0\n1\n\n127.0.0.1\n\nready\n`);
    const second = await start();
    expect(await ask(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('keeps its passwords and its socket to itself', async () => {
    const { socketDir } = await start();
    const mode = (/** @type {string} */ file) => statSync(file).mode & 0o777;
    expect(mode(path.join(folder, 'cluster', 'access.json'))).toBe(0o600);
    expect(mode(socketDir)).toBe(0o700);
  });

  test('has the extension that exclusion constraints need', async () => {
    const { ownerUrl } = await start();
    const found = await ask(ownerUrl, `select from pg_extension where extname = 'btree_gist'`);
    expect(found).toHaveLength(1);
  });

  test('says in one sentence that its folder cannot be written', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    await expect(startCluster({ folder: file })).rejects.toThrow(
      /^Préau cannot write in the folder .+\.$/,
    );
  });
});
