import { findProblems } from '@preau/domain/reglement/check';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import { z } from 'zod';
import { type Case, caseSchema } from './cases/case.schema.ts';
import { documentSchema } from './document.schema.ts';
import { checkValue, type ReadText, readYaml, type TextFault } from './read-yaml.ts';
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
 * a hole, a window that closes before it opens) is told for the whole document.
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
    return { kind: 'unreadable', faults };
  }
  const problems = findProblems(document.value).map(
    (message): TextFault => ({ line: 1, column: 1, path: '', message }),
  );
  if (problems.length > 0) return { kind: 'unreadable', faults: problems };
  return { kind: 'read', value: { document: document.value, cases: cases.value } };
}
