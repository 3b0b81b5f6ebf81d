import type { Calendar } from '@preau/domain/calendar/calendar';
import { type Day, eachDay } from '@preau/domain/time/day';
import type { z } from 'zod';
import type { OccupancyRow, OfferedUnitRow, SummaryRow } from './occupancy.queries.ts';
import type { occupancySchema } from './occupancy.schemas.ts';

export type Occupancy = z.infer<typeof occupancySchema>;
type Cell = Occupancy['rows'][number]['cells'][number];

type Facts = {
  readonly from: Day;
  readonly until: Day;
  readonly units: readonly OfferedUnitRow[];
  readonly cells: readonly OccupancyRow[];
  readonly summary: SummaryRow;
  /** The calendar of the règlement in force on a day; `null` where there is none. */
  readonly calendarOn: (on: Day) => Calendar | null;
};

/** The places of a range of days, as the screen draws them; units that never open are left out. */
export function occupancyGrid(facts: Facts): Occupancy {
  const { units, summary } = facts;
  const days = eachDay(facts.from, facts.until);
  const byUnit = cellsByUnit(facts.cells);
  const facilities = new Map(units.map((unit) => [unit.facility_id, unit.facility]));
  return {
    days: days.map((on) => ({ on, ...holidayOn(on, facts.calendarOn(on)) })),
    facilities: [...facilities].map(([id, name]) => ({ id, name })),
    rows: units.flatMap((unit) => {
      const cells = byUnit.get(unit.unit_id);
      return cells ? [rowOf(unit, days, cells)] : [];
    }),
    summary: {
      today: summary.today,
      expected: summary.expected,
      openUnits: summary.open_units,
      waiting: summary.waiting,
      waitingWithPlace: summary.waiting_free,
      offered: summary.offered,
    },
  };
}

function cellsByUnit(rows: readonly OccupancyRow[]): Map<string, Map<Day, Cell>> {
  const units = new Map<string, Map<Day, Cell>>();
  for (const { unit_id, held_on, closed_label: closed, ...counts } of rows) {
    const cells = units.get(unit_id) ?? new Map<Day, Cell>();
    cells.set(held_on, { ...counts, closed });
    units.set(unit_id, cells);
  }
  return units;
}

function rowOf(
  unit: OfferedUnitRow,
  days: readonly Day[],
  cells: ReadonlyMap<Day, Cell>,
): Occupancy['rows'][number] {
  return {
    facilityId: unit.facility_id,
    activityId: unit.activity_id,
    activityCode: unit.activity_code,
    activity: unit.activity,
    unitId: unit.unit_id,
    unit: unit.unit,
    unitLabel: unit.unit_label,
    cells: days.map((on) => cells.get(on) ?? null),
  };
}

function holidayOn(on: Day, calendar: Calendar | null) {
  const kind = calendar?.dayKind(on);
  switch (kind?.kind) {
    case 'publicHoliday':
      return { holiday: kind.name, isPublicHoliday: true };
    case 'schoolHoliday':
      return { holiday: kind.name, isPublicHoliday: false };
    default:
      return { holiday: null, isPublicHoliday: false };
  }
}
