import type { Day } from '../time/day.ts';
import type { ClockTime } from '../time/instant.ts';
import type { Counting } from '../reglement/vocabulary/profile-rules.ts';
import type { Selector } from '../reglement/vocabulary/price-rules.ts';

/**
 * Everything the price of one presence may depend on. Built once per child, unit and day; what has
 * to be counted is a function, called only by a price that asks.
 */
export type PriceContext = {
  readonly on: Day;
  readonly unit: string;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  /** `null` = no document. */
  readonly quotient: number | null;
  /** Euros; `null` = not known. */
  readonly monthlyResources: number | null;
  /** Class of the profile, equivalents already applied; `null` where the règlement has none. */
  readonly residence: string | null;
  readonly scheme: string | null;
  /** Of the household and of the child. */
  readonly flags: readonly string[];
  readonly group: string | null;
  readonly mode: string | null;
  readonly extras: readonly string[];
  readonly bornOn: Day | null;
  readonly season: 'term' | 'holidays';
  /** Recorded; `null` = the hours of the unit. */
  readonly arrival: ClockTime | null;
  readonly departure: ClockTime | null;
  /** Rank of the child among those counted, from 1; how many are counted, at least 1. */
  rank(counting: Counting, order: 'oldestFirst' | 'youngestFirst'): number;
  children(counting: Counting): number;
  /** Presences of the unit by the child in that span around the day, this one included. */
  presences(per: Extract<Selector, { kind: 'frequency' }>['per']): number;
  /** Days of the activity, or of the unit, booked or there in that span around the day, it included. */
  count(of: CountSelector['of'], per: CountSelector['per']): number;
  /** The règlement's own words for one of its codes; the code itself where it is left out. */
  readonly labelOf?: (word: 'residence' | 'scheme' | 'flag' | 'mode', code: string) => string;
};

type CountSelector = Extract<Selector, { kind: 'count' }>;
