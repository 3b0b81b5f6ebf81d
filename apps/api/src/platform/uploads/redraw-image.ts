import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createSlots } from './slots.ts';

/** A photo of a telephone has 12 to 50 million pixels, a page scanned at 600 dpi 35 million. */
export const mostPixels = 50_000_000;
/** Longest side of what is kept, in pixels: a page at 350 dpi. */
export const largestSide = 4_096;
const longestMs = 20_000;
const atOnce = 2;

/** What the process that draws says by its exit code. */
export const exitCodes = { done: 0, unreadable: 3, tooManyPixels: 4 } as const;

export type RedrawnType = 'image/jpeg' | 'image/png' | 'image/webp';

export type RedrawRefusal =
  /** It cannot be decoded to its end. */
  | 'damaged'
  | 'too-many-pixels'
  /** Decoding it took too long, or brought its process down. */
  | 'too-complex';

const program = fileURLToPath(new URL('redraw-image-process.ts', import.meta.url));
const slots = createSlots(atOnce);

/**
 * An image drawn again from its pixels: turned the right way up, without position, comments, colour
 * profile or anything hidden in it. Each is decoded in a process of its own, which is given no
 * setting of the server and is killed when it takes too long.
 */
export function redrawImage(
  bytes: Buffer,
  type: RedrawnType,
  limitMs = longestMs,
): Promise<{ readonly bytes: Buffer } | { readonly refusal: RedrawRefusal }> {
  return slots.run(() => redrawNow(bytes, type, limitMs));
}

async function redrawNow(bytes: Buffer, type: RedrawnType, limitMs: number) {
  const child = spawn(process.execPath, [program, type], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  // It may end before it has read everything.
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  const closed = once(child, 'close');
  const drawn = await buffer(child.stdout);
  const [code] = await closed;
  switch (code) {
    case exitCodes.done:
      return { bytes: drawn };
    case exitCodes.unreadable:
      return { refusal: 'damaged' as const };
    case exitCodes.tooManyPixels:
      return { refusal: 'too-many-pixels' as const };
    default:
      return { refusal: 'too-complex' as const };
  }
}
