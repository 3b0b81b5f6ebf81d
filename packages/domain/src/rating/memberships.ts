import type { Reason } from '../explain/reasons.ts';
import { cents } from '../money/cents.ts';
import { isUndetermined } from '../prices/charge.ts';
import { allHold } from '../prices/conditions.ts';
import { evaluatePrice } from '../prices/evaluate-price.ts';
import type { PriceContext } from '../prices/price-context.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import type { Membership, MonthDay } from '../reglement/document.ts';
import type { Day } from '../time/day.ts';
import type { ChargeLine } from './charge-line.ts';
import type { Entry } from './entries.ts';
import type { RatingInput } from './rating-input.ts';

/** The moment a membership of a year falls due. */
type Taken = {
  readonly membership: Membership;
  readonly childId: string | null;
  readonly on: Day;
  readonly byPresence: boolean;
  readonly context: () => PriceContext;
};

export type MembershipSources = {
  /** Records that are a presence or a booking that stands, in order of time. */
  readonly entries: readonly Entry[];
  readonly taken: RatingInput['memberships'];
  readonly reglementOn: (on: Day) => CompiledReglement;
  readonly contextOf: (entry: Entry) => PriceContext;
  /** What a price may depend on where there is no presence. */
  readonly contextOn: (childId: string | null, on: Day) => PriceContext;
};

/**
 * Memberships due, each once in its year: with the first presence that brings it, or when it was
 * taken where that is sooner. The line is on that day.
 */
export function membershipLines(sources: MembershipSources): ChargeLine[] {
  const first = new Map<string, Taken>();
  const note = (taken: Taken): void => {
    const { membership, childId, on } = taken;
    const who = membership.per === 'child' ? childId : '';
    const key = `${membership.code}|${who}|${yearOf(membership, on)}`;
    const known = first.get(key);
    if (known === undefined || on < known.on) first.set(key, taken);
  };
  for (const { code, on, childId } of sources.taken) {
    const { memberships } = sources.reglementOn(on).document;
    const membership = memberships?.find((candidate) => candidate.code === code);
    if (membership === undefined) throw new RangeError(`Unknown membership "${code}"`);
    const context = () => sources.contextOn(childId, on);
    note({ membership, childId, on, byPresence: false, context });
  }
  for (const entry of sources.entries) {
    const { record, rating } = entry;
    const context = () => sources.contextOf(entry);
    for (const membership of rating.rules.reglement.document.memberships ?? []) {
      const { units, when } = membership;
      if (units !== undefined && !units.includes(record.unit)) continue;
      if (when !== undefined && !allHold(when, context())) continue;
      const { childId, on } = record;
      note({ membership, childId, on, byPresence: true, context });
    }
  }
  return [...first.values()].map(lineOf);
}

function lineOf({ membership, childId, on, byPresence, context }: Taken): ChargeLine {
  const owed = evaluatePrice(priceOn(membership, on), context());
  const undetermined = isUndetermined(owed.reasons);
  const reason: Reason = { code: 'membershipDue', label: membership.label, byPresence };
  return {
    kind: 'membership',
    childId: membership.per === 'child' ? childId : null,
    unit: null,
    on,
    code: membership.code,
    cents: undetermined ? cents(0) : owed.cents,
    undetermined,
    reasons: [reason, ...owed.reasons],
  };
}

/** The calendar year in which the year of a membership begins. */
function yearOf({ yearFrom }: Membership, on: Day): number {
  const year = Number(on.slice(0, 4));
  return on.slice(5) >= yearFrom ? year : year - 1;
}

/** The price from the last day of the year that is not after it. */
function priceOn({ yearFrom, prices }: Membership, on: Day): Membership['prices'][number]['price'] {
  const place = (day: MonthDay): string => (day >= yearFrom ? `0${day}` : `1${day}`);
  const wanted = place(on.slice(5));
  let found: Membership['prices'][number] | null = null;
  for (const dated of prices) {
    const from = place(dated.from);
    if (from <= wanted && (found === null || from > place(found.from))) found = dated;
  }
  return found?.price ?? { kind: 'notStated' };
}
