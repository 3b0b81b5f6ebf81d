import { alteredValues } from './altered-values.ts';

export type Path = readonly (string | number)[];

/** A parameter of a document, and what it may be altered to, one at a time. */
export type Parameter = {
  readonly path: Path;
  readonly alterations: readonly Alteration[];
};

/** Another value at a place of a document. */
export type Alteration = { readonly path: Path; readonly value: unknown };

/** A group or a list, as it was read from YAML. */
export type Holder = Record<string | number, unknown>;

/** The same document with another value at a place, which is as shared as it was. */
export function altered(document: Holder, { path, value }: Alteration): Holder {
  const copy = structuredClone(document);
  const holder = valueAt(copy, path.slice(0, -1));
  const name = path.at(-1);
  if (isGroup(holder) && name !== undefined) holder[name] = value;
  return copy;
}

function valueAt(document: Holder, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (isGroup(at) ? at[step] : undefined), document);
}

/** Not parameters: what things are called, and where they come from. */
const names: ReadonlySet<string> = new Set([
  'code',
  'label',
  'title',
  'name',
  'status',
  'invented',
  'payer',
]);

/** Stages are tried in their order. */
const ordered: ReadonlySet<string | number> = new Set(['booking', 'cancelling']);

/**
 * Every parameter of a document, in the order of the text. What several places refer to by one
 * anchor is one parameter: it is altered in all of them.
 *
 * @param wordsAt the words that may stand where a text stands; none where it is free
 */
export function parametersOf(
  document: Holder,
  wordsAt: (path: Path) => readonly string[],
): readonly Parameter[] {
  const seen = new Set<unknown>();
  const inGroup = (group: Holder, path: Path, isAmount: boolean): Parameter[] =>
    once(group, () =>
      Object.keys(group).flatMap((name) => at(group, name, [...path, name], isAmount)),
    );
  const inList = (list: Holder, items: readonly unknown[], path: Path): Parameter[] =>
    once(list, () =>
      items.flatMap((item, place) =>
        typeof item === 'object' ? at(list, place, [...path, place], false) : [],
      ),
    );
  const once = (holder: unknown, find: () => Parameter[]): Parameter[] => {
    if (seen.has(holder)) return [];
    seen.add(holder);
    return find();
  };
  const at = (holder: Holder, name: string | number, path: Path, within: boolean): Parameter[] => {
    if (names.has(String(name))) return [];
    const value = holder[name];
    const isAmount = within || /cents$/i.test(String(name));
    if (isList(value)) {
      if (seen.has(value)) return [];
      const items = Object.values(value);
      return [...itemsOf(name, items, path), ...inList(value, items, path)];
    }
    if (isGroup(value)) {
      // « jusqu'à … » may also be said of no moment at all.
      const never = name === 'until' && !seen.has(value) ? [null] : [];
      const own = parameter(path, never);
      return [...own, ...inGroup(value, path, isAmount)];
    }
    const passed = name === 'until' && value === null ? [{ kind: 'sameDay', at: '00:00' }] : [];
    const others = alteredValues(value, isAmount, () => wordsAt(path));
    return parameter(path, [...passed, ...others]);
  };
  return inGroup(document, [], false);
}

/** Each item of a list, taken away; stages also exchanged with the one before. */
function itemsOf(name: string | number, items: readonly unknown[], path: Path): Parameter[] {
  return items.flatMap((item, place) => {
    const numbers = typeof item === 'number' ? alteredValues(item, false, () => []) : [];
    const others = [
      items.toSpliced(place, 1),
      ...numbers.map((number) => items.with(place, number)),
    ];
    const before = items[place - 1];
    const exchanged =
      ordered.has(name) && place > 0 ? [items.with(place - 1, item).with(place, before)] : [];
    return [
      ...parameter([...path, place], others, path),
      ...parameter([...path, place], exchanged, path),
    ];
  });
}

/** @param replaced the place that is altered, where it is not that of the parameter */
function parameter(path: Path, values: readonly unknown[], replaced: Path = path): Parameter[] {
  if (values.length === 0) return [];
  return [{ path, alterations: values.map((value) => ({ path: replaced, value })) }];
}

function isGroup(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

function isList(value: unknown): value is Holder {
  return Array.isArray(value);
}
