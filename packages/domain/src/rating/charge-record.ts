import type { Reason } from '../explain/reasons.ts';
import { cents, percentOf } from '../money/cents.ts';
import { type Charge, charge, isUndetermined } from '../prices/charge.ts';
import { cancelledUnder, chargeUnder } from '../prices/consequences.ts';
import type { AbsenceEffect } from '../reglement/document.ts';
import type { BatchStages } from './batch-stages.ts';
import type { ChargedItem } from './charged-item.ts';
import type { ChargeLineKind } from './charge-line.ts';
import type { Entry } from './entries.ts';
import type { Fate } from './fates.ts';
import { consequenceOf } from './occurrences.ts';
import type { PresencePrices, PricedPresence } from './presence-prices.ts';

/** What a record owes; `null` = no charge at all, which is not the same as a charge of 0. */
export function chargeRecord(
  entry: Entry,
  fate: Fate,
  prices: PresencePrices,
  batches: BatchStages,
): ChargedItem | null {
  if (fate.kind === 'nothing') return null;
  const priced = prices.of(entry);
  const owed = owedFor(entry, fate, priced, prices, batches);
  if (owed === null) return null;
  const undetermined = isUndetermined(owed.charge.reasons);
  const { counts = false, credited = false } = owed;
  return {
    kind: owed.kind,
    entry,
    entries: [entry],
    unit: entry.record.unit,
    on: entry.record.on,
    until: entry.record.on,
    code: null,
    cents: undetermined ? cents(0) : owed.charge.cents,
    ordinary: cents(Math.min(priced.normal.cents, owed.charge.cents)),
    undetermined,
    reasons: closedToo(entry, owed.charge.reasons),
    counts,
    credited,
    periods: owed.isWhole ? priced.periods : [],
    context: () => prices.contextOf(entry),
  };
}

/** Why a day is owed that the service itself cancelled. */
function closedToo({ record }: Entry, reasons: readonly Reason[]): readonly Reason[] {
  return record.closed ? [...reasons, { code: 'closureBilled' }] : reasons;
}

type Owed = {
  readonly kind: ChargeLineKind;
  readonly charge: Charge;
  /** Charged as a presence would be: prices of spans are owed too. */
  readonly isWhole: boolean;
  readonly counts?: boolean;
  readonly credited?: boolean;
};

function owedFor(
  entry: Entry,
  fate: Exclude<Fate, { kind: 'nothing' }>,
  priced: PricedPresence,
  prices: PresencePrices,
  batches: BatchStages,
): Owed | null {
  switch (fate.kind) {
    case 'kept': {
      const booked = bookedCharge(entry, priced, prices, batches);
      return { ...presence('presence'), charge: booked, isWhole: !isReplaced(booked) };
    }
    case 'cancelled':
      return cancelledCharge(entry, bookedCharge(entry, priced, prices, batches), prices);
    case 'unbooked':
      return unbookedCharge(entry, fate.nth, priced, prices);
    case 'noShow': {
      const booked = bookedCharge(entry, priced, prices, batches);
      return noShowCharge(entry, fate, booked, prices);
    }
    case 'waitingDay': {
      const booked = bookedCharge(entry, priced, prices, batches);
      return { ...presence('noShow'), charge: because(booked, fate.reasons) };
    }
    case 'ruled': {
      const booked = bookedCharge(entry, priced, prices, batches);
      return ruledCharge(entry, fate.effect, booked);
    }
    case 'unknown': {
      const reasons: readonly Reason[] = [...fate.reasons, { code: 'amountNotStated' }];
      return { ...presence('noShow'), charge: charge(cents(0), ...reasons) };
    }
  }
}

function presence(kind: ChargeLineKind): Omit<Owed, 'charge'> {
  return { kind, isWhole: true, counts: true };
}

/** The price of the booking at its stage, or at the latest one of its month where that reprices it. */
function bookedCharge(
  entry: Entry,
  priced: PricedPresence,
  prices: PresencePrices,
  batches: BatchStages,
): Charge {
  const own = entry.record.booking?.stage ?? null;
  // Nothing has to be booked: the ordinary price.
  if (own === null) return priced.normal;
  // What was taken later still keeps what it says of itself.
  const stage = Math.max(own, batches.stageOf(entry) ?? own);
  const booked = prices.booked(entry, priced, stage);
  return stage === own ? booked : because(booked, [{ code: 'repricedWithMonth' }]);
}

function cancelledCharge(entry: Entry, booked: Charge, prices: PresencePrices): Owed | null {
  const { cancelled } = entry.record;
  const stages = entry.rating.activity.cancelling;
  const stage = Math.min(cancelled?.stage ?? 0, stages.length - 1);
  const consequence = stages[stage]?.consequence;
  if (cancelled === null || consequence === undefined) return null;
  const context = prices.contextOf(entry);
  const kept = cancelledUnder(consequence, booked, context, boundedShare(consequence, cancelled));
  if (kept === null) return null;
  // Who tells of it too late is never charged more than who says nothing: as a presence would be.
  const isWhole = consequence.kind === 'billedInFull' || consequence.kind === 'refused';
  const credited = consequence.kind === 'credited';
  return { kind: 'lateCancellation', charge: kept, isWhole, counts: isWhole, credited };
}

/** The share the staff chose, within what the règlement lets it choose. */
function boundedShare(
  rule: { readonly kind: string; readonly minPercent?: number; readonly maxPercent?: number },
  { keptPercent }: { readonly keptPercent: number | null },
): number | null {
  if (keptPercent === null) return null;
  return Math.min(Math.max(keptPercent, rule.minPercent ?? 0), rule.maxPercent ?? 100);
}

function unbookedCharge(
  entry: Entry,
  nth: number,
  priced: PricedPresence,
  prices: PresencePrices,
): Owed {
  const rule = entry.rating.activity.presence?.unbooked;
  const context = prices.contextOf(entry);
  const consequence = rule === undefined ? null : consequenceOf(rule, nth, context);
  const reason: Reason = { code: 'unbookedPresence', nth };
  if (consequence?.kind === 'refused') {
    const refused: Reason = { code: 'unbookedRefused' };
    return { kind: 'unbooked', charge: charge(cents(0), reason, refused), isWhole: false };
  }
  const owed =
    consequence === null
      ? priced.normal
      : chargeUnder(consequence, priced.normal, context, 'unbooked');
  return {
    ...presence('unbooked'),
    ...(consequence?.kind === 'free' ? { isWhole: false, counts: false } : {}),
    ...(isReplaced(owed) ? { isWhole: false } : {}),
    charge: because(owed, [reason]),
  };
}

/** Another price is owed in the place of all of it, the price of a span included. */
function isReplaced({ reasons }: Charge): boolean {
  return reasons.some(({ code }) => code === 'latePriceReplaces');
}

function noShowCharge(
  entry: Entry,
  { nth, reasons }: Extract<Fate, { kind: 'noShow' }>,
  booked: Charge,
  prices: PresencePrices,
): Owed {
  const rule = entry.rating.activity.presence?.noShow;
  const context = rule === undefined ? null : prices.contextOf(entry);
  const consequence =
    rule === undefined || context === null ? null : consequenceOf(rule, nth, context);
  const owed =
    consequence === null || context === null
      ? booked
      : chargeUnder(consequence, booked, context, 'noShow');
  return {
    ...presence('noShow'),
    ...(consequence?.kind === 'free' ? { isWhole: false, counts: false } : {}),
    ...(isReplaced(owed) ? { isWhole: false } : {}),
    charge: because(owed, [...reasons, { code: 'noShowBilled', nth }]),
  };
}

function ruledCharge(entry: Entry, effect: AbsenceEffect, booked: Charge): Owed {
  const { reason = 'other', keptPercent = null } = entry.record.absence ?? {};
  if (isUndetermined(booked.reasons) && effect.kind !== 'free') {
    return { kind: 'noShow', charge: booked, isWhole: effect.kind === 'billed' };
  }
  switch (effect.kind) {
    case 'free':
      return {
        kind: 'noShow',
        charge: charge(cents(0), { code: 'absenceExcused', reason, cents: booked.cents }),
        isWhole: false,
      };
    case 'billed':
      return {
        ...presence('noShow'),
        charge: because(booked, [{ code: 'absenceBilled', reason }]),
      };
    case 'credited':
      return {
        ...presence('noShow'),
        credited: true,
        charge: because(booked, [{ code: 'absenceCredited', reason, cents: booked.cents }]),
      };
    case 'billedInPart':
      return partly(booked, effect.percent, false);
    case 'billedAtDiscretion': {
      const share = boundedShare(effect, { keptPercent }) ?? effect.maxPercent;
      return partly(booked, share, true);
    }
  }
}

function partly(booked: Charge, percent: number, byStaff: boolean): Owed {
  const kept = percentOf(booked.cents, percent);
  const reason: Reason = {
    code: 'absenceBilledInPart',
    percent,
    byStaff,
    cents: kept,
    insteadOf: booked.cents,
  };
  return { kind: 'noShow', charge: charge(kept, reason), isWhole: false };
}

/** The same amount, with what explains it beside. */
function because(owed: Charge, reasons: readonly Reason[]): Charge {
  return reasons.length === 0 ? owed : charge(owed.cents, ...owed.reasons, ...reasons);
}
