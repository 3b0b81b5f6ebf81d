import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { Sealer } from '../../../platform/crypto/sealed-text.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { type DatedQuotient, lockRegister, tickFile } from '../household.store.ts';
import type { HouseholdRefusal } from '../households.errors.ts';
import { findKnownChild, findKnownEmail } from '../known-people.queries.ts';
import { doChildrenExist, joinChildren } from '../people.store.ts';
import { refreshSearchTokens } from '../search.store.ts';
import {
  mostChildren,
  pointed,
  unlikelyBirth,
  type WrittenChild,
  type WrittenGuardian,
} from '../written-people.ts';
import { createHouseholds } from './create-households.ts';

/** A family whose file was handed in at the office. */
export type Registration = {
  readonly name: string;
  /** Empty = not known. */
  readonly address: string;
  readonly file: 'complete' | 'incomplete';
  readonly guardians: readonly WrittenGuardian[];
  readonly children: readonly WrittenChild[];
  /** Children of another household who are of this one too: separated parents. */
  readonly sharedChildIds?: readonly string[] | undefined;
  readonly quotient?: DatedQuotient | undefined;
};

export type Registering = {
  readonly sealer: Sealer;
  readonly now: Instant;
  readonly today: Day;
  /** The account of the member of staff. */
  readonly by: string;
};

/**
 * Writes the household of a family, so that it can be invited. Whoever is already known is told
 * rather than written twice; a child of separated parents is named by its id, on purpose.
 * @returns the household's id, or why nothing was written.
 */
export async function registerHousehold(
  tx: Tx,
  registration: Registration,
  { sealer, now, today, by }: Registering,
): Promise<{ readonly id: string } | { readonly refusal: HouseholdRefusal }> {
  await lockRegister(tx);
  const shared = [...new Set(registration.sharedChildIds)];
  const refusal = await refusalOf(tx, registration, shared, today);
  if (refusal !== null) return { refusal };
  const { name, address, guardians, children, quotient } = registration;
  const id = newId();
  await createHouseholds(
    tx,
    [
      {
        id,
        name,
        address: address === '' ? null : address,
        fileCompletedAt: null,
        guardians: guardians.map(({ phone, ...adult }) => ({
          ...adult,
          id: newId(),
          accountId: null,
          phone: phone === '' ? null : phone,
        })),
        children: children.map(({ homonym: _told, allergies, ...child }) => ({
          ...child,
          id: newId(),
          allergies: allergies === '' ? null : allergies,
        })),
        quotients: quotient ? [quotient] : [],
      },
    ],
    sealer,
    now,
  );
  if (shared.length > 0) {
    joinChildren(tx, id, shared);
    await refreshSearchTokens(tx, [id]);
  }
  if (registration.file === 'complete') await tickFile(tx, id, { at: now, by });
  return { id };
}

async function refusalOf(
  tx: Tx,
  { guardians, children }: Registration,
  shared: readonly string[],
  today: Day,
): Promise<HouseholdRefusal | null> {
  if (children.length + shared.length > mostChildren) return { code: 'too-many-children' };
  const written = pointed(children, '/body/children');
  const unlikely = unlikelyBirth(written, today);
  if (unlikely) return unlikely;
  if (!(await doChildrenExist(tx, shared))) return { code: 'person-unknown' };
  const emails = guardians.map(({ email }, at) => ({
    email,
    at: `/body/guardians/${at}/email`,
    kept: false,
  }));
  const doubtful = written.map((child) => ({ ...child, homonym: child.homonym === true }));
  return (
    (await findKnownEmail(tx.ask, tx.organisationId, emails, null)) ??
    (await findKnownChild(tx.ask, tx.organisationId, doubtful))
  );
}
