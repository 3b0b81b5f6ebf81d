import { toIso } from '@preau/domain/time/instant';
import { z } from 'zod';
import type { EntryRow, StepRow, TracedRow } from './history.queries.ts';
import type {
  bookingHistorySchema,
  familyHistorySchema,
  householdHistorySchema,
} from './history.schemas.ts';

export type FamilyHistory = z.infer<typeof familyHistorySchema>;
export type HouseholdHistory = z.infer<typeof householdHistorySchema>;
export type BookingHistory = z.infer<typeof bookingHistorySchema>;

type Step = BookingHistory['changes'][number];
type FamilyEntry = FamilyHistory['items'][number];
type Line = Extract<FamilyEntry, { kind: 'confirmation' }>['lines'][number];

const reasons = z.array(z.looseObject({ code: z.string() })).catch([]);

// Written by the engine of this project; a verdict of the demonstration or of a term may say less.
const keptVerdict = z.object({
  outcome: z
    .custom<NonNullable<Step['outcome']>>((value) => typeof value === 'string')
    .nullable()
    .catch(null),
  cents: z.number().int().catch(0),
  reasons,
  priceReasons: reasons,
});

/** The entries of a page and the cursor of the next one. */
export function pageOf<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  size: number,
  toItem: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { items: shown.map(toItem), next: rows.length > size && last ? last.id : null };
}

/** An entry as a parent reads it: themselves, the other guardian by first name, or the service. */
export function toFamilyEntry(row: EntryRow, accountId: string | null): FamilyEntry {
  return { ...entryOf(row), who: familyActor(row, accountId) };
}

/** An entry as the staff reads it. */
export function toHouseholdEntry(row: EntryRow): HouseholdHistory['items'][number] {
  const who = { kind: row.actor_kind, name: row.full_name ?? null };
  return { ...entryOf(row), who, note: row.note ?? null };
}

/** The life of a booking. One older than its history begins with its creation, by nobody known. */
export function toBookingHistory(booking: TracedRow, steps: readonly StepRow[]): BookingHistory {
  const changes = steps.map(toStep);
  const begins = changes[0];
  if (begins?.from !== null) changes.unshift(creationOf(booking, begins));
  return {
    booking: {
      id: booking.id,
      householdId: booking.household_id,
      householdName: booking.household_name,
      childId: booking.child_id,
      childFirstName: booking.child_first_name,
      childLastName: booking.child_last_name,
      on: booking.held_on,
      unit: booking.unit,
      unitLabel: booking.unit_label,
      activityLabel: booking.activity_label,
      facility: booking.facility,
      state: booking.state,
      late: booking.late,
    },
    changes,
  };
}

function toStep(row: StepRow): Step {
  const { outcome, cents, reasons: why, priceReasons } = keptVerdict.parse(row.verdict ?? {});
  return {
    id: row.id,
    at: toIso(row.at),
    who: { kind: row.actor_kind, name: row.full_name },
    channel: row.channel,
    confirmationId: row.confirmation_id,
    from: row.from_state,
    to: row.to_state,
    outcome,
    cents,
    reasons: why,
    priceReasons,
    note: row.note,
    reglement: row.reglement,
  };
}

function creationOf({ created_at: at, state }: TracedRow, next: Step | undefined): Step {
  return {
    id: null,
    at: toIso(at),
    who: null,
    channel: null,
    confirmationId: null,
    from: null,
    to: next?.from ?? state,
    outcome: null,
    cents: 0,
    reasons: [],
    priceReasons: [],
    note: null,
    reglement: null,
  };
}

type EntryBody = Entry extends infer One ? (One extends unknown ? Omit<One, 'who'> : never) : never;
type Entry = FamilyEntry;

function entryOf(row: EntryRow): EntryBody {
  return row.kind === 'confirmation' ? confirmationOf(row) : changeOf(row);
}

function confirmationOf(row: EntryRow): Extract<EntryBody, { kind: 'confirmation' }> {
  return {
    kind: 'confirmation',
    id: row.id,
    at: toIso(row.at),
    totalCents: row.total_cents ?? 0,
    lineCount: row.line_count ?? 0,
    lines: (row.lines ?? []) as Line[],
  };
}

function changeOf(row: EntryRow): Extract<EntryBody, { kind: 'change' }> {
  const { cents, reasons: why, priceReasons } = keptVerdict.parse(row.verdict ?? {});
  return {
    kind: 'change',
    id: row.id,
    at: toIso(row.at),
    bookingId: known(row.booking_id),
    childId: known(row.child_id),
    childFirstName: known(row.child_first_name),
    on: known(row.held_on),
    unit: known(row.unit),
    unitLabel: known(row.unit_label),
    activityLabel: known(row.activity_label),
    facility: known(row.facility),
    from: row.from_state,
    to: known(row.to_state),
    cents,
    reasons: why,
    priceReasons,
  };
}

function familyActor(row: EntryRow, accountId: string | null): FamilyEntry['who'] {
  switch (row.actor_kind) {
    case 'guardian':
      return row.actor_id !== null && row.actor_id === accountId
        ? { kind: 'you', name: null }
        : { kind: 'guardian', name: row.guardian };
    case 'staff':
      return { kind: 'service', name: null };
    case 'system':
      return { kind: 'system', name: null };
  }
}

/** A change is joined to its booking by foreign keys: what it reads is there. */
function known<T>(value: T | null): T {
  if (value === null) throw new Error('A change without its booking');
  return value;
}
