import { readdirSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../operator-error.mjs';
import { PROJECT } from '../places.mjs';
import { findPrograms, runProgram } from '../postgres-binaries.mjs';
import { FORMAT } from './manifest.mjs';

/** The processor and system that the files of the database depend on. */
export function thisMachine() {
  return `${process.platform}-${process.arch}`;
}

/**
 * What a backup must be of to be restored here, now.
 *
 * @returns {Promise<Omit<import('./manifest.mjs').Label, 'madeAt'>>}
 */
export async function describeHere() {
  const { initdb, identity } = findPrograms();
  const { output } = await runProgram(initdb, ['--version'], identity);
  const postgres = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (postgres === undefined) throw new OperatorError('PostgreSQL does not say its version.');
  const migrations = readdirSync(path.join(PROJECT, 'apps/api/migrations'))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.replace(/\.sql$/, ''))
    .toSorted();
  return { format: FORMAT, postgres, machine: thisMachine(), migrations };
}
