import type { Day } from '@preau/domain/time/day';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { LockedHousehold } from '../household.store.ts';
import type { HouseholdRefusal } from '../households.errors.ts';
import { findKnownChild, findKnownEmail, type WrittenEmail } from '../known-people.queries.ts';
import { doChildrenExist } from '../people.store.ts';
import {
  type HouseholdChange,
  mostChildren,
  mostGuardians,
  pointed,
  unlikelyBirth,
} from '../written-people.ts';

/** Why a locked household is not changed so, or `null`. */
export async function changeRefusal(
  tx: Tx,
  household: LockedHousehold & { readonly id: string },
  change: HouseholdChange,
  today: Day,
): Promise<HouseholdRefusal | null> {
  return (
    membersRefusal(household, change) ??
    birthRefusal(change, today) ??
    (await knownRefusal(tx, household, change))
  );
}

function membersRefusal(
  { revision, guardians, childIds }: LockedHousehold,
  change: HouseholdChange,
): HouseholdRefusal | null {
  const { newGuardians = [], removedGuardianIds = [], newChildren = [] } = change;
  const known = new Map(guardians.map((guardian) => [guardian.id, guardian]));
  const named = [...change.guardians.map(({ id }) => id), ...removedGuardianIds];
  const children = change.children.map(({ id }) => id);
  if (named.some((id) => !known.has(id)) || children.some((id) => !childIds.includes(id))) {
    return { code: 'person-unknown' };
  }
  if (revision !== change.revision) return { code: 'stale' };
  const left = guardians.length - new Set(removedGuardianIds).size + newGuardians.length;
  if (left < 1) return { code: 'last-guardian' };
  if (left > mostGuardians) return { code: 'too-many-guardians' };
  const shared = (change.sharedChildIds ?? []).filter((id) => !childIds.includes(id));
  if (childIds.length + shared.length + newChildren.length > mostChildren) {
    return { code: 'too-many-children' };
  }
  const at = change.guardians.findIndex(({ id, email }) => {
    const former = known.get(id);
    return former?.inUse === true && former.email !== email;
  });
  return at < 0 ? null : { code: 'email-in-use', at: `/body/guardians/${at}/email` };
}

function birthRefusal(change: HouseholdChange, today: Day): HouseholdRefusal | null {
  return unlikelyBirth(
    [
      ...pointed(change.children, '/body/children'),
      ...pointed(change.newChildren ?? [], '/body/newChildren'),
    ],
    today,
  );
}

async function knownRefusal(
  tx: Tx,
  { id, guardians }: LockedHousehold & { readonly id: string },
  change: HouseholdChange,
): Promise<HouseholdRefusal | null> {
  const { newChildren = [], sharedChildIds = [] } = change;
  if (!(await doChildrenExist(tx, sharedChildIds))) return { code: 'person-unknown' };
  const doubtful = pointed(newChildren, '/body/newChildren').map((child) => ({
    ...child,
    homonym: child.homonym === true,
  }));
  return (
    (await findKnownEmail(tx.ask, tx.organisationId, emailsOf(guardians, change), id)) ??
    (await findKnownChild(tx.ask, tx.organisationId, doubtful))
  );
}

/** Every address of the household as it would be, those that stay first. */
function emailsOf(
  guardians: LockedHousehold['guardians'],
  change: HouseholdChange,
): WrittenEmail[] {
  const { newGuardians = [], removedGuardianIds = [] } = change;
  const removed = new Set(removedGuardianIds);
  const formerOf = new Map(guardians.map(({ id, email }) => [id, email]));
  const written = new Set(change.guardians.map(({ id }) => id));
  return [
    ...guardians
      .filter(({ id }) => !written.has(id) && !removed.has(id))
      .map(({ email }) => ({ email, at: '/body/guardians', kept: true })),
    ...pointed(change.guardians, '/body/guardians')
      .filter(({ id }) => !removed.has(id))
      .map(({ id, email, at }) => ({
        email,
        at: `${at}/email`,
        kept: formerOf.get(id) === email,
      })),
    ...pointed(newGuardians, '/body/newGuardians').map(({ email, at }) => ({
      email,
      at: `${at}/email`,
      kept: false,
    })),
  ];
}
