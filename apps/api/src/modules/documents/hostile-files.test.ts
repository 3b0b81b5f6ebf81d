import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { carelessPath, mountCarelessRoutes } from '../../testing/files/careless-routes.ts';
import { filePart, formOf, type Part, type SentForm } from '../../testing/files/form.ts';
import {
  colourAt,
  type Download,
  harmlessFiles,
  leavesAsAttachment,
} from '../../testing/files/harmless-files.ts';
import { jpegPhoto } from '../../testing/files/pictures.ts';
import { refusedFiles } from '../../testing/files/refused-files.ts';
import { type Answered, good, kindPart, refusedForms } from '../../testing/files/refused-forms.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestOrganisation,
  type SignedInGuardian,
  signInGuardian,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { samplePdf } from './documents.factory.ts';

/** Names, as sent and as kept. */
const names: readonly (readonly [sent: string, kept: string])[] = [
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['..\\\\..\\\\windows\\\\win.pdf', 'win.pdf'],
  ['/etc/cron.d/.pdf', 'document.pdf'],
  ['a\0.exe.pdf', 'a-exe.pdf'],
  ['a.php.pdf', 'a-php.pdf'],
  ['a%0d%0aX-Evil: 1.pdf', 'a-0d-0aX-Evil- 1.pdf'],
  ['facture\u202Efdp.pdf', 'facturefdp.pdf'],
  ['CON.pdf', 'document-CON.pdf'],
  ['.htaccess.pdf', 'htaccess.pdf'],
  ['<img src=x onerror=alert(1)>.pdf', 'img src=x onerror=alert(1).pdf'],
  ['e\u0301te\u0301.PDF', 'été.pdf'],
  [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(125)}.pdf`],
  ['  .. .pdf', 'document.pdf'],
];

describe('hostile files', () => {
  let testApp: TestApp;
  let organisation: TestOrganisation;
  let parent: SignedInGuardian;
  beforeAll(async () => {
    testApp = await createTestApp({ mount: mountCarelessRoutes });
    organisation = await createTestOrganisation(testApp);
    parent = await signInGuardian(testApp, organisation);
  });
  afterAll(() => testApp.close());

  const real = '/api/family/documents';
  const post = (path: string, { headers, body }: SentForm) =>
    parent.agent.post(path).set(headers).set('idempotency-key', newId()).send(body);
  /** Sends one file and fetches what was kept of it, then takes it back. */
  const keep = async (path: string, file: Part): Promise<Download> => {
    const { status, body } = await post(path, formOf([kindPart, file]));
    expect([status, body.errors]).toEqual([201, undefined]);
    const [{ id, name }] = body.files;
    const { headers, body: bytes } = await parent.agent
      .get(`${path}/${body.id}/files/${id}`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    if (path === real) await parent.agent.delete(`${path}/${body.id}`).expect(204);
    return { name, headers, bytes };
  };
  const expectRefused = async (path: string, form: SentForm, answer: Answered) => {
    const { status, body } = await post(path, form);
    const { status: wanted, code, pointer } = answer;
    expect([status, body.code]).toEqual([wanted, code]);
    const pointers = (body.errors ?? []).map((error: { pointer: string }) => error.pointer);
    if (pointer) expect(pointers).toContain(pointer);
  };
  const expectFileRefused = async (path: string, file: Part, code: string) => {
    const { status, body } = await post(path, formOf([kindPart, good, file]));
    expect([status, body.code]).toEqual([422, 'files-refused']);
    expect(body.errors).toMatchObject([{ pointer: '/body/files/1', code }]);
  };
  const kept = async () => {
    const [counts] = await transaction(testApp.database, organisation.id, (tx) =>
      tx.ask(countKept, [organisation.id]),
    );
    return counts;
  };

  describe.each(refusedFiles)('%s (%s)', (_what, name, bytes, code) => {
    test(`is refused: ${code}`, async () => {
      const file = filePart(name, await bytes());
      const before = await kept();
      await expectFileRefused(real, file, code);
      expect(await kept()).toEqual(before);
      await expect(expectFileRefused(carelessPath, file, code)).rejects.toThrow('expected');
    });
  });

  test.each(refusedForms)('a form with %s is refused', async (_what, form, answer) => {
    const before = await kept();
    await expectRefused(real, form(), answer);
    expect(await kept()).toEqual(before);
    await expect(expectRefused(carelessPath, form(), answer)).rejects.toThrow('expected');
  });

  test.each(harmlessFiles)('%s is made harmless', async (_what, file, check) => {
    await check(await keep(real, await file()));
    const careless = await keep(carelessPath, await file());
    await expect((async () => check(careless))()).rejects.toThrow('expected');
  });

  test.each(names)('a file named %j is kept as %j', async (sent, name) => {
    const file = filePart(sent, samplePdf(), 'application/pdf');
    const download = await keep(real, file);
    expect(download.name).toBe(name);
    leavesAsAttachment(download, 'application/pdf');
    const exact = download.headers['content-disposition']?.split("filename*=UTF-8''")[1];
    expect(decodeURIComponent(exact ?? '')).toBe(name);
    expect((await keep(carelessPath, file)).name).not.toBe(name);
  });

  test('an ordinary photo is taken in, and is the same photo', async () => {
    const { bytes, name } = await keep(real, filePart('Photo de classe.jpeg', await jpegPhoto()));
    expect(name).toBe('Photo de classe.jpg');
    expect(await colourAt(bytes, 100, 150)).toBe('red');
    expect(await colourAt(bytes, 300, 150)).toBe('blue');
  });
});

const countKept = statement<{ documents: number; files: number; chunks: number }>(
  'test.kept',
  `select (select count(*) from document where organisation_id = $1) as documents,
     (select count(*) from stored_file where organisation_id = $1) as files,
     (select count(*) from file_chunk where organisation_id = $1) as chunks`,
);
