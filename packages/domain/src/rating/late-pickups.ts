import type { Reason } from '../explain/reasons.ts';
import { cents } from '../money/cents.ts';
import { type Charge, charge, isUndetermined } from '../prices/charge.ts';
import { evaluatePrice } from '../prices/evaluate-price.ts';
import type { LatePickup } from '../reglement/document.ts';
import type { ClockTime } from '../time/instant.ts';
import type { ChargeLine } from './charge-line.ts';
import type { Entry } from './entries.ts';
import type { HouseholdView } from './household-view.ts';
import { TimesCounted } from './occurrences.ts';

/** A child fetched after the end. */
type Lateness = {
  readonly entry: Entry;
  readonly rule: LatePickup;
  /** The end that counts, and how long after it. */
  readonly after: ClockTime;
  readonly departure: ClockTime;
  readonly minutes: number;
};

/**
 * What late pick-ups cost, each with its own line. Where the household is charged rather than the
 * child, the children of one day are fetched once: the latest counts, on the line of the eldest.
 *
 * @param entries in order of time, history included: times are counted from the first
 */
export function latePickupLines(entries: readonly Entry[], view: HouseholdView): ChargeLine[] {
  const times = new TimesCounted();
  return timesLate(entries).flatMap(({ entry, ...lateness }): ChargeLine[] => {
    const { record, rating } = entry;
    const { rule } = lateness;
    const who = rule.scope === 'household' ? '' : record.childId;
    const nth = times.next(who, rating, record.on, rule.per);
    if (nth < (rule.from ?? 1)) return [];
    const owed = chargeFor({ entry, ...lateness }, view);
    if (owed === null) return [];
    const counted: Reason[] = (rule.from ?? 1) > 1 ? [{ code: 'latePickupRepeated', nth }] : [];
    return [
      {
        kind: 'latePickup',
        childId: record.childId,
        unit: record.unit,
        on: record.on,
        code: null,
        cents: owed.cents,
        undetermined: isUndetermined(owed.reasons),
        reasons: [...owed.reasons, ...counted],
      },
    ];
  });
}

/** The times that count, one for each child and activity of a day, or one for the household. */
function timesLate(entries: readonly Entry[]): Lateness[] {
  const times = new Map<string, Lateness>();
  for (const entry of entries) {
    const lateness = latenessOf(entry);
    if (lateness === null) continue;
    const { record, rating } = entry;
    const who = lateness.rule.scope === 'household' ? '' : record.childId;
    const key = `${record.on}|${rating.activity.code}|${who}`;
    const known = times.get(key);
    if (known === undefined) times.set(key, lateness);
    else if (lateness.minutes > known.minutes) {
      // A line for the household stays that of the eldest.
      times.set(key, who === '' ? { ...lateness, entry: eldest(known, lateness) } : lateness);
    } else if (who === '') times.set(key, { ...known, entry: eldest(known, lateness) });
  }
  return [...times.values()];
}

function eldest({ entry: one }: Lateness, { entry: other }: Lateness): Entry {
  if (other.child.bornOn === null || one.child.bornOn === null) return one;
  return other.child.bornOn < one.child.bornOn ? other : one;
}

function latenessOf(entry: Entry): Lateness | null {
  const { record, rating } = entry;
  const rule = rating.activity.presence?.latePickup;
  const { departure } = record;
  if (rule === undefined || record.attendance !== 'present' || departure === null) return null;
  if (rule.discretionary === true && record.latePickupWaived) return null;
  const after = rule.after ?? rating.unit.endsAt;
  const minutes = minutesOf(departure) - minutesOf(after);
  if (minutes <= (rule.graceMinutes ?? 0)) return null;
  return { entry, rule, after, departure, minutes };
}

/** `null` before the first tier. */
function chargeFor({ entry, rule, after, departure, minutes }: Lateness, view: HouseholdView) {
  const { charge: tariff } = rule;
  const late: Reason = { code: 'latePickup', departure, after, minutes };
  switch (tariff.kind) {
    case 'fixed':
      return charge(tariff.cents, late);
    case 'perSlice': {
      const slices = Math.ceil(minutes / tariff.minutes);
      const { minutes: sliceMinutes, cents: each } = tariff;
      return charge(cents(slices * each), late, {
        code: 'latePickupSlices',
        slices,
        minutes: sliceMinutes,
        cents: each,
      });
    }
    case 'tiers': {
      const tier = tariff.tiers
        .filter((candidate) => candidate.after < departure)
        .reduce<(typeof tariff.tiers)[number] | null>(
          (last, candidate) => (last === null || candidate.after > last.after ? candidate : last),
          null,
        );
      if (tier === null) return null;
      return charge(tier.cents, late, {
        code: 'latePickupTier',
        after: tier.after,
        cents: tier.cents,
      });
    }
    case 'price':
      return pricedLateness(evaluatePrice(tariff.price, contextFrom(entry, after, view)), late);
  }
}

function pricedLateness(priced: Charge, late: Reason): Charge {
  return charge(priced.cents, late, ...priced.reasons);
}

/** The time that is charged begins at the end. */
function contextFrom({ child, rating, record }: Entry, after: ClockTime, view: HouseholdView) {
  const { on, booking, departure } = record;
  const context = view.contextOf({
    child,
    rating,
    on,
    mode: booking?.mode ?? null,
    extras: booking?.extras ?? [],
    arrival: after,
    departure,
    isThere: true,
  });
  return { ...context, startsAt: after, endsAt: departure ?? after };
}

function minutesOf(clock: ClockTime): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
