import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import { lineFactsOf, linePlacesOf, type LineRow, type PlacesRow } from './line-facts.ts';
import { type AskedLine, askedLines, valuesOf } from './period.queries.ts';

// Past the limit the staff takes up again what the household cancelled late (decision 15).
const lines = statement<LineRow>(
  'staff.lines',
  `select l.*,
          (select json_build_object('id', k.id, 'late', k.late) from booking k
           where k.organisation_id = $1 and k.session_id = l.session_id and k.child_id = l.child_id
             and k.household_id = $2 and k.state = 'cancelledLate' and l.booking_id is null
           order by k.updated_at desc, k.id desc limit 1) as cancelled_late
   from (${lineFactsOf(askedLines)}) l`,
);

const places = statement<PlacesRow>('staff.places', linePlacesOf(askedLines));

const household = statement<{ id: string }>(
  'staff.household',
  'select id from household where organisation_id = $1 and id = $2',
);

/** The facts of lines for a household, with what may be taken up again. */
export function askStaffLines(
  ask: Ask,
  organisationId: string,
  householdId: string,
  wanted: readonly AskedLine[],
): Promise<LineRow[]> {
  return ask(lines, valuesOf(organisationId, householdId, wanted));
}

/** The places those lines want, as they are seen, without locking them. */
export function askStaffPlaces(
  ask: Ask,
  organisationId: string,
  householdId: string,
  wanted: readonly AskedLine[],
): Promise<PlacesRow[]> {
  return ask(places, valuesOf(organisationId, householdId, wanted));
}

/** Whether the household is one of the organisation's: a row, or none. */
export function askHousehold(ask: Ask, organisationId: string, householdId: string) {
  return ask(household, [organisationId, householdId]);
}
