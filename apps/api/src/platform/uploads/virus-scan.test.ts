import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { newId } from '../ids.ts';
import { filePart, formOf } from '../../testing/files/form.ts';
import { createTestApp } from '../../testing/test-app.ts';
import { createTestOrganisation, signInGuardian } from '../../testing/test-people.ts';
import { samplePdf } from '../../modules/documents/documents.factory.ts';
import { createClamdScan } from './virus-scan.ts';

/** The word this antivirus knows; the real one knows others. */
const signature = 'VIRUS-POUR-ESSAI';

type Clamd = { readonly address: string; readonly received: Buffer[]; close(): Promise<void> };
const running: Clamd[] = [];

/**
 * A clamd of a few lines which speaks its protocol: `zINSTREAM`, chunks preceded by their length, an
 * empty one; then its verdict and a zero byte.
 */
async function startClamd(
  answer: (bytes: Buffer) => string | null = (bytes) =>
    bytes.includes(signature) ? 'stream: Essai-1 FOUND' : 'stream: OK',
  socketPath?: string,
): Promise<Clamd> {
  const received: Buffer[] = [];
  const server: Server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      heard = Buffer.concat([heard, data]);
      const stream = streamIn(heard);
      if (!stream) return;
      received.push(stream);
      const said = answer(stream);
      if (said !== null) socket.end(`${said}\0`);
    });
  });
  server.listen(socketPath ?? { host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const place = server.address();
  const address =
    typeof place === 'object' && place !== null ? `127.0.0.1:${place.port}` : String(place);
  const clamd = {
    address,
    received,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
  running.push(clamd);
  return clamd;
}

/** The file in what was said so far, or `null` before its end. */
function streamIn(heard: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (heard.length < command.length) return null;
  if (heard.toString('latin1', 0, command.length) !== command) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  let at = command.length;
  while (heard.length >= at + 4) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

afterEach(async () => {
  for (const clamd of running.splice(0)) await clamd.close();
});

const unavailable = { status: 503, code: 'scan-unavailable', retryAfterSeconds: 60 };

describe('the antivirus', () => {
  test('is given every byte, and its verdict is taken', async () => {
    const clamd = await startClamd();
    const scan = createClamdScan(clamd.address);
    const large = Buffer.alloc(1_000_000, 'préau');
    expect(await scan(large)).toBe('clean');
    expect(clamd.received[0]?.equals(large)).toBe(true);
    expect(await scan(Buffer.concat([large, Buffer.from(signature)]))).toBe('infected');
  });

  test('is reached by its socket too', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'preau-clamd-'));
    const clamd = await startClamd(undefined, path.join(folder, 'clamd.ctl'));
    expect(await createClamdScan(clamd.address)(Buffer.from(signature))).toBe('infected');
    await running.splice(0)[0]?.close();
    rmSync(folder, { recursive: true });
  });

  test.each([
    'INSTREAM size limit exceeded. ERROR',
    'stream: OK? perhaps',
    'OK',
    'stream: Could not read ERROR',
    '',
  ])('answering %j has given no verdict', async (answer) => {
    const clamd = await startClamd(() => answer);
    await expect(createClamdScan(clamd.address)(samplePdf())).rejects.toMatchObject(unavailable);
  });

  test('that is not there, or says nothing, has given none either', async () => {
    const gone = await startClamd();
    await running.splice(0)[0]?.close();
    await expect(createClamdScan(gone.address)(samplePdf())).rejects.toMatchObject(unavailable);
    const nowhere = createClamdScan(path.join(tmpdir(), `${newId()}.ctl`));
    await expect(nowhere(samplePdf())).rejects.toMatchObject(unavailable);
    const silent = await startClamd(() => null);
    await expect(createClamdScan(silent.address, 200)(samplePdf())).rejects.toMatchObject(
      unavailable,
    );
  });

  test('decides what is taken in, and nothing is while it does not answer', async () => {
    const clamd = await startClamd();
    const testApp = await createTestApp({ config: { CLAMD_SOCKET: clamd.address } });
    try {
      const organisation = await createTestOrganisation(testApp);
      const { agent } = await signInGuardian(testApp, organisation);
      const send = (words: string) => {
        const kind = { name: 'kind', value: 'dossier-annuel' };
        const { headers, body } = formOf([kind, filePart('a.pdf', samplePdf(words))]);
        const request = agent.post('/api/family/documents').set(headers);
        return request.set('idempotency-key', newId()).send(body);
      };
      await send('Bonjour').expect(201);
      const infected = await send(signature).expect(422);
      expect(infected.body.errors).toMatchObject([{ code: 'infected' }]);
      await running.splice(0)[0]?.close();
      const unanswered = await send('Bonjour').expect(503);
      expect(unanswered.body.code).toBe('scan-unavailable');
      expect(unanswered.headers['retry-after']).toBe('60');
      const { body } = await agent.get('/api/family/documents').expect(200);
      expect(body.items).toHaveLength(1);
    } finally {
      await testApp.close();
    }
  });
});
