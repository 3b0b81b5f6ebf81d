import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

const household = statement<{ id: string }>(
  'staff.household',
  'select id from household where organisation_id = $1 and id = $2',
);

/** Whether the household is one of the organisation's: a row, or none. */
export function askHousehold(ask: Ask, organisationId: string, householdId: string) {
  return ask(household, [organisationId, householdId]);
}
