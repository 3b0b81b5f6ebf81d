import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestOrganisation,
  openAccount,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { statement } from '../db/statement.ts';
import { transaction, type Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { FileStore, NewFile } from './file-store.ts';
import { chunkBytes, createPostgresFileStore } from './postgres-file-store.ts';

const count = statement<{ files: number; chunks: number }>(
  'test.count-files',
  `select (select count(*) from stored_file where organisation_id = $1) as files,
     (select count(*) from file_chunk where organisation_id = $1) as chunks`,
);
const alter = statement<never>(
  'test.alter-chunk',
  `update file_chunk set bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 1)
   where organisation_id = $1 and file_id = $2 and position = 1`,
);
const ownProcess = statement<{ pid: number }>('test.pid', 'select pg_backend_pid() as pid');

describe('files in the database', () => {
  let testApp: TestApp;
  let store: FileStore;
  let organisation: TestOrganisation;
  let createdBy: string;
  beforeAll(async () => {
    testApp = await createTestApp();
    store = createPostgresFileStore(testApp.database);
    organisation = await createTestOrganisation(testApp);
    createdBy = await openAccount(testApp, organisation, 'family', 'claire@example.org');
  });
  afterAll(() => testApp.close());

  const within = <T>(work: (tx: Tx) => Promise<T>) =>
    transaction(testApp.database, organisation.id, work);
  const newFile = (size: number): NewFile => ({
    id: newId(),
    mediaType: 'application/pdf',
    bytes: randomBytes(size),
    createdBy,
  });
  const put = (file: NewFile) => within(async (tx) => store.put(tx, file, testApp.clock.now()));
  const stored = ({ id, bytes }: NewFile) => ({
    id,
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const read = (file: NewFile, as = organisation.id) => buffer(store.read(as, stored(file)));
  const counts = () => within(async (tx) => (await tx.ask(count, [organisation.id]))[0]);

  test.each([1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 5 * chunkBytes + 7, 40 * chunkBytes])(
    'a file of %d bytes comes back as it was',
    async (size) => {
      const file = newFile(size);
      await put(file);
      expect((await read(file)).equals(file.bytes)).toBe(true);
    },
  );

  test('a file that was altered is not handed out to its end', async () => {
    const file = newFile(6 * chunkBytes);
    await put(file);
    await within(async (tx) => tx.write(alter, [organisation.id, file.id]));
    const received: Buffer[] = [];
    const reading = async () => {
      for await (const bytes of store.read(organisation.id, stored(file))) received.push(bytes);
    };
    await expect(reading()).rejects.toThrow('not as it was kept');
    expect(Buffer.concat(received).length).toBeLessThan(file.bytes.length);
  });

  test('a file is nobody’s from another organisation', async () => {
    const file = newFile(10);
    await put(file);
    const other = await createTestOrganisation(testApp);
    await expect(read(file, other.id)).rejects.toThrow('not as it was kept');
  });

  test('of a command that is undone nothing is left, nor of a connection cut between two chunks', async () => {
    const before = await counts();
    const undone = within(async (tx) => {
      store.put(tx, newFile(3 * chunkBytes), testApp.clock.now());
      await tx.ask(count, [organisation.id]);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    const cut = within(async (tx) => {
      const file = newFile(8 * chunkBytes);
      store.put(tx, file, testApp.clock.now());
      const [seen] = await tx.ask(count, [organisation.id]);
      // All of it is there, and nobody has committed it.
      expect(seen?.chunks).toBe((before?.chunks ?? 0) + 8);
      const [self] = await tx.ask(ownProcess, []);
      await testApp.owner.pool.query('select pg_terminate_backend($1)', [self?.pid]);
      store.put(tx, newFile(8 * chunkBytes), testApp.clock.now());
    });
    await expect(cut).rejects.toThrow(/terminat/i);
    expect(await counts()).toEqual(before);
  });

  test('files that are removed are gone, and no others', async () => {
    const [kept, gone] = [newFile(10), newFile(3 * chunkBytes)];
    await put(kept);
    const before = await counts();
    await put(gone);
    await within(async (tx) => store.remove(tx, [gone.id]));
    expect(await counts()).toEqual(before);
    expect((await read(kept)).equals(kept.bytes)).toBe(true);
    await within(async (tx) => store.remove(tx, []));
    expect(await counts()).toEqual(before);
  });
});
