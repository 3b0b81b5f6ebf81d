import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { Sealer } from '../../../platform/crypto/sealed-text.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import {
  child,
  childHealth,
  guardian,
  household,
  householdChild,
  householdQuotient,
} from '../households.tables.ts';
import { writeSearchTokens } from '../search.store.ts';
import { searchTokensOf } from '../search-tokens.ts';

export type NewGuardian = {
  readonly id: string;
  readonly accountId: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
};

export type NewChild = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthOn: Day;
  readonly schoolClass: string;
  /** Sealed before it is written; `null` = none known. */
  readonly allergies: string | null;
};

/** A household as it is first written. The same child (same id) may stand in two of them. */
export type NewHousehold = {
  readonly id: string;
  readonly name: string;
  readonly address?: string | null;
  /** Since when its file is complete; absent = as of now, `null` = something is missing. */
  readonly fileCompletedAt?: Instant | null;
  readonly guardians: readonly NewGuardian[];
  readonly children: readonly NewChild[];
  readonly quotients: readonly { readonly validFrom: Day; readonly quotient: number }[];
};

/**
 * Writes households with guardians, children, quotients, health notes and what they are found by:
 * one statement a table.
 */
export async function createHouseholds(
  tx: Tx,
  created: readonly NewHousehold[],
  sealer: Sealer,
  now: Instant,
): Promise<void> {
  const { organisationId, orm } = tx;
  const children = [
    ...new Map(created.flatMap((one) => one.children).map((c) => [c.id, c])).values(),
  ];
  const guardians = created.flatMap(({ id: householdId, guardians: adults }) =>
    adults.map((adult) => ({ ...adult, organisationId, householdId })),
  );
  const quotients = created.flatMap(({ id: householdId, quotients: dated }) =>
    dated.map((one) => ({ ...one, organisationId, householdId })),
  );
  const members = created.flatMap(({ id: householdId, children: own }) =>
    own.map(({ id: childId }) => ({ organisationId, householdId, childId })),
  );
  const notes = children.flatMap(({ id: childId, allergies }) =>
    allergies === null ? [] : [sealNote(organisationId, childId, allergies, sealer, now)],
  );
  const rows = created.map(({ id, name, address = null, fileCompletedAt = now }) => ({
    organisationId,
    id,
    name,
    address,
    fileCompletedAt,
  }));
  if (rows.length > 0) await orm.insert(household).values(rows);
  if (guardians.length > 0) await orm.insert(guardian).values(guardians);
  if (children.length > 0) {
    await orm.insert(child).values(children.map((one) => ({ ...one, organisationId })));
  }
  if (members.length > 0) await orm.insert(householdChild).values(members);
  if (quotients.length > 0) await orm.insert(householdQuotient).values(quotients);
  if (notes.length > 0) await orm.insert(childHealth).values(notes);
  writeSearchTokens(
    tx,
    created.map((one) => ({ householdId: one.id, tokens: searchTokensOf(one) })),
  );
}

/** A note sealed for its child: moved to another row it does not open. */
function sealNote(
  organisationId: string,
  childId: string,
  allergies: string,
  sealer: Sealer,
  now: Instant,
) {
  const { keyId, sealed } = sealer.seal(allergies, childId);
  return { organisationId, childId, keyId, allergies: sealed, updatedAt: now };
}
