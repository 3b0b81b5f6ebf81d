import { connect, type Socket } from 'node:net';
import { Problem } from '../http/problem.ts';

const longestMs = 30_000;
const chunkBytes = 64 * 1024;

export type Verdict = 'clean' | 'infected';

/** Asks an antivirus about the bytes of one file. */
export type VirusScan = (bytes: Buffer) => Promise<Verdict>;

/** The antivirus the operator asked for does not answer: nothing is taken in meanwhile. */
export const scanUnavailable = () =>
  new Problem(503, 'scan-unavailable', 'The antivirus does not answer', { retryAfterSeconds: 60 });

/**
 * A scan by ClamAV's daemon: INSTREAM, the file in chunks preceded by their length, an empty one at
 * the end. Anything but « OK » or « FOUND » is no verdict.
 * @param address path of its socket, or `host:port`.
 * @throws Problem 503 `scan-unavailable`: whatever is wrong, the file is not taken in.
 */
export function createClamdScan(address: string, limitMs = longestMs): VirusScan {
  return async (bytes) => {
    const reply = await askClamd(address, bytes, limitMs).catch(() => {
      throw scanUnavailable();
    });
    if (/^stream: OK$/.test(reply)) return 'clean';
    if (/^stream: .+ FOUND$/.test(reply)) return 'infected';
    throw scanUnavailable();
  };
}

/** What it answers, without the zero byte that ends it. */
async function askClamd(address: string, bytes: Buffer, limitMs: number): Promise<string> {
  const socket = open(address);
  socket.setTimeout(limitMs, () => socket.destroy(new Error('clamd is silent')));
  const deadline = setTimeout(() => socket.destroy(new Error('clamd is slow')), limitMs);
  try {
    socket.write('zINSTREAM\0');
    for (let start = 0; start < bytes.length; start += chunkBytes) {
      const chunk = bytes.subarray(start, start + chunkBytes);
      socket.write(lengthOf(chunk.length));
      socket.write(chunk);
    }
    socket.write(lengthOf(0));
    const heard: Buffer[] = [];
    for await (const part of socket as AsyncIterable<Buffer>) heard.push(part);
    return Buffer.concat(heard).toString('utf8').replace(/\0$/, '').trim();
  } finally {
    clearTimeout(deadline);
    socket.destroy();
  }
}

function open(address: string): Socket {
  const tcp = /^\[?([^/]+?)\]?:(\d+)$/.exec(address);
  return tcp ? connect(Number(tcp[2]), tcp[1]) : connect(address);
}

function lengthOf(size: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return length;
}
