import autocannon from 'autocannon';
import { percentile } from './figure.ts';

export type Call = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
};

export type LoadResult = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly seconds: number;
  /** Answers by status; transport failures under 0. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Bodies of the answers, where asked for. */
  readonly bodies: readonly string[];
};

type Options = {
  readonly url: string;
  readonly connections: number;
  readonly calls: readonly Call[];
  /** Repeats the calls for that long; without it each call is sent exactly once. */
  readonly seconds?: number;
  readonly keepBodies?: boolean;
};

/** Sends the calls over keep-alive connections of this machine and measures the answers. */
export async function load(options: Options): Promise<LoadResult> {
  const { url, connections, calls, seconds } = options;
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const bodies: string[] = [];
  const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
  let next = 0;
  const started = performance.now();
  let last = started;
  const failures = await new Promise<number>((resolve, reject) => {
    const run = autocannon(
      {
        url,
        connections,
        ...(seconds === undefined ? { amount: calls.length } : { duration: seconds }),
        timeout: 30,
        setupClient: (client) => {
          const share = calls.filter((_, index) => index % connections === next);
          next += 1;
          client.setRequests(
            share.map(({ method, path, headers, body }) => ({
              method,
              path,
              headers,
              ...(body === undefined ? {} : { body }),
              onResponse: (status: number, text: string) => {
                count(status);
                if (options.keepBodies) bodies.push(text);
              },
            })),
          );
        },
      },
      (error: unknown, result) => {
        if (error) reject(error instanceof Error ? error : new Error('The load failed'));
        else resolve(result.errors);
      },
    );
    run.on('response', (_client, _status, _bytes, time) => {
      times.push(time);
      last = performance.now();
    });
  });
  if (failures > 0) statuses.set(0, failures);
  const elapsed = (last - started) / 1_000;
  return {
    perSecond: times.length / elapsed,
    p50Ms: percentile(times, 50),
    p95Ms: percentile(times, 95),
    seconds: elapsed,
    statuses,
    bodies,
  };
}
