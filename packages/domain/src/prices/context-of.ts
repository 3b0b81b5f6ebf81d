import type { Calendar } from '../calendar/calendar.ts';
import type { ActivityRules, ReglementDocument, UnitRules } from '../reglement/document.ts';
import type { ProfileRules } from '../reglement/vocabulary/profile-rules.ts';
import type { Day } from '../time/day.ts';
import type { ChildProfile } from './child-profile.ts';
import { countOf, rankAmong } from './household-counts.ts';
import type { PriceContext } from './price-context.ts';

/** One presence whose price is asked. */
export type PricedPresence = {
  readonly document: Pick<ReglementDocument, 'profile'>;
  readonly calendar: Pick<Calendar, 'dayKind'>;
  readonly activity: Pick<ActivityRules, 'kind'>;
  readonly unit: Pick<UnitRules, 'code' | 'startsAt' | 'endsAt'>;
  readonly on: Day;
  /** `null` = no document. */
  readonly quotient: number | null;
  readonly profile?: ChildProfile | undefined;
};

/**
 * What a price may depend on, for a presence that is booked: hours are those of the unit, and it is
 * the only one of its span. Who knows better (attendance, history) says so over it.
 */
export function contextOf(presence: PricedPresence): PriceContext {
  const { document, calendar, activity, unit, on, quotient, profile } = presence;
  const flags = profile?.flags ?? [];
  return {
    on,
    unit: unit.code,
    startsAt: unit.startsAt,
    endsAt: unit.endsAt,
    quotient,
    monthlyResources: profile?.monthlyResources ?? null,
    residence: residenceOf(document.profile, profile?.residence ?? null, flags),
    scheme: profile?.scheme ?? null,
    flags,
    group: profile?.group ?? null,
    mode: profile?.mode ?? document.profile?.modes?.[0]?.code ?? null,
    extras: profile?.extras ?? [],
    bornOn: profile?.bornOn ?? null,
    season: seasonOn(on, activity, calendar),
    arrival: null,
    departure: null,
    rank: (counting, order) => rankAmong(profile?.siblings, counting, order),
    children: (counting) => countOf(profile, counting),
    presences: () => 1,
    count: () => 1,
    labelOf: (word, code) => labelIn(document.profile, word, code),
  };
}

/**
 * The class of residence: of that declared (the first of the règlement where none is) and those that
 * a flag is equivalent to, the first in the order of the règlement, which goes from the nearest out.
 */
export function residenceOf(
  rules: ProfileRules | undefined,
  declared: string | null,
  flags: readonly string[],
): string | null {
  const classes = rules?.residences ?? [];
  const own = declared ?? classes[0]?.code ?? null;
  const best = classes.find(
    ({ code, equivalents }) => code === own || equivalents?.some((flag) => flags.includes(flag)),
  );
  return best?.code ?? own;
}

/**
 * Term or holidays. Where the calendar does not tell (a public holiday, a Saturday, a year that is
 * not published), what the activity is for does.
 */
export function seasonOn(
  on: Day,
  activity: Pick<ActivityRules, 'kind'>,
  calendar: Pick<Calendar, 'dayKind'>,
): PriceContext['season'] {
  const { kind } = calendar.dayKind(on);
  if (kind === 'schoolHoliday') return 'holidays';
  if (kind === 'school' || kind === 'offDay') return 'term';
  return activity.kind === 'holiday' ? 'holidays' : 'term';
}

const listOf = {
  residence: 'residences',
  scheme: 'schemes',
  flag: 'flags',
  mode: 'modes',
} as const;

/** The règlement's own words for one of its codes; the code itself where it has none. */
function labelIn(rules: ProfileRules | undefined, word: keyof typeof listOf, code: string): string {
  return rules?.[listOf[word]]?.find((named) => named.code === code)?.label ?? code;
}
