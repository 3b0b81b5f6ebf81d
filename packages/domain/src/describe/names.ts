import type { NamedCode, ReglementDocument, Selector } from '../reglement/document.ts';
import type { DescribeContext } from './description.ts';

/** The labels behind the codes of a document; a code without a label is shown as it is. */
export type Names = {
  readonly unit: (code: string) => string;
  readonly group: (code: string) => string;
  readonly residence: (code: string) => string;
  readonly scheme: (code: string) => string;
  readonly flag: (code: string) => string;
  readonly mode: (code: string) => string;
  readonly extra: (code: string) => string;
  /** Codes of units in the order of the document: the keys of a stored one have none. */
  readonly inUnitOrder: (codes: readonly string[]) => readonly string[];
  /** Keys of a price in the order in which the document names them. */
  readonly inKeyOrder: (kind: Selector['kind'], keys: readonly string[]) => readonly string[];
};

export function namesOf(document: ReglementDocument, { groups }: DescribeContext): Names {
  const { profile = {}, activities } = document;
  const units = activities.flatMap((activity) => activity.units);
  const { residences = [], schemes = [], flags = [], modes = [] } = profile;
  const named: Partial<Record<Selector['kind'], readonly string[]>> = {
    residence: codesOf(residences),
    scheme: codesOf(schemes),
    flag: codesOf(flags),
    mode: codesOf(modes),
    group: Object.keys(groups),
    season: ['term', 'holidays'],
    frequency: ['regular', 'occasional'],
  };
  return {
    unit: labelIn(units),
    group: (code) => groups[code] ?? code,
    residence: labelIn(residences),
    scheme: labelIn(schemes),
    flag: labelIn(flags),
    mode: labelIn(modes),
    extra: labelIn(units.flatMap(({ extras }) => extras ?? [])),
    inUnitOrder: (codes) => inOrder(codesOf(units), codes),
    inKeyOrder: (kind, keys) => inOrder(named[kind] ?? keys.toSorted(byNumber), keys),
  };
}

const codesOf = (named: readonly { readonly code: string }[]): readonly string[] =>
  named.map(({ code }) => code);

/** `1`, `2`, `3+`. */
const byNumber = (one: string, other: string): number =>
  Number.parseInt(one, 10) - Number.parseInt(other, 10);

/** Those the order does not know come last, as they were. */
function inOrder(order: readonly string[], codes: readonly string[]): readonly string[] {
  const known = order.filter((code) => codes.includes(code));
  return [...known, ...codes.filter((code) => !order.includes(code))];
}

function labelIn(named: readonly NamedCode[]): (code: string) => string {
  const labels = new Map(named.map(({ code, label }) => [code, label]));
  return (code) => labels.get(code) ?? code;
}
