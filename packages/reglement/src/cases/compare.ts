import type { CaseClock } from './case-moments.ts';
import type { Expected } from './expect.schema.ts';
import type { Found } from './found.ts';
import { eachFindsOne } from './matching.ts';
import type { CaseMoment } from './moments.schema.ts';

/** One expected field and what was found. */
export type Check = {
  readonly field: string;
  readonly expected: unknown;
  readonly found: unknown;
  readonly same: boolean;
};

/** Each expected field is a fact; what is not expected is not looked at. */
export function compare(expected: Expected, found: Found, clock: CaseClock): Check[] {
  return Object.entries(expected).map(([field, written]) => {
    const actual = found[field as keyof Expected] ?? null;
    if (field === 'lines') return { field, ...compareLines(written, actual) };
    const wanted = isMoment(written) ? clock.shownMoment(written) : written;
    return { field, expected: wanted, found: actual, same: isSame(wanted, actual) };
  });
}

/**
 * Every line, in any order, each as far as the case says it; a line of nothing (a day that is
 * excused) need not be told.
 */
function compareLines(written: unknown, actual: unknown): Omit<Check, 'field'> {
  const wanted = rowsOf(written);
  const rows = rowsOf(actual);
  const fields = [...new Set(wanted.flatMap(Object.keys))];
  const found = rows.map((row) => pick(row, fields.length > 0 ? fields : ['kind', 'on', 'cents']));
  const fits = (one: Row, row: Row) => isSame(one, pick(row, Object.keys(one)));
  const owed = rows.filter(({ cents }) => cents !== 0);
  // Where each side can find its own in the other, both can at once.
  const same =
    eachFindsOne(wanted, rows, fits) &&
    eachFindsOne(owed, wanted, (row: Row, one: Row) => fits(one, row));
  return { expected: wanted, found, same };
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value : [];
}

function pick(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isMoment(value: unknown): value is CaseMoment {
  return typeof value === 'object' && value !== null && 'at' in value && 'on' in value;
}
