import type {
  ActivityRules,
  PeriodUnit,
  Price,
  ReglementDocument,
  UnitRules,
} from '../reglement/document.ts';

/** What a price is made of, known from its rules alone. */
export type PriceTraits = {
  /** Two days may cost the same child two prices: its amount is not remembered from day to day. */
  readonly changesByDay: boolean;
  /** Some of it is one price for a span, or for the family that day. */
  readonly isSpread: boolean;
  /** The spans it is charged by. */
  readonly periods: readonly PeriodUnit[];
};

const byDay: ReadonlySet<unknown> = new Set([
  'weekday',
  'season',
  'age',
  'frequency',
  'count',
  'timeBlocks',
  'byClock',
  'familyDay',
  'perPeriod',
]);
const countedByDay: ReadonlySet<unknown> = new Set(['booked', 'present']);

/** What the price of a unit depends on: its extras, adjustments and consequences included. */
export function traitsOf(
  price: Price,
  unit: UnitRules,
  activity: ActivityRules,
  document: ReglementDocument,
): PriceTraits {
  const adjustments = (document.adjustments ?? []).filter(
    ({ units }) => units?.includes(unit.code) ?? true,
  );
  const consequences = activity.booking.map(({ consequence }) => consequence);
  const periods = new Set<PeriodUnit>();
  let isSpread = false;
  visit(price, (node) => {
    if (node.kind === 'perPeriod') periods.add(node.per as PeriodUnit);
    if (node.kind === 'perPeriod' || node.kind === 'familyDay') isSpread = true;
  });
  return {
    changesByDay: dependsOnDay([price, adjustments, unit.extras ?? [], consequences]),
    isSpread,
    periods: [...periods],
  };
}

function dependsOnDay(rules: readonly unknown[]): boolean {
  let found = false;
  visit(rules, ({ kind, counting }) => {
    if (byDay.has(kind) || countedByDay.has(counting)) found = true;
  });
  return found;
}

/** Every object of a tree of rules: they are plain data, whatever their pattern. */
function visit(rules: unknown, see: (node: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(rules)) {
    for (const item of rules) visit(item, see);
  } else if (typeof rules === 'object' && rules !== null) {
    see(rules as Readonly<Record<string, unknown>>);
    for (const value of Object.values(rules)) visit(value, see);
  }
}
