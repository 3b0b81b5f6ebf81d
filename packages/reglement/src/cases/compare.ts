import type { CaseClock } from './case-moments.ts';
import type { Expected } from './expect.schema.ts';
import type { Found } from './found.ts';
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

/** As many lines, in that order, each as far as the case says it. */
function compareLines(written: unknown, actual: unknown): Omit<Check, 'field'> {
  const wanted = rowsOf(written);
  const rows = rowsOf(actual);
  const found = rows.map((row, at) => pick(row, Object.keys(wanted[at] ?? row)));
  return { expected: wanted, found, same: isSame(wanted, found) };
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value : [];
}

function pick(row: Row, fields: readonly string[]): Row {
  const told = fields.filter((field) => field !== 'told');
  return Object.fromEntries(told.map((field) => [field, row[field] ?? null]));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isMoment(value: unknown): value is CaseMoment {
  return typeof value === 'object' && value !== null && 'at' in value && 'on' in value;
}
