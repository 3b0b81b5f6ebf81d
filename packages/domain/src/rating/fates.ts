import type { Reason } from '../explain/reasons.ts';
import type { AbsenceEffect } from '../reglement/document.ts';
import { judgeSpell } from './absences.ts';
import { type Entry, isBooked, isMissed, isThere } from './entries.ts';
import { TimesCounted } from './occurrences.ts';
import { spellsOf } from './spells.ts';

/** What came of a record, before any amount. */
export type Fate =
  /** Nothing was booked and nobody came; or what was given back and is a matter of the cancellation. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'cancelled' }
  /** There as booked, or nobody said otherwise; or there where nothing has to be booked. */
  | { readonly kind: 'kept' }
  /** The nth time there without a booking, or missed without an excuse. */
  | { readonly kind: 'unbooked'; readonly nth: number }
  | { readonly kind: 'noShow'; readonly nth: number; readonly reasons: readonly Reason[] }
  | { readonly kind: 'waitingDay'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'ruled'; readonly effect: AbsenceEffect; readonly reasons: readonly Reason[] }
  | { readonly kind: 'unknown'; readonly reasons: readonly Reason[] };

const nothing: Fate = { kind: 'nothing' };
const cancelled: Fate = { kind: 'cancelled' };
const kept: Fate = { kind: 'kept' };

/** What came of each record, in their order: spells and counters look at all of them. */
export function fatesOf(entries: readonly Entry[]): Fate[] {
  const absences = judgeAbsences(entries);
  const noShows = new TimesCounted();
  const unbooked = new TimesCounted();
  return entries.map((entry, place): Fate => {
    const { record, rating } = entry;
    const { presence, regime } = rating.activity;
    if (isBooked(entry)) {
      if (isThere(entry)) return kept;
      const absence = absences.get(entry);
      if (absence !== undefined && absence.kind !== 'noShow') return absence;
      const nth = noShows.next(record.childId, rating, record.on, presence?.noShow?.per);
      return { kind: 'noShow', nth, reasons: absence?.reasons ?? [] };
    }
    if (record.attendance === 'present') {
      if (regime.acceptance.kind === 'none') return kept;
      const nth = unbooked.next(record.childId, rating, record.on, presence?.unbooked?.per);
      return { kind: 'unbooked', nth };
    }
    if (record.cancelled === null) return nothing;
    // A day given back and taken up again is charged once, as it stands.
    return isTakenUp(entries, place) ? nothing : cancelled;
  });
}

/**
 * Whether another record of the session stands in the place of one that was given back; or, where it
 * was given back more than once, whether another was later.
 */
function isTakenUp(entries: readonly Entry[], place: number): boolean {
  const entry = entries[place];
  if (entry === undefined) return false;
  const isOther = (other: Entry | undefined) => other !== undefined && isSameSession(other, entry);
  // Records of one session come one after the other.
  let first = place;
  while (isOther(entries[first - 1])) first -= 1;
  let next = place + 1;
  while (isOther(entries[next])) next += 1;
  const session = entries.slice(first, next);
  const stageOf = ({ record }: Entry) => record.cancelled?.stage ?? -1;
  return session.some(
    (other, at) =>
      standsFor(other) ||
      stageOf(other) > stageOf(entry) ||
      (stageOf(other) === stageOf(entry) && first + at > place),
  );
}

function isSameSession({ record: one }: Entry, { record: other }: Entry): boolean {
  return one.childId === other.childId && one.unit === other.unit && one.on === other.on;
}

function standsFor(entry: Entry): boolean {
  return isBooked(entry) || entry.record.attendance === 'present';
}

/** Of the bookings missed for a reason, what the rules on absences say. */
function judgeAbsences(entries: readonly Entry[]): ReadonlyMap<Entry, Fate> {
  const fates = new Map<Entry, Fate>();
  const absent = new Set<string>();
  for (const entry of entries) {
    if (entry.record.absence !== null && isMissed(entry)) absent.add(entry.record.childId);
  }
  if (absent.size === 0) return fates;
  const byChild = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (!absent.has(entry.record.childId) || !isBooked(entry)) continue;
    const key = `${entry.record.childId}|${entry.rating.activity.code}`;
    const bookings = byChild.get(key);
    if (bookings === undefined) byChild.set(key, [entry]);
    else bookings.push(entry);
  }
  for (const bookings of byChild.values()) {
    for (const spell of spellsOf(bookings)) {
      const verdicts = judgeSpell(spell);
      for (const [place, entry] of spell.entries.entries()) {
        const verdict = verdicts[place];
        if (verdict === undefined) continue;
        fates.set(
          entry,
          verdict.kind === 'unexcused'
            ? { kind: 'noShow', nth: 0, reasons: verdict.reasons }
            : verdict,
        );
      }
    }
  }
  return fates;
}
