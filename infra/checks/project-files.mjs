import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT } from '../dev/places.mjs';
import { runTool } from './tool.mjs';

/** What has no lines to look at. */
const BINARY = /\.(png|jpe?g|webp|ico|pdf|woff2?|ttf)$/;

/**
 * The files that are committed, or will be: everything git does not ignore.
 *
 * @returns {Promise<string[]>} paths from the root of the project
 */
export async function projectFiles() {
  const listed = await runTool('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '-z',
  ]);
  if (listed.status !== 0) throw new Error(`git cannot list the files: ${listed.output.trim()}`);
  return [...new Set(listed.output.split('\0').filter(Boolean))];
}

/**
 * @param {string[]} files
 * @param {(file: string, text: string) => string[]} examine the faults of one file
 * @returns {string} one fault per line
 */
export function examineFiles(files, examine) {
  return files
    .filter((file) => !BINARY.test(file))
    .flatMap((file) => {
      try {
        return examine(file, readFileSync(path.join(PROJECT, file), 'utf8'));
      } catch (error) {
        // Removed, but not yet from git's list.
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
        throw error;
      }
    })
    .join('\n');
}
