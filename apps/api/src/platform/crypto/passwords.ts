import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';

/** OWASP's argon2id parameters: 19 MiB, two passes, one lane. */
const memoryKib = 19_456;
const passes = 2;
const parallelism = 1;
const tagLength = 32;
const saltBytes = 16;

/** libuv has four threads: hashing leaves it one for files and names. */
const mostAtOnce = Math.min(3, availableParallelism());
/** Some three seconds of work on two cores; who comes later is told to come back. */
const mostWaiting = 256;

/** Too many passwords wait to be hashed. The error handler answers 503 `busy`. */
export class HashingBusyError extends Error {
  readonly statusCode = 503;
}

export type PasswordHasher = {
  /** @throws HashingBusyError when the queue is full: ask before anything is counted or written. */
  assertRoom(): void;
  /** Encodes a password as a PHC string (`$argon2id$v=19$…`). */
  hash(password: string): Promise<string>;
  /**
   * Compares a password with a PHC string. Given `null` (nobody there, no password yet) it does the
   * same work against a hash nobody can match, so that the answer takes as long.
   */
  verify(password: string, encoded: string | null): Promise<boolean>;
};

/**
 * Hashes passwords with argon2id, a few at a time so that sign-ins cannot starve everything else.
 * @param limits.atOnce hashes computed at the same time.
 * @param limits.waiting hashes that may wait behind them.
 */
export function createPasswordHasher(limits: { atOnce: number; waiting: number }): PasswordHasher {
  const waiting: (() => void)[] = [];
  let running = 0;

  function assertRoom(): void {
    if (waiting.length >= limits.waiting) throw new HashingBusyError('Too many passwords to hash');
  }

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < limits.atOnce) {
      running += 1;
    } else {
      assertRoom();
      // The turn is handed over by whoever finishes: `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    assertRoom,
    hash: (password) =>
      inTurn(async () => {
        const salt = randomBytes(saltBytes);
        return encode(salt, await derive(password, salt));
      }),
    verify: (password, encoded) =>
      inTurn(async () => {
        const { salt, tag } = decode(encoded ?? unmatchable);
        const same = timingSafeEqual(await derive(password, salt), tag);
        return same && encoded !== null;
      }),
  };
}

/** The process's hasher: the cores it spares are shared by every surface. */
export const passwordHasher = createPasswordHasher({ atOnce: mostAtOnce, waiting: mostWaiting });

const unmatchable = encode(Buffer.alloc(saltBytes), Buffer.alloc(tagLength));

function derive(password: string, salt: Buffer): Promise<Buffer> {
  const message = normalised(password);
  return new Promise((resolve, reject) => {
    argon2(
      'argon2id',
      { message, nonce: salt, memory: memoryKib, passes, parallelism, tagLength },
      (error, tag) => (error ? reject(error) : resolve(tag)),
    );
  });
}

// The same accented letter may be typed as one code point or two, depending on the keyboard.
function normalised(password: string): string {
  return password.normalize('NFKC');
}

function encode(salt: Buffer, tag: Buffer): string {
  const parameters = `m=${memoryKib},t=${passes},p=${parallelism}`;
  return `$argon2id$v=19$${parameters}$${unpadded(salt)}$${unpadded(tag)}`;
}

function decode(encoded: string): { salt: Buffer; tag: Buffer } {
  const [, algorithm, version, parameters, salt = '', tag = ''] = encoded.split('$');
  if (
    algorithm !== 'argon2id' ||
    version !== 'v=19' ||
    parameters !== `m=${memoryKib},t=${passes},p=${parallelism}`
  ) {
    throw new Error('A password hash has other parameters than this version writes');
  }
  return { salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
