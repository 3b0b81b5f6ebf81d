import { compileReglement, ReglementError } from '@preau/domain/reglement/compile';
import { playCase } from '../cases/run-case.ts';
import { documentSchema } from '../document.schema.ts';
import { readYaml } from '../read-yaml.ts';
import {
  type Alteration,
  altered,
  type Holder,
  type Parameter,
  parametersOf,
  type Path,
} from './alterations.ts';
import { holds } from './check-files.ts';
import { type NamedCase, readFile } from './read-file.ts';
import type { Terminal } from './terminal.ts';
import { counted } from './words.ts';

/**
 * Alters each parameter of each file in turn: some case has to fail, or the parameter is told as not
 * covered. What is altered so that it cannot be read any more proves nothing of the cases, unless no
 * alteration of that parameter can be read.
 *
 * @returns 0, unless a file fails as it is
 */
export function sabotageFiles(files: readonly string[], terminal: Terminal): number {
  const tally = { passed: 0, failed: 0 };
  for (const file of files) {
    if (sabotageFile(file, terminal)) tally.passed += 1;
    else tally.failed += 1;
  }
  terminal.print(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 ? 0 : 1;
}

/** @returns whether the file holds as it is */
function sabotageFile(file: string, { folder, print }: Terminal): boolean {
  const read = readFile(file, folder);
  if (read.kind === 'unreadable') {
    for (const fault of read.faults) print(`ÉCHEC  ${fault}`);
    return false;
  }
  const cases = read.cases.filter(({ worked }) => worked.disputed === undefined);
  const failing = cases.filter(({ worked }) => !holds(playCase(read.reglement, worked)));
  for (const { id, worked } of failing) print(`ÉCHEC  ${file} ${id}  ${worked.title}`);
  if (failing.length > 0) return false;
  const yaml = readYaml(read.text);
  if (yaml.kind === 'unreadable' || !isGroup(yaml.value.value)) return false;
  const { cases: _played, ...rules } = yaml.value.value;
  const parameters = parametersOf(rules, (path) => wordsAt(rules, path));
  const noticed = noticer(rules, cases);
  let uncovered = 0;
  for (const parameter of parameters) {
    if (isCovered(parameter, noticed)) continue;
    uncovered += 1;
    const { line } = yaml.value.placeOf(parameter.path);
    print(`non couvert : ${parameter.path.join('.')} (${file}:${line})`);
  }
  print(
    [
      counted(parameters.length, 'paramètre'),
      counted(parameters.length - uncovered, 'décelé'),
      counted(uncovered, 'non couvert', 'non couverts'),
    ].join(', '),
  );
  return true;
}

type Notice = 'unreadable' | 'noticed' | 'unnoticed';

function isCovered(
  { alterations }: Parameter,
  noticed: (alteration: Alteration) => Notice,
): boolean {
  let readable = 0;
  for (const alteration of alterations) {
    const notice = noticed(alteration);
    if (notice === 'noticed') return true;
    if (notice === 'unnoticed') readable += 1;
  }
  return readable === 0;
}

/** Plays the cases on an altered document; those that noticed something lately are played first. */
function noticer(rules: Holder, cases: readonly NamedCase[]): (alteration: Alteration) => Notice {
  const queue = [...cases];
  return (alteration) => {
    const document = documentSchema.safeParse(altered(rules, alteration));
    if (!document.success) return 'unreadable';
    try {
      const reglement = compileReglement(document.data);
      const at = queue.findIndex(({ worked }) => !holds(playCase(reglement, worked)));
      if (at < 0) return 'unnoticed';
      queue.unshift(...queue.splice(at, 1));
      return 'noticed';
    } catch (error) {
      if (error instanceof ReglementError || error instanceof RangeError) return 'unreadable';
      throw error;
    }
  };
}

/** A word that no règlement has: what is told where it stands names those that it may have. */
const noWord = '?';

/** The words of a closed list that stand at a place; none where any text may. */
function wordsAt(rules: Holder, path: Path): readonly string[] {
  const { error } = documentSchema.safeParse(altered(rules, { path, value: noWord }));
  return (error?.issues ?? []).flatMap((issue) => {
    if (issue.path.join('.') !== path.join('.')) return [];
    const words = 'values' in issue ? issue.values : 'options' in issue ? issue.options : [];
    return Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [];
  });
}

function isGroup(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}
