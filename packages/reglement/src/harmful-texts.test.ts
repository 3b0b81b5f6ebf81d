import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReglement } from './read-reglement.ts';

const village = readFileSync(new URL('../broken/village.yaml', import.meta.url), 'utf8');

function faultsOf(text: string): readonly string[] {
  const read = readReglement(text);
  if (read.kind === 'read') return [];
  return read.faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const many = (count: number, piece: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => piece(at)).join('');

const tooLong = '1:1 ce texte dépasse 1 Mo : ce n’est pas un règlement';
const endless = 'ce texte renvoie trop de fois à lui-même';
const tooDeep = 'ce texte a trop de niveaux, les uns dans les autres';

test.each<[string, string, string]>([
  ['ten megabytes', `title: ${'é'.repeat(5_000_000)}`, tooLong],
  ['a text of a little more than a megabyte', `title: ${'é'.repeat(500_000)}`, tooLong],
  [
    'references that multiply',
    many(9, (at) => `a${at}: &a${at} [${many(10, () => (at === 0 ? 'x, ' : `*a${at - 1}, `))}]\n`),
    `2:10 ${endless}`,
  ],
  ['lists in lists, on one line', '['.repeat(100_000), `1:201 ${tooDeep}`],
  ['lists in lists, closed', `a: ${'['.repeat(500)}${']'.repeat(500)}`, tooDeep],
  ['dashes without end', '- '.repeat(100_000), `1:1 ${tooDeep}`],
  ['groups in groups', many(500, (at) => `${' '.repeat(at)}a:\n`), tooDeep],
  ['a group that is its own part', 'code: &tout { title: *tout }', '1:22 le renvoi *tout revient'],
  ['an empty text', '', '1:1 un groupe (clé : valeur) est attendu, pas rien'],
  ['comments alone', '# rien\n', '1:1 un groupe (clé : valeur) est attendu, pas rien'],
  ['a word', 'bonjour', '1:1 un groupe (clé : valeur) est attendu, pas le texte « bonjour »'],
  ['a list', '- code: village', '1:1 un groupe (clé : valeur) est attendu, pas une liste'],
  ['a name of another world', '__proto__: { code: x }\n', '« __proto__ » n’est pas connu ici'],
  ['a name that is a list', '? [a, b]\n: c\n', 'n’est pas connu ici'],
  ['what is not text', '\u0000\u0001code: x', ':'],
  ['half a letter', 'code: "\ud800"', 'un code s’écrit en minuscules'],
])('%s is refused, and said', (_title, text, sentence) => {
  expect(faultsOf(text).join('\n')).toContain(sentence);
});

test('an exception whose limit is itself is followed no further', () => {
  const text = village
    .replace('- until:\n          kind: weekdayMap', '- until: &ici\n          kind: weekdayMap')
    .replace('use: { kind: daysBefore, days: 1, unit: school, at: 09:00 }', 'use: *ici');
  expect(faultsOf(text)).toEqual(['56:20 le renvoi *ici revient à lui-même, sans fin']);
});

test('a thousand unknown names are told, as far as anybody reads', () => {
  const told = faultsOf(village + many(30_000, (at) => `nom-${at}: 1\n`));
  expect(told).toHaveLength(100);
  expect(told[0]).toMatch(/^152:1 « nom-0 » n’est pas connu ici/);
});

test('a name written twice is found among thousands', () => {
  const names = many(30_000, (at) => `nom-${at}: 1\n`);
  expect(faultsOf(`${names}nom-7: 2\n`)).toEqual([
    '30001:1 ce nom est écrit deux fois dans le même groupe',
  ]);
});

test('thousands of faults are told, as far as anybody reads', () => {
  const listed = village.replace('fees:\n', `fees:\n${many(9_000, () => '  - {}\n')}`);
  expect(faultsOf(listed)).toHaveLength(200);
});
