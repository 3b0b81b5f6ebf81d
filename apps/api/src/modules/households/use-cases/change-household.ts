import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { Sealer } from '../../../platform/crypto/sealed-text.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { endHouseholdSessions, endInvitations } from '../../accounts/accounts.public.ts';
import {
  type LockedHousehold,
  lockHousehold,
  lockRegister,
  renameHousehold,
  setQuotient,
  touchSharedHouseholds,
} from '../household.store.ts';
import type { HouseholdRefusal } from '../households.errors.ts';
import {
  deleteGuardians,
  findAccountsOfNobody,
  insertChildren,
  insertGuardians,
  joinChildren,
  updateChildren,
  updateGuardians,
} from '../people.store.ts';
import { refreshSearchTokens } from '../search.store.ts';
import type { HouseholdChange } from '../written-people.ts';
import { changeAllergies } from './change-allergies.ts';
import { changeRefusal } from './decide-household-change.ts';

/** Who came and who left, by their ids. */
export type ChangedHousehold = {
  readonly addedGuardians: readonly string[];
  readonly removedGuardians: readonly string[];
  readonly addedChildren: readonly string[];
};

export type Changing = { readonly sealer: Sealer; readonly now: Instant; readonly today: Day };

/**
 * Changes a household. An address somebody signs in with is not changed here; one that was only
 * invited loses its invitation, and whoever leaves the household is signed out of it.
 * @returns who came and left, or why nothing was written.
 */
export async function changeHousehold(
  tx: Tx,
  id: string,
  change: HouseholdChange,
  changing: Changing,
): Promise<ChangedHousehold | { readonly refusal: HouseholdRefusal }> {
  await lockRegister(tx);
  const household = await lockHousehold(tx, id);
  if (!household) return { refusal: { code: 'household-unknown' } };
  const refusal = await changeRefusal(tx, { id, ...household }, change, changing.today);
  if (refusal !== null) return { refusal };

  // Households before the children they share: who books for them locks in that order.
  const others = await touchSharedHouseholds(
    tx,
    id,
    change.children.map((child) => child.id),
  );
  const added = (change.newGuardians ?? []).map((adult) => ({ ...adult, id: newId() }));
  const born = (change.newChildren ?? []).map((child) => ({ ...child, id: newId() }));
  renameHousehold(tx, id, change.name, change.address);
  updateGuardians(tx, id, change.guardians);
  insertGuardians(tx, id, added);
  deleteGuardians(tx, id, change.removedGuardianIds ?? []);
  await endFormerAccess(tx, id, household, change, changing.now);
  updateChildren(tx, change.children);
  insertChildren(tx, id, born);
  joinChildren(tx, id, change.sharedChildIds ?? []);
  for (const { id: childId, allergies } of born) {
    if (allergies !== '')
      await changeAllergies(tx, childId, allergies, changing.sealer, changing.now);
  }
  if (change.quotient) setQuotient(tx, id, change.quotient);
  await refreshSearchTokens(tx, [id, ...others]);
  return {
    addedGuardians: added.map((adult) => adult.id),
    removedGuardians: [...(change.removedGuardianIds ?? [])],
    addedChildren: [...born.map((child) => child.id), ...(change.sharedChildIds ?? [])],
  };
}

/** Who left is signed out of the household; an invitation to an address that changed ends. */
async function endFormerAccess(
  tx: Tx,
  id: string,
  { guardians }: LockedHousehold,
  change: HouseholdChange,
  now: Instant,
): Promise<void> {
  const removed = new Set(change.removedGuardianIds);
  const emailOf = new Map(change.guardians.map((guardian) => [guardian.id, guardian.email]));
  const former = guardians.flatMap(({ id: guardianId, email, accountId }) => {
    const isFormer = removed.has(guardianId) || (emailOf.get(guardianId) ?? email) !== email;
    return isFormer && accountId !== null ? [accountId] : [];
  });
  if (former.length === 0) return;
  endHouseholdSessions(tx, former, id, now);
  endInvitations(tx, await findAccountsOfNobody(tx, former), now);
}
