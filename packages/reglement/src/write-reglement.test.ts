import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type WrittenReglement, readReglement } from './read-reglement.ts';
import { writeReglement } from './write-reglement.ts';

const folder = new URL('../towns/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

function read(text: string): WrittenReglement {
  const result = readReglement(text);
  if (result.kind === 'unreadable') throw new Error(JSON.stringify(result.faults));
  return result.value;
}

test('there are towns to write', () => {
  expect(files.length).toBeGreaterThanOrEqual(5);
});

test.each(files)('%s is written as it was read', (file) => {
  const before = read(readFileSync(new URL(file, folder), 'utf8'));
  const text = writeReglement(before);
  expect(read(text)).toEqual(before);
  expect(writeReglement(read(text))).toBe(text);
});

test('what would be read otherwise is between quotation marks', () => {
  const town = read(readFileSync(new URL('lapalud.yaml', folder), 'utf8'));
  expect(writeReglement(town)).toContain('at: "24:00"');
});
