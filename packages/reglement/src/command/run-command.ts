import { parseArgs } from 'node:util';
import { checkFiles } from './check-files.ts';
import { explainCase } from './explain-case.ts';
import { printSchema } from './print-schema.ts';
import { sabotageFiles } from './sabotage-files.ts';
import type { Terminal } from './terminal.ts';

const usage = `Usage :
  npm run --silent reglement -- check FICHIER…             joue les cas de chaque règlement
  npm run --silent reglement -- check --sabotage FICHIER…  altère chaque paramètre, un par un
  npm run --silent reglement -- explain FICHIER --case ID  raconte un cas, étape par étape
  npm run --silent reglement -- schema                     écrit le schéma JSON d’un règlement`;

/** @returns the exit code: 0 when all is well, 1 when something failed, 2 when it was not understood */
export function runCommand(args: readonly string[], terminal: Terminal): number {
  const asked = readArguments(args);
  if (asked === null) {
    terminal.warn(usage);
    return 2;
  }
  const { action, files, sabotage, id } = asked;
  const [file, ...others] = files;
  if (action === 'check' && file !== undefined) {
    return sabotage ? sabotageFiles(files, terminal) : checkFiles(files, terminal);
  }
  if (action === 'explain' && file !== undefined && others.length === 0 && id !== undefined) {
    return explainCase(file, id, terminal);
  }
  if (action === 'schema' && file === undefined) return printSchema(terminal);
  terminal.warn(usage);
  return 2;
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { sabotage: { type: 'boolean', default: false }, case: { type: 'string' } },
    });
    const [action, ...files] = positionals;
    return { action, files, sabotage: values.sabotage, id: values.case };
  } catch {
    return null;
  }
}
