import { readFileSync } from 'node:fs';
import { schoolHolidays } from '@preau/domain/calendar/school-holidays';
import { compileReglement } from '@preau/domain/reglement/compile';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { playCase } from './cases/run-case.ts';
import { readReglement, type WrittenReglement } from './read-reglement.ts';

const page = readFileSync(new URL('../../../docs/reference/reglement.md', import.meta.url), 'utf8');

type Written = Record<string, unknown>;

/** A YAML block of the page, under its heading. */
type Block = {
  readonly line: number;
  readonly heading: string;
  readonly text: string;
};

/** A règlement as the reader of a block has it: alone, or the village with the fragments so far. */
type Example = {
  readonly name: string;
  readonly text: string;
  readonly cases: boolean;
};

function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let open: { line: number; rows: string[] } | null = null;
  for (const [at, row] of markdown.split('\n').entries()) {
    if (open === null) {
      if (/^#{2,4} /.test(row)) heading = row.replace(/^#+ /, '');
      if (row === '```yaml') open = { line: at + 1, rows: [] };
    } else if (row === '```') {
      blocks.push({ line: open.line, heading, text: open.rows.join('\n') });
      open = null;
    } else {
      open.rows.push(row);
    }
  }
  return blocks;
}

/** `activities[0].units[1].prices` as the steps that lead there. */
function stepsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((step) => step !== '');
}

/** The document with a value in the place a fragment names. */
function withFragment(document: unknown, steps: readonly string[], value: unknown): unknown {
  const [step, ...further] = steps;
  if (step === undefined) return value;
  if (Array.isArray(document)) {
    const items: readonly unknown[] = document;
    return items.map((item, at) =>
      String(at) === step ? withFragment(item, further, value) : item,
    );
  }
  const group: Written = isGroup(document) ? document : {};
  return { ...group, [step]: withFragment(group[step], further, value) };
}

function isGroup(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every block of the page as a whole règlement. */
function examplesOf(blocks: readonly Block[]): Example[] {
  const village = blocks.find(({ text }) => text.startsWith('# village'));
  if (village === undefined) throw new Error('The page has no village');
  let document: unknown = parse(village.text);
  let section = '';
  return blocks.map((block): Example => {
    const { heading, line, text } = block;
    const name = `line ${line}, ${heading}`;
    const place = /^# in: (\S+)$/m.exec(text.split('\n')[0] ?? '')?.[1];
    if (place === undefined) return { name, text, cases: /^cases:/m.test(text) };
    if (heading !== section) {
      document = parse(village.text);
      section = heading;
    }
    const value: unknown = parse(text);
    if (place === 'cases') {
      const whole = withFragment(document, ['cases'], value);
      return { name, text: stringify(whole, { aliasDuplicateObjects: false }), cases: true };
    }
    document =
      place === 'document' && isGroup(document) && isGroup(value)
        ? { ...document, ...value }
        : withFragment(document, stepsOf(place), value);
    return { name, text: stringify(document, { aliasDuplicateObjects: false }), cases: false };
  });
}

function read(text: string): WrittenReglement {
  const result = readReglement(text);
  if (result.kind === 'read') return result.value;
  throw new Error(result.faults.map(({ path, message }) => `${path} : ${message}`).join('\n'));
}

/** What the cases of a règlement expect and do not find, in words. */
function failuresOf({ document, cases }: WrittenReglement): string[] {
  const reglement = compileReglement(document);
  return cases.flatMap((worked) => {
    const { steps, stopped } = playCase(reglement, worked);
    const differing = steps.flatMap(({ at, checks }) =>
      checks
        .filter(({ same }) => !same)
        .map(({ field, expected, found }) => {
          const [wanted, got] = [expected, found].map((value) => JSON.stringify(value));
          return `« ${worked.title} », step ${at + 1}: ${field} ${wanted}, found ${got}`;
        }),
    );
    return stopped === null ? differing : [...differing, `« ${worked.title} » ${stopped}`];
  });
}

const blocks = blocksOf(page);
const examples = examplesOf(blocks);

describe('the examples of the reference page', () => {
  test.each(examples)('are read: $name', ({ text }) => {
    expect(read(text).document.code).not.toBe('');
  });

  test.each(examples.filter(({ cases }) => cases))('prove their cases: $name', ({ text }) => {
    const example = read(text);
    expect(example.cases.length).toBeGreaterThan(0);
    expect(failuresOf(example)).toEqual([]);
  });

  test('are many, and a wrong amount in one of them would be noticed', () => {
    expect(blocks.length).toBeGreaterThan(40);
    const [first] = examples.filter(({ cases }) => cases);
    const wrong = read((first?.text ?? '').replace('cents: 540', 'cents: 541'));
    expect(failuresOf(wrong)).toHaveLength(1);
  });
});

describe('the school holidays the page tells', () => {
  /** `7 – 22 February 2026`: what the two days have in common is said once. */
  const spanOf = (from: string, until: string): string => {
    const [first, last] = [from, until].map((on) => {
      const text = new Date(on).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
      return text.split(' ');
    });
    const own = first?.filter((_word, place) => place === 0 || !same(first, last, place));
    return `${own?.join(' ')} – ${last?.join(' ')}`;
  };
  const same = (one: string[] = [], other: string[] = [], place: number) =>
    one.slice(place).join(' ') === other.slice(place).join(' ');

  test.each(['A', 'B', 'C'] as const)('are those of zone %s', (zone) => {
    const rows = page.split('\n').filter((row) => row.startsWith('| '));
    const told = rows.filter(
      (row) => !/^\| (hiver|printemps), /.test(row) || row.includes(`, ${zone} |`),
    );
    const holidays = schoolHolidays(zone);
    expect(holidays).toHaveLength(12);
    for (const { from, until } of holidays) expect(told.join('\n')).toContain(spanOf(from, until));
  });
});
