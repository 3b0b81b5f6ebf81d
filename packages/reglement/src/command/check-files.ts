import type { Reason } from '@preau/domain/explain/reasons';
import { type PlayedCase, playCase, type PlayedStep } from '../cases/run-case.ts';
import { readFile } from './read-file.ts';
import type { Terminal } from './terminal.ts';
import { counted, sentencesOf, written } from './words.ts';

/** What checking came to, over all the files. */
type Tally = {
  documents: number;
  cases: number;
  facts: number;
  disputed: number;
  passed: number;
  failed: number;
};

/**
 * Plays the cases of each file, a line per case. What the last line says is what the exit code says.
 * A file that cannot be read is a failure; a disputed case is played, and never one.
 */
export function checkFiles(files: readonly string[], terminal: Terminal): number {
  const tally: Tally = { documents: 0, cases: 0, facts: 0, disputed: 0, passed: 0, failed: 0 };
  for (const file of files) checkFile(file, terminal, tally);
  const { documents, cases, facts, disputed, passed, failed } = tally;
  terminal.print(
    [
      counted(documents, 'document'),
      counted(cases, 'cas', 'cas'),
      counted(facts, 'fait vérifié', 'faits vérifiés'),
      counted(disputed, 'contesté'),
    ].join(', '),
  );
  terminal.print(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function checkFile(file: string, { folder, print }: Terminal, tally: Tally): void {
  tally.documents += 1;
  const read = readFile(file, folder);
  if (read.kind === 'unreadable') {
    for (const fault of read.faults) print(`ÉCHEC  ${fault}`);
    tally.failed += 1;
    return;
  }
  const { timeZone } = read.reglement.calendar;
  for (const named of read.cases) {
    const played = playCase(read.reglement, named.worked);
    const { disputed } = named.worked;
    const failures = failuresOf(played, timeZone);
    const facts = factsOf(played);
    tally.cases += 1;
    tally.facts += facts;
    const line = `${file} ${named.id}  ${named.worked.title}`;
    if (disputed !== undefined) {
      const state = failures.length === 0 ? 'conforme' : 'non conforme';
      print(`contesté  ${line} : ${disputed} (${state}, ${counted(facts, 'fait')})`);
      tally.disputed += 1;
    } else if (failures.length === 0) {
      print(`ok  ${line}  (${counted(facts, 'fait')})`);
      tally.passed += 1;
    } else {
      print(`ÉCHEC  ${line}`);
      tally.failed += 1;
    }
    for (const failure of failures) print(`    ${failure}`);
  }
}

/** Whether a case holds; what it expects of nothing is not held to be right. */
export function holds(played: PlayedCase): boolean {
  const { steps, stopped } = played;
  if (stopped !== null || factsOf(played) === 0) return false;
  return steps.every(({ checks }) => checks.every(({ same }) => same));
}

function factsOf({ steps }: PlayedCase): number {
  return steps.reduce((sum, { checks }) => sum + checks.length, 0);
}

/** What was expected and was not so, with the reasons the engine gives for what it found. */
function failuresOf(played: PlayedCase, timeZone: string): readonly string[] {
  const lines = played.steps.flatMap((step) => failuresOfStep(step, timeZone));
  if (played.stopped !== null) return [...lines, played.stopped];
  return factsOf(played) === 0 ? ['ce cas ne vérifie rien : il n’attend rien (« expect »)'] : lines;
}

function failuresOfStep(
  { at, step, checks, found }: PlayedStep,
  timeZone: string,
): readonly string[] {
  const wrong = checks.filter(({ same }) => !same);
  if (wrong.length === 0) return [];
  const told: readonly Reason[] = found?.told ?? [];
  return [
    ...wrong.map(
      (check) =>
        `étape ${at + 1} (${step.do}), ${check.field} : attendu ${written(check.expected)}, trouvé ${written(check.found)}`,
    ),
    ...sentencesOf(told, timeZone).map((sentence) => `  ${sentence}`),
  ];
}
