import { type Cents, cents } from '../money/cents.ts';
import { shareEqually } from '../money/share.ts';
import { type Charge, charge, isUndetermined } from '../prices/charge.ts';
import { familyDayPrice } from '../prices/evaluate-price.ts';
import { type Entry, isThere } from './entries.ts';
import type { ChildrenOfDay, HouseholdView } from './household-view.ts';
import type { RatedChild } from './rating-input.ts';
import type { FamilyDayPrice } from './spread-price.ts';

/** One price for the family that day, over so many of its children. */
type FamilyDay = { readonly whole: Charge; readonly shares: readonly Cents[] };

/** A table of such prices, and who bears the share of each child on a day: its first presence. */
type FamilyTable = {
  readonly byChildren: Map<number, FamilyDay>;
  readonly bearers: Map<ChildrenOfDay, Map<RatedChild, Entry>>;
};

const tables = new WeakMap<FamilyDayPrice, string>();

/** Shares of the days of one household: the children counted, the eldest first. */
export class FamilyDays {
  readonly #view: HouseholdView;
  readonly #tables = new Map<string, FamilyTable>();

  constructor(view: HouseholdView) {
    this.#view = view;
  }

  /**
   * The child's share of what the family pays that day. Its other presences of the day have none; nor
   * has what it missed on a day it was there as well. A child that is not counted and is charged all
   * the same (missed, cancelled late) owes what it would add: the family never pays more than with it.
   */
  shareOf(price: FamilyDayPrice, entry: Entry): Charge {
    const { record, child, rating } = entry;
    const day = this.#view.childrenOn(rating.activity.code, record.on);
    const counted = day[price.counting];
    const isCounted = counted.has(child.id);
    let children = 0;
    let place = 0;
    let isOlder = true;
    for (const other of this.#view.children) {
      if (other === child) {
        place = children;
        isOlder = false;
      }
      // Those missed come after those counted, the eldest first.
      const isMissedBefore = !isCounted && isOlder && day.missed.has(other.id);
      if (other === child || counted.has(other.id) || isMissedBefore) children += 1;
    }
    const table = this.#tableOf(price);
    const { whole, shares } = dayOf(table, price, children);
    if (isUndetermined(whole.reasons)) return whole;
    const part = isCounted ? (shares[place] ?? cents(0)) : addedBy(table, price, children);
    const isBorne = isThere(entry) || !day.present.has(child.id);
    const own = isBorne && bears(table, day, entry) ? part : cents(0);
    return charge(own, {
      code: 'familyDayShare',
      children,
      familyCents: whole.cents,
      cents: own,
    });
  }

  #tableOf(price: FamilyDayPrice): FamilyTable {
    const key = tableOf(price);
    let table = this.#tables.get(key);
    if (table === undefined) {
      table = { byChildren: new Map(), bearers: new Map() };
      this.#tables.set(key, table);
    }
    return table;
  }
}

function dayOf({ byChildren }: FamilyTable, price: FamilyDayPrice, children: number): FamilyDay {
  let day = byChildren.get(children);
  if (day === undefined) {
    const whole = familyDayPrice(price.cents, children);
    day = { whole, shares: shareEqually(whole.cents, children) };
    byChildren.set(children, day);
  }
  return day;
}

/** What the last of so many children adds to what the family pays. */
function addedBy(table: FamilyTable, price: FamilyDayPrice, children: number): Cents {
  const { whole } = dayOf(table, price, children);
  if (children === 1) return whole.cents;
  return cents(Math.max(0, whole.cents - dayOf(table, price, children - 1).whole.cents));
}

function bears({ bearers }: FamilyTable, day: ChildrenOfDay, entry: Entry): boolean {
  let ofDay = bearers.get(day);
  if (ofDay === undefined) {
    ofDay = new Map();
    bearers.set(day, ofDay);
  }
  const bearer = ofDay.get(entry.child) ?? entry;
  ofDay.set(entry.child, bearer);
  return bearer === entry;
}

/** Units of one activity with the same table share one day. */
function tableOf(price: FamilyDayPrice): string {
  let table = tables.get(price);
  if (table === undefined) {
    table = JSON.stringify(price.cents);
    tables.set(price, table);
  }
  return table;
}
