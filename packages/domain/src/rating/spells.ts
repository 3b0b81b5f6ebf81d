import type { AbsenceReason } from '../reglement/document.ts';
import { type Day, daysBetween } from '../time/day.ts';
import type { Instant } from '../time/instant.ts';
import { type Entry, isMissed } from './entries.ts';

/** Bookings of one child and activity that follow one another closely, missed for one reason. */
export type Spell = {
  readonly reason: AbsenceReason;
  /** In order of time; never empty. */
  readonly entries: readonly Entry[];
  /** Its days, in order. */
  readonly days: readonly Day[];
  /** Day of the first booking after it; `null` where there is none. */
  readonly nextDay: Day | null;
  /** When somebody first told of it, and proved it; `null` = nobody did. */
  readonly toldAt: Instant | null;
  readonly provedAt: Instant | null;
};

/** What comes once a week, missed twice, may be one illness; longer after, it is another. */
const MOST_DAYS_APART = 7;

/**
 * The spells in the bookings of one child and activity. A booking that was kept, or missed without
 * anybody saying why, comes between two; so do more than seven days, unless both were told at once.
 *
 * @param bookings in order of time, none given back
 */
export function spellsOf(bookings: readonly Entry[]): Spell[] {
  const spells: Spell[] = [];
  let run: Entry[] = [];
  for (const entry of bookings) {
    const last = run.at(-1);
    const reason = reasonOf(entry);
    if (last !== undefined && (reason !== reasonOf(last) || !isClose(last, entry))) {
      spells.push(spellOf(run, entry.record.on));
      run = [];
    }
    if (reason !== null) run.push(entry);
  }
  if (run.length > 0) spells.push(spellOf(run, null));
  return spells;
}

function isClose({ record: last }: Entry, { record: next }: Entry): boolean {
  const told = next.absence?.toldAt ?? null;
  const isToldAtOnce = told !== null && told === last.absence?.toldAt;
  return isToldAtOnce || daysBetween(last.on, next.on) <= MOST_DAYS_APART;
}

function reasonOf(entry: Entry): AbsenceReason | null {
  return isMissed(entry) ? (entry.record.absence?.reason ?? null) : null;
}

function spellOf(entries: readonly Entry[], nextDay: Day | null): Spell {
  return {
    reason: entries[0]?.record.absence?.reason ?? 'other',
    entries,
    days: [...new Set(entries.map(({ record }) => record.on))],
    nextDay,
    toldAt: earliest(entries.map(({ record }) => record.absence?.toldAt ?? null)),
    provedAt: earliest(entries.map(({ record }) => record.absence?.provedAt ?? null)),
  };
}

function earliest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce(
    (first, instant) => (instant !== null && (first === null || instant < first) ? instant : first),
    null,
  );
}
