import { sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/db/transaction.ts';
import { ageGroup } from '../activities.tables.ts';

export type AgeGroup = { readonly code: string; readonly label: string };

/** Adds age groups, or gives known ones a new label. */
export async function defineAgeGroups(tx: Tx, groups: readonly AgeGroup[]): Promise<void> {
  const { organisationId } = tx;
  await tx.orm
    .insert(ageGroup)
    .values(groups.map((group) => ({ organisationId, ...group })))
    .onConflictDoUpdate({
      target: [ageGroup.organisationId, ageGroup.code],
      set: { label: sql`excluded.label` },
    });
}
