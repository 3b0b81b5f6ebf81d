import { formatDayWithYear } from '../explain/format-fr.ts';
import type { ActivityRules, Price, UnitRules } from '../reglement/document.ts';
import type { Day } from '../time/day.ts';
import { type Block, listOf, paragraph } from './description.ts';
import type { Names } from './names.ts';
import {
  bandAmount,
  bandWords,
  priceWords,
  timeBlocksRule,
  withoutQuotient,
} from './price-words-fr.ts';
import { keyWords, selectorWords } from './selector-words-fr.ts';
import { euros, upperFirst } from './words-fr.ts';

type Bands = Extract<Price, { kind: 'quotientBands' }>;
type Priced = { readonly label: string; readonly price: Price };

/** Prices of the units of an activity: those of the day, then those that are to come. */
export function priceBlocks(activity: ActivityRules, today: Day, names: Names): readonly Block[] {
  const now = activity.units.flatMap((unit) => {
    const price = priceOn(unit, today);
    return price ? [{ label: unit.label, price }] : [];
  });
  const dates = [
    ...new Set(activity.units.flatMap(({ prices }) => prices.map(({ validFrom }) => validFrom))),
  ].filter((from) => from > today);
  const later = dates.toSorted().flatMap((from) => {
    const changed = activity.units.flatMap(({ label, prices }) =>
      prices.flatMap(({ validFrom, price }) => (validFrom === from ? [{ label, price }] : [])),
    );
    return [paragraph(`À partir du ${formatDayWithYear(from)} :`), ...tablesOf(changed, names)];
  });
  return [...tablesOf(now, names), ...later, ...extrasOf(activity.units, names)];
}

/** The price in force, or the first one where none is yet. */
function priceOn({ prices }: UnitRules, today: Day): Price | undefined {
  const inForce = prices.findLast(({ validFrom }) => validFrom <= today);
  return (inForce ?? prices[0])?.price;
}

function extrasOf(units: readonly UnitRules[], names: Names): readonly Block[] {
  const told = units.flatMap(({ label, extras = [] }) =>
    extras.map(
      (extra) =>
        `En option avec « ${label} », ${extra.label} : ${priceWords(extra.price, names)} en plus.`,
    ),
  );
  return listOf(told);
}

/** Units of one kind of price are read side by side, in the order of the first of each. */
function tablesOf(units: readonly Priced[], names: Names): readonly Block[] {
  const groups = Map.groupBy(units, ({ price }) => shapeOf(price));
  return [...groups].flatMap(([shape, priced]): readonly Block[] => {
    if (shape === 'flat') return [flatBlock(priced)];
    if (shape.startsWith('bands:')) return bandsTable(priced, names);
    return priced.flatMap((unit) => ownBlocks(unit, names));
  });
}

/** Prices that can share a table have the same shape. */
function shapeOf(price: Price): string {
  if (price.kind === 'flat') return 'flat';
  if (!isBands(price) || price.by !== undefined) return 'own';
  const bounds = price.bands.map((_band, at) => bandWords(price.bands, at));
  return `bands:${bounds.join('|')}:${JSON.stringify(price.without ?? null)}`;
}

const isBands = (price: Price): price is Bands => price.kind === 'quotientBands';

function flatBlock(units: readonly Priced[]): Block {
  const told = units.map(({ label, price }) => ({
    label,
    amount: price.kind === 'flat' && price.cents > 0 ? euros(price.cents) : 'gratuit',
  }));
  const [first, ...others] = told;
  if (first && others.length === 0) return paragraph(`${first.label} : ${first.amount}.`);
  const rows = told.map(({ label, amount }) => [label, upperFirst(amount)]);
  return { kind: 'table', caption: 'Tarif unique', columns: ['Accueil', 'Prix'], rows };
}

function bandsTable(units: readonly Priced[], names: Names): readonly Block[] {
  const told = units.flatMap(({ label, price }) => (isBands(price) ? [{ label, price }] : []));
  const [first] = told;
  if (!first) return [];
  const { bands, without } = first.price;
  return [
    {
      kind: 'table',
      caption: 'Prix selon le quotient familial',
      columns: ['Quotient', ...told.map(({ label }) => label)],
      rows: bands.map((_band, at) => [
        upperFirst(bandWords(bands, at)),
        ...told.map(({ price }) => amountAt(price, at, names)),
      ]),
    },
    paragraph(withoutQuotient(without, names)),
  ];
}

function amountAt({ bands, by }: Bands, at: number, names: Names): string {
  const band = bands[at];
  return band ? bandAmount(band, by, names) : '';
}

/** A price that shares no table with another: its own, or a line. */
function ownBlocks({ label, price }: Priced, names: Names): readonly Block[] {
  if (isBands(price) && price.by === undefined) {
    return withCaption(
      bandsTable([{ label: 'Prix', price }], names),
      `${label} : prix selon le quotient familial`,
    );
  }
  if (isBands(price) && price.by) return rowsTable(label, price, price.by, names);
  if (price.kind === 'by') return casesTable(label, price, names);
  if (price.kind === 'sum') return sumBlocks(label, price, names);
  if (price.kind === 'timeBlocks' && !isLine(price.price)) {
    const rule = paragraph(`${label}, prix ${timeBlocksRule(price)} :`);
    return [rule, ...tablesOf([{ label, price: price.price }], names)];
  }
  return [paragraph(`${label} : ${priceWords(price, names)}.`)];
}

/** Whether a price is read in one line; tables are told apart. */
function isLine(price: Price): boolean {
  if (price.kind === 'timeBlocks') return isLine(price.price);
  return price.kind !== 'quotientBands' && price.kind !== 'by';
}

function sumBlocks(
  label: string,
  { parts }: Extract<Price, { kind: 'sum' }>,
  names: Names,
): readonly Block[] {
  const named = parts.map((part) => ({ label: upperFirst(part.label), price: part.price }));
  const lines = named.filter(({ price }) => isLine(price));
  const tables = named.filter(({ price }) => !isLine(price));
  return [
    paragraph(`${label}, somme de :`),
    ...listOf(lines.map((part) => `${part.label} : ${priceWords(part.price, names)}.`)),
    ...tables.flatMap((part) => ownBlocks(part, names)),
  ];
}

function rowsTable(
  label: string,
  { bands, without }: Bands,
  by: NonNullable<Bands['by']>,
  names: Names,
): readonly Block[] {
  const written = bands.flatMap(({ cents }) =>
    typeof cents === 'object' ? Object.keys(cents) : [],
  );
  const keys = names.inKeyOrder(by.kind, [...new Set(written)]);
  return [
    {
      kind: 'table',
      caption: `${label} : prix selon le quotient familial et ${selectorWords(by)}`,
      columns: ['Quotient', ...keys.map((key) => upperFirst(keyWords(by, key, names)))],
      rows: bands.map((band, at) => [
        upperFirst(bandWords(bands, at)),
        ...keys.map((key) => {
          const { cents } = band;
          if (typeof cents !== 'object') return bandAmount(band, by, names);
          const amount = cents[key];
          return amount === undefined ? 'Prix non indiqué' : euros(amount);
        }),
      ]),
    },
    paragraph(withoutQuotient(without, names)),
  ];
}

/** `by`: a column per case where each is a table of the same bands, else a row per case. */
function casesTable(
  label: string,
  { what, cases, otherwise }: Extract<Price, { kind: 'by' }>,
  names: Names,
): readonly Block[] {
  const told = [
    ...names.inKeyOrder(what.kind, Object.keys(cases)).map((key) => ({
      head: upperFirst(keyWords(what, key, names)),
      price: cases[key] ?? ({ kind: 'notStated' } as const),
    })),
    ...(otherwise === undefined ? [] : [{ head: 'Autres cas', price: otherwise }]),
  ];
  const caption = `${label} : prix selon ${selectorWords(what)}`;
  const [first, ...others] = told;
  if (first && isBands(first.price)) {
    const shape = shapeOf(first.price);
    const same = shape !== 'own' && others.every(({ price }) => shapeOf(price) === shape);
    if (same) {
      const columns = told.map(({ head, price }) => ({ label: head, price }));
      return withCaption(
        bandsTable(columns, names),
        `${label} : prix selon le quotient familial et ${selectorWords(what)}`,
      );
    }
  }
  const lines = told.filter(({ price }) => isLine(price));
  const tables = told.filter(({ price }) => !isLine(price));
  const rows = lines.map(({ head, price }) => [head, upperFirst(priceWords(price, names))]);
  return [
    ...(rows.length === 0
      ? []
      : [{ kind: 'table' as const, caption, columns: ['Situation', 'Prix'], rows }]),
    ...tables.flatMap(({ head, price }) => ownBlocks({ label: `${label}, ${head}`, price }, names)),
  ];
}

/** The first table says what it is about. */
function withCaption([table, ...others]: readonly Block[], caption: string): readonly Block[] {
  return table?.kind === 'table' ? [{ ...table, caption }, ...others] : [];
}
