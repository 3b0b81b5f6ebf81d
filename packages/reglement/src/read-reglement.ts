import { findProblems, type Steps } from '@preau/domain/reglement/check';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import { z } from 'zod';
import { type Case, caseSchema } from './cases/case.schema.ts';
import { findCaseProblems } from './cases/check-cases.ts';
import { documentSchema } from './document.schema.ts';
import { checkValue, faultAt, type ReadText, readYaml, type TextFault } from './read-yaml.ts';
import { list } from './scalars.schema.ts';

/** A règlement and the worked cases it has to satisfy, as one file holds them. */
export type WrittenReglement = {
  readonly document: ReglementDocument;
  readonly cases: readonly Case[];
};

const casesSchema = list(caseSchema);
const keyed = z.record(z.string(), z.unknown());

/**
 * Reads a règlement written in YAML: its rules and, under `cases`, what they must answer. Every
 * fault found is told, in French, with its line and column; what types cannot say (bands that leave
 * a hole, a window that closes before it opens) too.
 */
export function readReglement(text: string): ReadText<WrittenReglement> {
  const yaml = readYaml(text);
  if (yaml.kind === 'unreadable') return yaml;
  const { value, placeOf } = yaml.value;
  const whole = checkValue(keyed, value, placeOf);
  if (whole.kind === 'unreadable') return whole;
  const { cases: written = [], ...rules } = whole.value;
  const document = checkValue(documentSchema, rules, placeOf);
  const cases = checkValue(casesSchema, written, placeOf, ['cases']);
  if (document.kind === 'unreadable' || cases.kind === 'unreadable') {
    const faults = [document, cases].flatMap((one) =>
      one.kind === 'unreadable' ? one.faults : [],
    );
    return { kind: 'unreadable', faults: inOrder(faults) };
  }
  const problems = [
    ...findProblems(document.value).map(({ path, message }) =>
      faultAt(writtenPath(path, rules), message, placeOf),
    ),
    ...findCaseProblems(document.value, cases.value).map(({ path, message }) =>
      faultAt(path, message, placeOf),
    ),
  ];
  if (problems.length > 0) return { kind: 'unreadable', faults: inOrder(problems) };
  return { kind: 'read', value: { document: document.value, cases: cases.value } };
}

/** A price alone was read as a list of one; the writer knows it where it stands. */
function writtenPath(path: Steps, rules: unknown): Steps {
  const written: (string | number)[] = [];
  let inside: unknown = rules;
  for (const step of path) {
    const listed = typeof step === 'number' && !Array.isArray(inside);
    const alone = step === 'price' && isGroup(inside) && 'kind' in inside && !('price' in inside);
    if (listed || alone) continue;
    written.push(step);
    inside = isGroup(inside) ? inside[step] : undefined;
  }
  return written;
}

function isGroup(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** As they are met from the first line to the last. */
function inOrder(faults: readonly TextFault[]): readonly TextFault[] {
  return faults.toSorted((one, other) => one.line - other.line || one.column - other.column);
}
