import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import { lineFactsOf, linePlacesOf, type LineRow, type PlacesRow } from './line-facts.ts';

export type CartRow = { revision: number; updated_by: string | null };

const head = statement<CartRow>(
  'cart.head',
  `select c.revision, g.first_name as updated_by
   from cart c
   left join guardian g on g.organisation_id = $1 and g.account_id = c.updated_by and g.household_id = c.household_id
   where c.organisation_id = $1 and c.household_id = $2`,
);

const lockRevision = statement<{ revision: number }>(
  'cart.lock-revision',
  'select revision from cart where organisation_id = $1 and household_id = $2 for no key update',
);

const lines = statement<LineRow>('cart.lines', lineFactsOf('cart_line'));

const places = statement<PlacesRow>('cart.places', linePlacesOf('cart_line'));

const receipt = statement<{ result: unknown }>(
  'cart.receipt',
  'select result from confirmation where organisation_id = $1 and household_id = $2 and id = $3',
);

/** The draft, its lines and the places they want: asked together, in the caller's message. */
export function askCart(ask: Ask, organisationId: string, householdId: string) {
  const household = [organisationId, householdId];
  return [
    ask(head, household),
    ask(lines, household),
    askCartPlaces(ask, organisationId, householdId),
  ] as const;
}

/** The draft's lines alone, once its pools are locked. */
export function askCartLines(ask: Ask, organisationId: string, householdId: string) {
  return ask(lines, [organisationId, householdId]);
}

/** The places the draft wants, as they are seen, without locking them. */
export function askCartPlaces(ask: Ask, organisationId: string, householdId: string) {
  return ask(places, [organisationId, householdId]);
}

/**
 * The draft's revision, 0 before its first gesture; nobody changes the draft until the commit. A
 * gesture that was being written meanwhile has moved it, whatever lines the same snapshot gave.
 */
export async function lockCartRevision(
  ask: Ask,
  organisationId: string,
  householdId: string,
): Promise<number> {
  const [row] = await ask(lockRevision, [organisationId, householdId]);
  return row?.revision ?? 0;
}

/** What a confirmation told the parent, as it was kept. */
export function askReceipt(ask: Ask, organisationId: string, householdId: string, id: string) {
  return ask(receipt, [organisationId, householdId, id]);
}
