import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { pack, unpack } from './archive.mjs';
import { OperatorError } from '../operator-error.mjs';

/**
 * The one file a backup is: a tar archive compressed by zstd, which standard tools open too.
 *
 * @typedef {import('./archive.mjs').Entry} Entry
 */

/** Only its owner: it holds everything the site knows, and its keys. */
const OWNER_ONLY = 0o600;

/**
 * Writes a backup under another name and gives it its own once it is whole on the disk and was read
 * again: what has the name of a backup is one, whenever we are killed.
 *
 * @param {string} target a path that is still free
 * @param {AsyncIterable<Entry>} entries
 * @param {(partial: string) => Promise<void>} readAgain
 * @param {AbortSignal} signal
 * @returns {Promise<number>} its size in bytes
 * @throws {OperatorError} when it cannot be written there
 */
export async function writeBackupFile(target, entries, readAgain, signal) {
  if (existsSync(target)) {
    throw new OperatorError(`${target} is there already: choose another name.`);
  }
  const partial = `${target}.partial-${randomBytes(4).toString('hex')}`;
  const compress = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  try {
    const file = createWriteStream(partial, { flags: 'wx', mode: OWNER_ONLY, flush: true });
    await pipeline(Readable.from(pack(entries)), compress, file, { signal });
    await readAgain(partial);
    signal.throwIfAborted();
    await rename(partial, target);
    await flushFolder(path.dirname(target));
    return (await stat(target)).size;
  } catch (error) {
    await rm(partial, { force: true });
    throw writingFault(error, target);
  }
}

/**
 * The entries of a backup, in order.
 *
 * @param {string} file
 * @returns {AsyncGenerator<Entry>}
 * @throws {OperatorError} when it cannot be read, or is not whole
 */
export async function* readBackupFile(file) {
  const source = createReadStream(file);
  const decompress = createZstdDecompress();
  source.on('error', (error) => decompress.destroy(error));
  // Also in the midst of the content of an entry, where whoever reads it meets the fault.
  async function* bytes() {
    try {
      yield* source.pipe(decompress);
    } catch (error) {
      throw readingFault(error, file);
    }
  }
  try {
    yield* unpack(bytes(), damaged(file));
  } finally {
    source.destroy();
    decompress.destroy();
  }
}

/**
 * @param {unknown} error
 * @param {string} target
 */
function writingFault(error, target) {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new OperatorError(`There is no room left for the backup in ${path.dirname(target)}.`);
    case 'ENOENT':
    case 'ENOTDIR':
      return new OperatorError(`The folder ${path.dirname(target)} does not exist.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new OperatorError(`Préau cannot write in the folder ${path.dirname(target)}.`);
    default:
      return error;
  }
}

/**
 * The sentence for what goes wrong while a backup is read; what goes wrong elsewhere is left alone.
 *
 * @param {unknown} error
 * @param {string} file
 */
function readingFault(error, file) {
  const code = codeOf(error);
  if (code === 'ENOENT') return new OperatorError(`There is no file ${file}.`);
  if (code === 'EISDIR') return new OperatorError(`${file} is a folder, not a backup.`);
  if (code === 'EACCES' || code === 'EPERM') {
    return new OperatorError(`Préau cannot read ${file}: it belongs to another account.`);
  }
  if (code === 'ZSTD_error_prefix_unknown') {
    return new OperatorError(`${file} is no backup of Préau.`);
  }
  return /^Z(STD)?_/.test(code) ? damaged(file) : error;
}

/** @param {string} file */
export function damaged(file) {
  return new OperatorError(`${file} is cut short or damaged: nothing was restored from it.`);
}

/** @param {unknown} error */
export function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The name itself must outlive a power cut. @param {string} folder */
async function flushFolder(folder) {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
