import type { Reason } from '@preau/domain/explain/reasons';
import type { FoundLine } from '../cases/found.ts';
import { playCase, type PlayedStep } from '../cases/run-case.ts';
import type { CaseStep } from '../cases/steps.schema.ts';
import { readFile } from './read-file.ts';
import type { Terminal } from './terminal.ts';
import { amount, sentencesOf, written } from './words.ts';

/** Tells a case step by step: what is done, what the règlement answers, and why. */
export function explainCase(file: string, id: string, { folder, print, warn }: Terminal): number {
  const read = readFile(file, folder);
  if (read.kind === 'unreadable') {
    for (const fault of read.faults) print(fault);
    return 1;
  }
  const named = read.cases.find((one) => one.id === id);
  if (named === undefined) {
    const ids = read.cases.map((one) => one.id).join(', ');
    warn(`${file} n’a pas de cas « ${id} ». Les siens : ${ids}`);
    return 1;
  }
  const { timeZone } = read.reglement.calendar;
  const { worked } = named;
  print(`${named.id}  ${worked.title}`);
  print(worked.source === undefined ? '(inventé)' : `(source : ${worked.source})`);
  if (worked.disputed !== undefined) print(`Contesté : ${worked.disputed}`);
  const { steps, stopped } = playCase(read.reglement, worked);
  for (const step of steps) {
    for (const line of tellStep(step, timeZone)) print(line);
  }
  if (stopped !== null) print(`Arrêté, ${stopped}`);
  const isWrong = stopped !== null || steps.some(({ checks }) => checks.some(({ same }) => !same));
  return isWrong ? 1 : 0;
}

function tellStep({ at, step, found, checks }: PlayedStep, timeZone: string): readonly string[] {
  const title = `${at + 1}. ${headline(step)}`;
  if (found === null) return ['', title];
  const lines = linesOf(found.lines);
  const isMoney = found.lines !== undefined;
  return [
    '',
    title,
    ...fields.flatMap(([field, words]) => {
      const value = found[field];
      return value === null || value === undefined ? [] : [`   ${words} : ${written(value)}`];
    }),
    ...(typeof found.cents === 'number' || isMoney
      ? [`   ${isMoney ? 'montant' : 'ce que cela change'} : ${amount(centsOf(found.cents))}`]
      : []),
    ...(isMoney
      ? lines.flatMap((line) => tellLine(line, timeZone))
      : sentences(found.told, timeZone).map((sentence) => `   ${sentence}`)),
    ...checks.map(({ field, expected, found: seen, same }) =>
      same
        ? `   ✓ ${field} : ${written(expected)}`
        : `   ✗ ${field} : attendu ${written(expected)}, trouvé ${written(seen)}`,
    ),
  ];
}

const fields = [
  ['outcome', 'verdict'],
  ['constraint', 'contrainte'],
  ['limitAt', 'limite'],
  ['dueAt', 'échéance'],
  ['opensAt', 'ouverture'],
  ['state', 'réservation'],
  ['until', 'en attente jusqu’à'],
] as const;

function tellLine(line: FoundLine, timeZone: string): readonly string[] {
  const about = [line.kind, line.code, line.unit, line.on, line.child].filter(
    (word) => word !== null,
  );
  return [
    `   - ${about.join(' ')} : ${amount(line.cents)}`,
    ...sentences(line.told, timeZone).map((sentence) => `     ${sentence}`),
  ];
}

function sentences(reasons: readonly Reason[], timeZone: string): readonly string[] {
  return sentencesOf(reasons, timeZone);
}

/** What is done, as the case writes it, without what it expects. */
function headline(step: CaseStep): string {
  const { do: what, ...rest } = step;
  const said = Object.entries(rest).filter(
    ([name, value]) => !hidden.includes(name) && value !== undefined,
  );
  return [what, ...said.map(([name, value]) => `${name}: ${moment(value)}`)].join(' ');
}

const hidden = ['expect', 'before', 'from'];

function moment(value: unknown): string {
  const isMoment = typeof value === 'object' && value !== null && 'on' in value && 'at' in value;
  return isMoment ? `${String(value.on)} ${String(value.at)}` : written(value);
}

function linesOf(value: unknown): readonly FoundLine[] {
  return Array.isArray(value) ? value : [];
}

function centsOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
