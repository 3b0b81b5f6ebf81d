import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readReglement } from './read-reglement.ts';

const textOf = (name: string) =>
  readFileSync(new URL(`../broken/${name}`, import.meta.url), 'utf8');

const village = textOf('village.yaml');
const broken = z
  .array(
    z.strictObject({
      title: z.string(),
      replace: z.string(),
      by: z.string(),
      faults: z.array(z.string()).min(1),
    }),
  )
  .parse(parse(textOf('faults.yaml')));

function faultsOf(text: string): readonly string[] {
  const read = readReglement(text);
  if (read.kind === 'read') return [];
  return read.faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

test('the village whose rules are broken has rules that hold', () => {
  expect(faultsOf(village)).toEqual([]);
  expect(broken.length).toBeGreaterThanOrEqual(100);
});

test.each(broken)('$title', ({ replace, by, faults }) => {
  expect(village.split(replace)).not.toHaveLength(1);
  // Where the text itself cannot be followed, what comes after the first fault is guesswork.
  expect(faultsOf(village.replace(replace, by)).slice(0, faults.length)).toEqual(faults);
});

test.each([
  'a limit that is not stated',
  'a consequence that is not stated',
  'a price that is not stated',
  'a unit without a price',
  'a hole between bands',
  'a class left out',
  'a last rank without +',
  'a weekday without a limit',
])('a study may leave unsaid: %s', (title) => {
  const one = broken.find((row) => row.title === title);
  const text = village.replace(one?.replace ?? '', one?.by ?? '');
  expect(faultsOf(text)).not.toEqual([]);
  expect(faultsOf(`status: study\n${text}`)).toEqual([]);
});

test.each(['an overlap of bands', 'an unknown unit', 'the 32nd'])(
  'a study does not say what is wrong: %s',
  (title) => {
    const one = broken.find((row) => row.title === title);
    const text = village.replace(one?.replace ?? '', one?.by ?? '');
    expect(faultsOf(`status: study\n${text}`)).toHaveLength(1);
  },
);
