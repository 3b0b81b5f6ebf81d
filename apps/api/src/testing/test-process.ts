import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** What a process said and how it ended. */
export type Ended = { readonly code: number | null; readonly said: string };

export type TestProcess = {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
};

/** Settings every process of the server needs; its keys protect nothing. */
export const processSettings = {
  PREAU_MODE: 'test',
  LOG_LEVEL: 'error',
  SMTP_URL: 'smtp://127.0.0.1:1',
  PREAU_SESSION_SECRET: 'not-a-secret-0123456789-abcdefgh',
  PREAU_ENCRYPTION_KEY: Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64'),
};

/** Starts an entry point of the server as a process of its own, with these settings alone. */
export function startProcess(entry: 'server' | 'worker', settings: object): TestProcess {
  const file = fileURLToPath(new URL(`../${entry}.ts`, import.meta.url));
  const child = spawn(process.execPath, [file], {
    env: { ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  // `close` comes once everything was read, `exit` may come before.
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }));
  return { child, ended };
}

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('A port was asked for');
  return address.port;
}
