import { type CellView, cellView } from '@preau/domain/bookings/cell-view';
import type { Reason } from '@preau/domain/explain/reasons';
import type { Cents } from '@preau/domain/money/cents';
import { addDays, type Day, day, mondayOf, weekdayOf } from '@preau/domain/time/day';
import { fromIso, type Instant, localDayOf } from '@preau/domain/time/instant';
import type { Planning, PlanningRow } from './bookings.queries.ts';
import { cellId, type DraftState } from './draft.ts';
import type { WireReason } from './sentences.ts';

export type WeekDay = Planning['days'][number];

/** One cell of the week: a session of a unit for a child, or a day without one. */
export type Cell = {
  readonly childId: string;
  readonly unit: string;
  readonly unitLabel: string;
  readonly on: Day;
  /** Wall-clock times `HH:MM` of the organisation. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** `null` where the unit has no session that day. */
  readonly sessionId: string | null;
  readonly view: CellView;
  /** Known more exactly than the state's own word, e.g. « Férié ». */
  readonly word: string | undefined;
  /** Price of the unit that day. */
  readonly unitCents: Cents;
  /** What the next gesture changes in what is owed. */
  readonly gestureCents: Cents;
  readonly placesLeft: number | null;
  readonly limitAt: Instant | null;
  readonly reasons: readonly WireReason[];
};

export type UnitSection = {
  readonly kind: 'unit';
  readonly key: string;
  readonly title: string;
  readonly facility: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Price when it is the same all week. */
  readonly price: Cents | null;
  readonly cells: readonly Cell[];
};

/** Units that exclude one another on a day: shown as one choice per day. */
export type FormulaSection = {
  readonly kind: 'formula';
  readonly key: string;
  readonly title: string;
  readonly facility: string;
  readonly days: readonly { readonly on: Day; readonly options: readonly Cell[] }[];
};

export type Section = UnitSection | FormulaSection;

/** The week to open on: the present one, or on a week-end the one that comes. */
export function weekToOpen(now: Instant, timeZone: string): Day {
  const today = localDayOf(now, timeZone);
  return weekdayOf(today) >= 6 ? addDays(mondayOf(today), 7) : mondayOf(today);
}

/** Days of the week that have a column: Monday to Friday, and the others if something is open. */
export function columnsOf(planning: Planning): readonly WeekDay[] {
  const open = new Set(planning.rows.flatMap((row) => row.on));
  return planning.days.filter(({ on }) => weekdayOf(day(on)) <= 5 || open.has(on));
}

/** What one child can book in the week, in the order of the day; units without any session left out. */
export function sectionsOf(planning: Planning, childId: string, draft: DraftState): Section[] {
  const columns = columnsOf(planning);
  const rows = planning.rows.filter(
    (row) => row.childId === childId && row.on.some((on) => columns.some((c) => c.on === on)),
  );
  const sections: Section[] = [];
  for (const row of rows) {
    const siblings = rows.filter((other) => other.activity === row.activity);
    if (row.excludes.length === 0) {
      sections.push(unitSection(planning, row, siblings.length === 1, columns, draft));
    } else if (siblings[0] === row) {
      sections.push(formulaSection(planning, siblings, columns, draft));
    }
  }
  return sections;
}

function unitSection(
  planning: Planning,
  row: PlanningRow,
  alone: boolean,
  columns: readonly WeekDay[],
  draft: DraftState,
): UnitSection {
  const cells = columns.map((column) => cellOf(planning, row, column, draft));
  const [first, ...others] = new Set(row.unitCents);
  return {
    kind: 'unit',
    key: row.unit,
    title: alone ? row.activityLabel : row.unitLabel,
    facility: row.facility,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    price: first !== undefined && others.length === 0 ? (first as Cents) : null,
    cells,
  };
}

function formulaSection(
  planning: Planning,
  rows: readonly PlanningRow[],
  columns: readonly WeekDay[],
  draft: DraftState,
): FormulaSection {
  const [first] = rows;
  const days = columns
    .filter(({ on }) => rows.some((row) => row.on.includes(on)))
    .map((column) => ({
      on: day(column.on),
      options: rows
        .filter((row) => row.on.includes(column.on))
        .map((row) => cellOf(planning, row, column, draft)),
    }));
  return {
    kind: 'formula',
    key: first?.activity ?? '',
    title: first?.activityLabel ?? '',
    facility: first?.facility ?? '',
    days,
  };
}

function cellOf(planning: Planning, row: PlanningRow, column: WeekDay, draft: DraftState): Cell {
  const at = row.on.indexOf(column.on);
  const on = day(column.on);
  const { childId, unit, unitLabel, startsAt, endsAt } = row;
  const base = { childId, unit, unitLabel, on, startsAt, endsAt };
  const sessionId = row.sessionId[at];
  if (at < 0 || sessionId === undefined) {
    return { ...base, sessionId: null, ...withoutSession(column, on) };
  }
  const constraint = row.constraint[at] ?? 'closed';
  const limit = row.limitAt[at];
  return {
    ...base,
    sessionId,
    view: cellView({
      state: row.state[at] ?? null,
      constraint,
      draft: draft.entries.get(cellId({ childId, sessionId }))?.action ?? null,
    }),
    word: undefined,
    unitCents: (row.unitCents[at] ?? 0) as Cents,
    gestureCents: (row.cents[at] ?? 0) as Cents,
    placesLeft: row.placesLeft[at] ?? null,
    limitAt: limit ? fromIso(limit) : null,
    reasons: (row.reasons[at] ?? []).flatMap((index) => planning.reasons[index] ?? []),
  };
}

/** A day on which the unit does not exist: holidays, a Wednesday, the end of the known calendar. */
function withoutSession({ kind, label }: WeekDay, on: Day) {
  const holiday = kind === 'publicHoliday' || kind === 'schoolHoliday';
  return {
    view: cellView({ state: null, constraint: holiday ? 'holiday' : 'closed', draft: null }),
    word: kind === 'publicHoliday' ? 'Férié' : undefined,
    unitCents: 0 as Cents,
    gestureCents: 0 as Cents,
    placesLeft: null,
    limitAt: null,
    reasons: [reasonOfDay(kind, label, on)],
  };
}

function reasonOfDay(kind: WeekDay['kind'], label: string | null, on: Day): Reason {
  switch (kind) {
    case 'publicHoliday':
      return { code: 'publicHoliday', name: label ?? '', on };
    case 'schoolHoliday':
      return { code: 'schoolHoliday', name: label ?? '' };
    case 'unknown':
      return { code: 'calendarUnknown', after: addDays(on, -1) };
    case 'school':
    case 'offDay':
    case 'weekend':
      return { code: 'closed', label: null };
  }
}

/** The next instant at which a cell on screen stops being changeable, or `null`. */
export function nextLimit(planning: Planning, childId: string, now: Instant): Instant | null {
  let next: Instant | null = null;
  for (const row of planning.rows) {
    if (row.childId !== childId) continue;
    for (const text of row.limitAt) {
      const limit = text === null ? null : fromIso(text);
      if (limit !== null && limit > now && (next === null || limit < next)) next = limit;
    }
  }
  return next;
}
