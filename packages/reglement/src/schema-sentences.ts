import { nearestName } from '@preau/domain/reglement/nearest-name';
import { z } from 'zod';

type RawIssue = z.core.$ZodRawIssue;

/** Names are told apart, and the nearest looked for, for so many of them at once. */
const MOST_NAMES = 100;

/** What was expected. */
const expectations: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: '« true » ou « false »',
  array: 'une liste',
  object: 'un groupe (clé : valeur)',
  record: 'un groupe (clé : valeur)',
  null: '« null »',
};

const otherwise = z.locales.fr().localeError;

/** What is wrong with a value, to who wrote it; one line for each name that is not known. */
export function sentenceOf(issue: RawIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, MOST_NAMES)
        .map((key) => unknownName(key, keysOf(issue.inst)))
        .join('\n');
    case 'invalid_type':
      return issue.input === undefined
        ? missing(issue.path)
        : mismatch(issue.expected, issue.input);
    case 'invalid_value':
      return wrongWord(issue.input, issue.values, issue.path);
    case 'invalid_union':
      if (issue.discriminator === undefined) return alternatives(issue);
      return wrongWord(kindOf(issue.input), wordsIn(issue.options), [issue.discriminator]);
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'ce nom est mal écrit';
    default:
      return textOf(otherwise(issue));
  }
}

/** « cancle » n’est pas connu ici ; vouliez-vous dire « cancelling » ? */
export function unknownName(name: string, known: readonly string[]): string {
  const nearest = nearestName(name.slice(0, MOST_NAMES), known);
  if (nearest !== null)
    return `« ${name} » n’est pas connu ici ; vouliez-vous dire « ${nearest} » ?`;
  if (known.length === 0) return `« ${name} » n’est pas connu ici`;
  return `« ${name} » n’est pas connu ici ; sont connus : ${known.join(', ')}`;
}

function wrongWord(
  input: unknown,
  values: readonly z.core.util.Primitive[],
  path: readonly PropertyKey[] | undefined,
): string {
  const words = values.map(String);
  if (input === undefined) return `${missing(path)} : ${words.join(', ')}`;
  if (typeof input === 'string') return unknownName(input, words);
  return `${words.map((word) => `« ${word} »`).join(' ou ')} est attendu, pas ${described(input)}`;
}

/** None of the ways to write it: each of them, told by what it would begin with. */
function alternatives({
  errors,
  input,
}: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>): string {
  const expected = errors.flatMap(([first]) => {
    if (first?.code === 'invalid_type') return [expectations[first.expected] ?? 'autre chose'];
    if (first?.code === 'invalid_value') return [`le mot « ${first.values.join(' ou ')} »`];
    return [];
  });
  return wanted([...new Set(expected)], input);
}

function mismatch(expected: string, input: unknown): string {
  return wanted([expectations[expected] ?? 'autre chose'], input);
}

function wanted(expected: readonly string[], input: unknown): string {
  const agreed = expected.length === 1 && expected[0] === 'une liste' ? 'attendue' : 'attendu';
  return `${expected.join(' ou ')} est ${agreed}, pas ${described(input)}`;
}

function missing(path: readonly PropertyKey[] | undefined): string {
  const name = path?.at(-1);
  return typeof name === 'string' ? `« ${name} » manque` : 'une valeur manque';
}

/** « le texte « 13h30 » », « une liste ». */
export function described(input: unknown): string {
  if (input === null) return 'rien';
  if (Array.isArray(input)) return 'une liste';
  switch (typeof input) {
    case 'string':
      return `le texte « ${input.slice(0, MOST_NAMES)} »`;
    case 'number':
      return `le nombre ${input}`;
    case 'boolean':
      return `« ${input} »`;
    default:
      return 'un groupe';
  }
}

function wordsIn(options: unknown): readonly string[] {
  return Array.isArray(options) ? options.map(String) : [];
}

function kindOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined;
}

/** The names that a strict group knows. */
function keysOf(schema: RawIssue['inst']): readonly string[] {
  return schema instanceof z.core.$ZodObject ? Object.keys(schema._zod.def.shape) : [];
}

function textOf(told: ReturnType<typeof otherwise>): string {
  if (typeof told === 'string') return told;
  return told?.message ?? 'cette valeur ne convient pas';
}
