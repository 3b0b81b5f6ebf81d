import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCluster } from './embedded-postgres.mjs';
import { adoptServer, checkReachable } from './external-database.mjs';
import { freePort } from './ports.mjs';
import { withClient } from './postgres-roles.mjs';

describe('a database of the operator', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'preau-adopted-'));
  const state = path.join(folder, 'state');
  /** @type {Awaited<ReturnType<typeof startCluster>>} */
  let cluster;
  /** @type {string} */
  let adminUrl;

  beforeAll(async () => {
    cluster = await startCluster({ folder });
    adminUrl = cluster.superuserUrl.replace(/\/postgres$/, '/town');
    await withClient(cluster.superuserUrl, async (superuser) => {
      await superuser.query('drop database preau');
      await superuser.query('drop role preau_owner, preau_app, preau_jobs');
      await superuser.query('create database town');
      await superuser.query(`create role clerk login password 'clerk'`);
    });
  });
  afterAll(async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('given by its administrator gets the three roles, the same ones each time', async () => {
    const urls = await adoptServer(adminUrl, state);
    await withClient(urls.ownerUrl, (owner) => owner.query('create table public.t (a int)'));
    await withClient(urls.appUrl, async (app) => {
      await expect(app.query('create table public.u (a int)')).rejects.toThrow(/denied/);
    });
    await withClient(urls.jobsUrl, (jobs) => jobs.query('create table graphile_worker.t (a int)'));
    expect(await adoptServer(adminUrl, state)).toEqual(urls);
  });

  test('whose roles were made elsewhere is refused in one sentence', async () => {
    const elsewhere = path.join(folder, 'elsewhere');
    await expect(adoptServer(adminUrl, elsewhere)).rejects.toThrow(/leads to no usable database/);
  });

  test('given by somebody without the power to make roles is refused in one sentence', async () => {
    const url = new URL(adminUrl);
    url.username = 'clerk';
    url.password = 'clerk';
    await expect(adoptServer(url.href, state)).rejects.toThrow(/DATABASE_OWNER_URL/);
  });

  test('that does not answer is named without its password', async () => {
    const url = `postgres://owner:secret@127.0.0.1:${await freePort()}/preau`;
    const refused = checkReachable('DATABASE_URL', url);
    await expect(refused).rejects.toThrow(
      /^DATABASE_URL leads to no usable database .*127\.0\.0\.1/,
    );
    await expect(refused).rejects.not.toThrow(/secret/);
  });
});
