import { addDays, type Day } from '@preau/domain/time/day';
import type { DatedQuotient } from './household.store.ts';
import type { HouseholdRefusal } from './households.errors.ts';
import type { ChildRow, GuardianRow } from './people.store.ts';

/** A guardian as the office types them in. */
export type WrittenGuardian = Omit<GuardianRow, 'id'>;

/** A child as the office types them in. */
export type WrittenChild = Omit<ChildRow, 'id'> & {
  /** Empty = none known. */
  readonly allergies: string;
  /** Another child than the known one of this name and day of birth. */
  readonly homonym?: true | undefined;
};

/** What the office changes in a household; who is not named stays as they are. */
export type HouseholdChange = {
  /** Of the household as it was shown. */
  readonly revision: number;
  readonly name: string;
  /** Empty = not known. */
  readonly address: string;
  readonly guardians: readonly GuardianRow[];
  readonly newGuardians?: readonly WrittenGuardian[] | undefined;
  readonly removedGuardianIds?: readonly string[] | undefined;
  readonly children: readonly ChildRow[];
  readonly newChildren?: readonly WrittenChild[] | undefined;
  readonly sharedChildIds?: readonly string[] | undefined;
  readonly quotient?: DatedQuotient | undefined;
};

export const mostGuardians = 4;
export const mostChildren = 8;
/** Nobody older is booked in a town's childcare: a year typed wrong. */
const oldestYears = 20;

/** The first day of birth that is no child's: to come, or too long ago. */
export function unlikelyBirth(
  children: readonly { readonly birthOn: Day; readonly at: string }[],
  today: Day,
): HouseholdRefusal | null {
  const earliest = addDays(today, -366 * oldestYears);
  const wrong = children.find(({ birthOn }) => birthOn > today || birthOn < earliest);
  return wrong ? { code: 'birth-unlikely', at: `${wrong.at}/birthOn` } : null;
}

/** Where in the body of the request each of a list stands. */
export function pointed<T extends object>(list: readonly T[], at: string): (T & { at: string })[] {
  return list.map((one, index) => ({ ...one, at: `${at}/${index}` }));
}
