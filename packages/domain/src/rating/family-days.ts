import { type Cents, cents } from '../money/cents.ts';
import { shareEqually } from '../money/share.ts';
import { type Charge, charge, isUndetermined } from '../prices/charge.ts';
import { familyDayPrice } from '../prices/evaluate-price.ts';
import { type Entry, isThere } from './entries.ts';
import type { HouseholdView } from './household-view.ts';
import type { FamilyDayPrice } from './spread-price.ts';

/** One price for the family that day, over so many of its children. */
type FamilyDay = { readonly whole: Charge; readonly shares: readonly Cents[] };

const tables = new WeakMap<FamilyDayPrice, string>();

/** Shares of the days of one household: the children counted, the eldest first. */
export class FamilyDays {
  readonly #view: HouseholdView;
  readonly #days = new Map<string, FamilyDay>();
  /** Who bears the share of a child that day: the first of its presences. */
  readonly #bearers = new Map<string, Entry>();

  constructor(view: HouseholdView) {
    this.#view = view;
  }

  /**
   * The child's share of what the family pays that day. Its other presences of the day have none; nor
   * has what it missed on a day it was there as well.
   */
  shareOf(price: FamilyDayPrice, entry: Entry): Charge {
    const { record, child, rating } = entry;
    const { booked, present } = this.#view.childrenOn(rating.activity.code, record.on);
    const counted = price.counting === 'booked' ? booked : present;
    let children = 0;
    let place = 0;
    for (const other of this.#view.children) {
      if (other === child) place = children;
      if (other === child || counted.has(other.id)) children += 1;
    }
    const { whole, shares } = this.#dayOf(price, children);
    if (isUndetermined(whole.reasons)) return whole;
    const isBorne = isThere(entry) || !present.has(child.id);
    const own = isBorne && this.#bears(price, entry) ? (shares[place] ?? cents(0)) : cents(0);
    return charge(own, {
      code: 'familyDayShare',
      children,
      familyCents: whole.cents,
      cents: own,
    });
  }

  #dayOf(price: FamilyDayPrice, children: number): FamilyDay {
    const key = `${tableOf(price)}|${children}`;
    let day = this.#days.get(key);
    if (day === undefined) {
      const whole = familyDayPrice(price.cents, children);
      day = { whole, shares: shareEqually(whole.cents, children) };
      this.#days.set(key, day);
    }
    return day;
  }

  #bears(price: FamilyDayPrice, entry: Entry): boolean {
    const { record, rating } = entry;
    const key = `${record.childId}|${rating.activity.code}|${record.on}|${tableOf(price)}`;
    const bearer = this.#bearers.get(key) ?? entry;
    this.#bearers.set(key, bearer);
    return bearer === entry;
  }
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
