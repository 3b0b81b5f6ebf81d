import type { Sealer } from '../../platform/crypto/sealed-text.ts';
import type { ExpectedRow } from './attendance.queries.ts';
import type { Today } from './attendance.schemas.ts';

type Facility = Today['facilities'][number];
type Activity = Facility['activities'][number];
type Unit = Activity['units'][number];

/**
 * Groups rows in reading order into facilities, activities, units and children, and opens the
 * health notes.
 * @throws Error when a health note cannot be opened: a list that hid an allergy would be dangerous.
 */
export function toExpectedList(rows: readonly ExpectedRow[], sealer: Sealer): Today['facilities'] {
  const facilities: Facility[] = [];
  for (const row of rows) {
    if (row.facility_id === null) continue;
    const facility = lastOr<Facility>(facilities, (last) => last.id === row.facility_id, {
      id: row.facility_id,
      name: row.facility_name ?? '',
      activities: [],
    });
    const unit = unitOf(facility, row);
    if (unit) addChild(unit, row, sealer);
  }
  return facilities;
}

function unitOf(facility: Facility, row: ExpectedRow): Unit | null {
  if (row.activity === null || row.unit === null) return null;
  const activity = lastOr<Activity>(facility.activities, (last) => last.activity === row.activity, {
    activity: row.activity,
    label: row.activity_label ?? row.activity,
    units: [],
  });
  // The sessions of a unit's age groups are one line of the list, closed when all of them are.
  const unit = lastOr<Unit>(activity.units, (last) => last.unit === row.unit, {
    unit: row.unit,
    label: row.unit_label ?? row.unit,
    startsAt: row.starts_at ?? '',
    endsAt: row.ends_at ?? '',
    closedLabel: row.closed_label,
    expected: 0,
    children: [],
  });
  if (row.closed_label === null) unit.closedLabel = null;
  return unit;
}

function addChild(unit: Unit, row: ExpectedRow, sealer: Sealer): void {
  if (row.child_id === null) return;
  unit.expected += 1;
  unit.children.push({
    childId: row.child_id,
    firstName: row.first_name ?? '',
    lastName: row.last_name ?? '',
    schoolClass: row.school_class ?? '',
    allergies:
      row.key_id === null || row.allergies === null
        ? null
        : sealer.open({ keyId: row.key_id, sealed: row.allergies }, row.child_id),
  });
}

/** The last of the list when it is the one meant, else `next`, appended. */
function lastOr<T>(list: T[], isMeant: (last: T) => boolean, next: T): T {
  const last = list.at(-1);
  if (last !== undefined && isMeant(last)) return last;
  list.push(next);
  return next;
}
