import type { Reason } from '../explain/reasons.ts';
import { cents } from '../money/cents.ts';
import { share } from '../money/share.ts';
import type { Day } from '../time/day.ts';
import type { ChargedItem } from './charged-item.ts';
import type { ChargeLine, ChargeLineKind } from './charge-line.ts';

/** An item of the bill as the operations find it. */
export type RunningItem = {
  readonly item: ChargedItem;
  /** Cents still owed for it. */
  left: number;
  /** A package has taken its place. */
  isCovered: boolean;
};

/** Something taken off several items: one line for each child. */
export type TakenOff = {
  readonly kind: Extract<ChargeLineKind, 'quantityDiscount' | 'cap' | 'aid'>;
  readonly code: string;
  readonly unit: string | null;
  readonly on: Day;
  readonly reasons: readonly Reason[];
  /** The amount is not said by the règlement. */
  readonly undetermined?: boolean;
};

type TakenOffItem = { readonly running: RunningItem; readonly cents: number };

/**
 * A bill while the operations of the règlement run over it. What is taken off is kept item by item,
 * so that the next operation finds what is left of each, and each child has its own part.
 */
export class RunningBill {
  readonly #items: RunningItem[];
  readonly #takenOff: { readonly what: TakenOff; readonly parts: readonly TakenOffItem[] }[] = [];

  constructor(items: readonly ChargedItem[]) {
    this.#items = items.map((item) => ({ item, left: item.cents, isCovered: false }));
  }

  /** Those no package has taken the place of. */
  get items(): readonly RunningItem[] {
    return this.#items.filter(({ isCovered }) => !isCovered);
  }

  /** Takes an amount off what is left of some items, by what is left of each. */
  takeOff(what: TakenOff, from: readonly RunningItem[], amount: number): void {
    const whole = from.reduce((sum, { left }) => sum + left, 0);
    const off = Math.min(amount, whole);
    const none = whole === 0;
    const parts = none
      ? from.map(() => 0)
      : share(
          cents(off),
          from.map(({ left }) => left),
        );
    this.takeOffEach(what, from, parts);
  }

  /** The same, the part of each said. */
  takeOffEach(what: TakenOff, from: readonly RunningItem[], parts: readonly number[]): void {
    const taken = from.map((running, place): TakenOffItem => {
      const part = Math.min(parts[place] ?? 0, running.left);
      running.left -= part;
      return { running, cents: part };
    });
    this.#takenOff.push({ what, parts: taken });
  }

  /** Puts one price in the place of items: what was taken off them goes with them. */
  cover(items: readonly RunningItem[], by: ChargedItem): void {
    for (const running of items) {
      running.isCovered = true;
      running.left = 0;
    }
    this.#items.push({ item: by, left: by.cents, isCovered: false });
  }

  lines(): ChargeLine[] {
    return [
      ...this.#items.flatMap(linesOf),
      ...this.#takenOff.flatMap(({ what, parts }) => takenOffLines(what, parts)),
    ];
  }
}

function linesOf({ item, left, isCovered }: RunningItem): ChargeLine[] {
  const { kind, entry, unit, on, code, undetermined, reasons } = item;
  const line: ChargeLine = {
    kind,
    childId: entry.record.childId,
    unit,
    on,
    code,
    cents: item.cents,
    undetermined,
    reasons,
  };
  if (isCovered) {
    // What lateness added is not part of the price that the package takes the place of.
    const beside = cents(item.cents - item.ordinary);
    return beside > 0 ? [{ ...line, cents: beside, reasons: [...reasons, inPackage(item)] }] : [];
  }
  if (!item.credited || left === 0) return [line];
  const back = cents(-left);
  const reason: Reason = { code: 'creditGiven', cents: cents(left) };
  return [line, { ...line, kind: 'credit', cents: back, undetermined: false, reasons: [reason] }];
}

function inPackage({ ordinary }: ChargedItem): Reason {
  return { code: 'coveredByPackage', cents: ordinary };
}

function takenOffLines(what: TakenOff, parts: readonly TakenOffItem[]): ChargeLine[] {
  const byChild = new Map<string, number>();
  for (const { running, cents: part } of parts) {
    if (running.isCovered) continue;
    const { childId } = running.item.entry.record;
    byChild.set(childId, (byChild.get(childId) ?? 0) + part);
  }
  const { kind, code, unit, on, undetermined = false } = what;
  const whole = [...byChild.values()].reduce((sum, part) => sum + part, 0);
  const lines: ChargeLine[] = [];
  for (const [childId, part] of byChild) {
    if (part === 0 && !undetermined) continue;
    const shared: Reason[] =
      part === whole ? [] : [{ code: 'shareOfHousehold', cents: cents(part), whole: cents(whole) }];
    const reasons = [...what.reasons, ...shared];
    lines.push({ kind, childId, unit, on, code, cents: cents(-part), undetermined, reasons });
  }
  return lines;
}
