import type { Reason } from '../explain/reasons.ts';
import type { AbsenceEffect, AbsenceRule } from '../reglement/document.ts';
import { limitInstant } from '../reglement/limits.ts';
import { type Day, addDays, daysBetween } from '../time/day.ts';
import { type Instant, localDayOf } from '../time/instant.ts';
import type { Entry } from './entries.ts';
import { proofDeadline } from './proof-deadline.ts';
import type { Spell } from './spells.ts';

/** What the rules on absences make of one missed booking. */
export type AbsenceVerdict =
  /** No rule excuses it: what is said of a no-show holds. */
  | { readonly kind: 'unexcused'; readonly reasons: readonly Reason[] }
  /** One of the days due at the beginning of the spell. */
  | { readonly kind: 'waitingDay'; readonly reasons: readonly Reason[] }
  | {
      readonly kind: 'ruled';
      readonly effect: AbsenceEffect;
      readonly reasons: readonly Reason[];
    }
  /** The règlement, or the school calendar, does not tell. */
  | { readonly kind: 'unknown'; readonly reasons: readonly Reason[] };

const unruled: AbsenceVerdict = { kind: 'unexcused', reasons: [] };

/** What becomes of each booking of a spell, in its order. */
export function judgeSpell(spell: Spell): AbsenceVerdict[] {
  const [first] = spell.entries;
  const rules = first?.rating.activity.presence?.absences ?? [];
  const named = rules.filter(({ reasons }) => reasons.includes(spell.reason));
  const rule = named.find(({ atLeast }) => isReached(atLeast, spell));
  if (first === undefined) return [];
  if (rule === undefined) {
    const verdict = tooShort(named, spell);
    return spell.entries.map(() => verdict);
  }
  const proof = judgeProof(rule, spell, first);
  if (proof.kind !== 'met') return spell.entries.map(() => proof);
  const due = new Set(spell.days.slice(0, proof.waitingDays));
  const firstDay = rule.noticeOf === 'firstDay' ? judgeNotice(rule, first, spell.toldAt) : null;
  return spell.entries.map((entry): AbsenceVerdict => {
    const notice = firstDay ?? judgeNotice(rule, entry, entry.record.absence?.toldAt ?? null);
    if (notice !== 'met') return notice;
    const { on } = entry.record;
    if (!due.has(on)) return { kind: 'ruled', effect: rule.effect, reasons: [] };
    const nth = spell.days.indexOf(on) + 1;
    return { kind: 'waitingDay', reasons: [{ code: 'waitingDay', nth, of: proof.waitingDays }] };
  });
}

/** How many days a spell has, as a rule counts them. */
function lengthOf({ days: [first, ...others], days }: Spell, unit: 'booked' | 'calendar'): number {
  if (unit === 'booked' || first === undefined) return days.length;
  return daysBetween(first, others.at(-1) ?? first) + 1;
}

function isReached(atLeast: AbsenceRule['atLeast'], spell: Spell): boolean {
  return atLeast === undefined || lengthOf(spell, atLeast.unit) >= atLeast.days;
}

/** No rule holds: the last that names the reason, if any, is for longer spells. */
function tooShort(named: readonly AbsenceRule[], spell: Spell): AbsenceVerdict {
  const atLeast = named.at(-1)?.atLeast;
  if (atLeast === undefined) return unruled;
  const { days: from, unit } = atLeast;
  const days = lengthOf(spell, unit);
  return { kind: 'unexcused', reasons: [{ code: 'absenceTooShort', days, from, unit }] };
}

type ProofVerdict = { readonly kind: 'met'; readonly waitingDays: number } | AbsenceVerdict;

/** The first tier of the rule that the proof meets; what asks for none is met. */
function judgeProof(rule: AbsenceRule, spell: Spell, first: Entry): ProofVerdict {
  const { proof, waitingDays = 0 } = rule;
  if (proof === undefined) return { kind: 'met', waitingDays };
  const { calendar } = first.rating.rules.reglement;
  const anchor = anchorOf(proof.anchor, spell, first);
  let last: Instant | null = null;
  for (const tier of proof.tiers) {
    if (anchor === null) break;
    const deadline = proofDeadline(tier, anchor, calendar);
    if (deadline === null) {
      const { knownUntil: after } = calendar;
      return { kind: 'unknown', reasons: [{ code: 'calendarUnknown', after }] };
    }
    if (spell.provedAt !== null && spell.provedAt < deadline) {
      return { kind: 'met', waitingDays: tier.waitingDays ?? waitingDays };
    }
    last = deadline;
  }
  const given = spell.provedAt !== null;
  return { kind: 'unexcused', reasons: [{ code: 'proofMissing', until: last, given }] };
}

/** The day a proof is counted from; `null` where it is that of a notice nobody gave. */
function anchorOf(
  anchor: NonNullable<AbsenceRule['proof']>['anchor'],
  spell: Spell,
  first: Entry,
): Day | null {
  const { on } = first.record;
  const last = spell.days.at(-1) ?? on;
  switch (anchor) {
    case 'firstDay':
      return on;
    case 'lastDay':
      return last;
    case 'return':
      return spell.nextDay ?? nextOpenDay(first, last);
    case 'notice': {
      const { timeZone } = first.rating.rules.reglement.calendar;
      return spell.toldAt === null ? null : localDayOf(spell.toldAt, timeZone);
    }
  }
}

/** Where nothing is booked afterwards: the next day the activity runs, in the weeks that follow. */
function nextOpenDay({ rating }: Entry, after: Day): Day {
  const next = addDays(after, 1);
  const span = { from: next, until: addDays(after, 30) };
  return rating.rules.openDays(rating.activity, span)[0] ?? next;
}

/** Whether the absence was told in time for that booking. */
function judgeNotice(
  { notice }: AbsenceRule,
  { rating, record }: Entry,
  toldAt: Instant | null,
): 'met' | AbsenceVerdict {
  if (notice === undefined) return 'met';
  const { calendar } = rating.rules.reglement;
  const { opening } = rating.activity;
  const limit = limitInstant(notice, rating.unit, record.on, calendar, { opening });
  if (limit.kind === 'unknown') return { kind: 'unknown', reasons: [limit.reason] };
  if (toldAt !== null && toldAt < limit.at) return 'met';
  const reason: Reason = { code: 'noticeMissed', until: limit.at, given: toldAt !== null };
  return { kind: 'unexcused', reasons: [reason] };
}
