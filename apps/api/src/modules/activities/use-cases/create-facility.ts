import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { facility } from '../activities.tables.ts';

/** Adds a place where children are welcomed; returns its id. */
export async function createFacility(tx: Tx, name: string): Promise<string> {
  const id = newId();
  await tx.orm.insert(facility).values({ organisationId: tx.organisationId, id, name });
  return id;
}
