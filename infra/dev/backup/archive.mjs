import { Header } from 'tar';

/**
 * A tar archive written and read as a stream, entry by entry. The sizes are said before the contents,
 * so a file that changes while it is copied cannot break the archive.
 *
 * @typedef {object} Entry
 * @property {string} name folders end with `/` and have no content
 * @property {number} size in bytes
 * @property {AsyncIterable<Buffer> | Iterable<Buffer>} content exactly `size` bytes
 */

const BLOCK = 512;

/**
 * @param {AsyncIterable<Entry>} entries
 * @returns {AsyncGenerator<Buffer>} the archive
 */
export async function* pack(entries) {
  for await (const { name, size, content } of entries) {
    yield headerOf(name, size);
    let written = 0;
    for await (const bytes of content) {
      written += bytes.length;
      yield bytes;
    }
    if (written !== size) throw new Error(`${name} has ${written} bytes, ${size} were said`);
    yield Buffer.alloc(paddingOf(size));
  }
  yield Buffer.alloc(2 * BLOCK);
}

/**
 * @param {string} name
 * @param {number} size
 */
function headerOf(name, size) {
  const folder = name.endsWith('/');
  const header = new Header({
    path: name,
    mode: folder ? 0o700 : 0o600,
    uid: 0,
    gid: 0,
    size,
    mtime: new Date(0),
    type: folder ? 'Directory' : 'File',
  });
  const block = Buffer.alloc(BLOCK);
  if (header.encode(block, 0)) throw new Error(`The name ${name} is too long for the archive`);
  return block;
}

/**
 * The entries of an archive. The content of each is read before the next one is asked for.
 *
 * @param {AsyncIterable<Buffer>} archive
 * @param {Error} broken thrown where it ends, or goes on, as no archive does
 * @returns {AsyncGenerator<Entry>}
 */
export async function* unpack(archive, broken) {
  const bytes = new Bytes(archive, broken);
  for (;;) {
    const header = new Header(await bytes.take(BLOCK));
    if (header.nullBlock) return;
    const { path: name = '', size = 0, type } = header;
    if (!header.cksumValid || (type !== 'File' && type !== 'Directory')) throw broken;
    let left = size;
    async function* content() {
      while (left > 0) {
        const some = await bytes.some(left);
        left -= some.length;
        yield some;
      }
    }
    yield { name, size, content: content() };
    while (left > 0) left -= (await bytes.some(left)).length;
    await bytes.take(paddingOf(size));
  }
}

/** Bytes asked for by number, from chunks of any size. */
class Bytes {
  #source;
  #broken;
  /** @type {Buffer} */
  #rest = Buffer.alloc(0);

  /** @param {AsyncIterable<Buffer>} source @param {Error} broken */
  constructor(source, broken) {
    this.#source = source[Symbol.asyncIterator]();
    this.#broken = broken;
  }

  /**
   * @param {number} wanted
   * @returns {Promise<Buffer>} exactly that many
   */
  async take(wanted) {
    const parts = [];
    for (let left = wanted; left > 0; ) {
      const part = await this.some(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  /**
   * @param {number} most
   * @returns {Promise<Buffer>} at least one byte
   */
  async some(most) {
    while (this.#rest.length === 0) {
      const next = await this.#source.next();
      if (next.done) throw this.#broken;
      this.#rest = next.value;
    }
    const some = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(most);
    return some;
  }
}

/** @param {number} size */
function paddingOf(size) {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}
