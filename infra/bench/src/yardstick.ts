import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { load } from './load.ts';
import type { Stand } from './stand.ts';

/**
 * What this machine gives a bare Fastify route that reads one row with a prepared statement, in
 * requests per second at 10 connections: figures are only comparable beside it.
 */
export async function measureYardstick(stand: Stand, seconds: number): Promise<number> {
  const bare = fork(fileURLToPath(new URL('bare-route.ts', import.meta.url)), {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: stand.appUrl },
  });
  const [url] = (await once(bare, 'message')) as [string];
  const result = await load({
    url,
    connections: 10,
    seconds,
    calls: Array.from({ length: 10 }, () => ({ method: 'GET', path: '/', headers: {} })),
  });
  const ended = once(bare, 'exit');
  bare.kill('SIGTERM');
  await ended;
  return result.perSecond;
}
