import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Others may pass through, and see nothing. */
export const PASSABLE = 0o711;
/** Nobody but its owner. */
export const PRIVATE = 0o700;

/**
 * Creates a folder and those above it where they are missing. Node's own `recursive` never returns
 * where the system answers ENOENT to a creation, as it does below `/proc`.
 *
 * @param {string} folder an absolute path
 * @param {number} mode of those created
 * @throws the system's error, when one cannot be created
 */
export function createFolder(folder, mode) {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return;
    throw Object.assign(new Error(`${folder} is not a folder`), { code: 'ENOTDIR' });
  }
  createFolder(path.dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(folder)) throw error;
  }
}
