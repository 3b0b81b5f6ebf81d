import type { ChangeHouseholdData } from '@preau/api-client/staff';
import type { Household, Registration } from '../households.queries.ts';

/** A guardian as the form has them; `id` is `null` for a new one. */
export type GuardianDraft = {
  readonly key: string;
  readonly id: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
};

/** A child as the form has them; `id` is `null` for a new one. */
export type ChildDraft = {
  readonly key: string;
  readonly id: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthOn: string;
  readonly schoolClass: string;
  /** Of a new child alone: those of the others are read and changed by themselves. */
  readonly allergies: string;
  readonly homonym: boolean;
};

/** A child of another household who is of this one too. */
export type SharedChild = { readonly childId: string; readonly name: string };

/** A household as it is being typed in. */
export type HouseholdDraft = {
  /** Empty while it follows the name of the first guardian. */
  readonly name: string;
  readonly address: string;
  readonly guardians: readonly GuardianDraft[];
  readonly removedGuardianIds: readonly string[];
  readonly children: readonly ChildDraft[];
  readonly shared: readonly SharedChild[];
  readonly quotient: string;
  readonly quotientFrom: string;
  readonly complete: boolean;
};

export type HouseholdChange = ChangeHouseholdData['body'];

let keys = 0;
const newKey = () => `n${(keys += 1)}`;

export const emptyGuardian = (): GuardianDraft => ({
  key: newKey(),
  id: null,
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
});

/** @param lastName proposed: most often that of the guardian. */
export const emptyChild = (lastName: string): ChildDraft => ({
  key: newKey(),
  id: null,
  firstName: '',
  lastName,
  birthOn: '',
  schoolClass: '',
  allergies: '',
  homonym: false,
});

/** An empty sheet: one guardian, one child. */
export const emptyDraft = (quotientFrom: string): HouseholdDraft => ({
  name: '',
  address: '',
  guardians: [emptyGuardian()],
  removedGuardianIds: [],
  children: [emptyChild('')],
  shared: [],
  quotient: '',
  quotientFrom,
  complete: false,
});

/** A household as it stands, to be changed. */
export const draftOf = (household: Household, quotientFrom: string): HouseholdDraft => ({
  name: household.name,
  address: household.address ?? '',
  guardians: household.guardians.map(({ id, firstName, lastName, email, phone }) => ({
    key: id,
    id,
    firstName,
    lastName,
    email,
    phone: phone ?? '',
  })),
  removedGuardianIds: [],
  children: household.children.map(({ id, firstName, lastName, birthOn, schoolClass }) => ({
    key: id,
    id,
    firstName,
    lastName,
    birthOn,
    schoolClass,
    allergies: '',
    homonym: false,
  })),
  shared: [],
  quotient: '',
  quotientFrom,
  complete: household.file !== null,
});

/** The name of the household: as typed, or after the first guardian. */
export function nameOf({ name, guardians }: HouseholdDraft): string {
  const lastName = guardians[0]?.lastName.trim() ?? '';
  const proposed = lastName === '' ? '' : `Famille ${lastName}`;
  return name.trim() === '' ? proposed : name.trim();
}

const trimmed = <T extends object>(fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.trim() : value,
    ]),
  ) as T;

const guardianFields = ({ firstName, lastName, email, phone }: GuardianDraft) =>
  trimmed({ firstName, lastName, email, phone });

const childFields = ({ firstName, lastName, birthOn, schoolClass }: ChildDraft) =>
  trimmed({ firstName, lastName, birthOn, schoolClass });

const newChild = (child: ChildDraft) => ({
  ...childFields(child),
  allergies: child.allergies.trim(),
  ...(child.homonym ? { homonym: true as const } : {}),
});

const householdFields = (draft: HouseholdDraft) => ({
  name: nameOf(draft),
  address: draft.address.trim(),
  ...(draft.shared.length > 0
    ? { sharedChildIds: draft.shared.map(({ childId }) => childId) }
    : {}),
  ...(draft.quotient.trim() === ''
    ? {}
    : { quotient: { quotient: Number(draft.quotient), validFrom: draft.quotientFrom } }),
});

/** What is sent to write the family in. */
export const registrationOf = (draft: HouseholdDraft): Registration => ({
  ...householdFields(draft),
  file: draft.complete ? 'complete' : 'incomplete',
  guardians: draft.guardians.map(guardianFields),
  children: draft.children.map(newChild),
});

const isNew = ({ id }: { readonly id: string | null }) => id === null;

/** What is sent to change the household. */
export function changeOf(draft: HouseholdDraft, revision: number): HouseholdChange {
  const newGuardians = draft.guardians.filter(isNew).map(guardianFields);
  const newChildren = draft.children.filter(isNew).map(newChild);
  return {
    ...householdFields(draft),
    revision,
    guardians: draft.guardians.flatMap((one) =>
      one.id === null ? [] : [{ id: one.id, ...guardianFields(one) }],
    ),
    children: draft.children.flatMap((one) =>
      one.id === null ? [] : [{ id: one.id, ...childFields(one) }],
    ),
    ...(newGuardians.length > 0 ? { newGuardians } : {}),
    ...(newChildren.length > 0 ? { newChildren } : {}),
    ...(draft.removedGuardianIds.length > 0
      ? { removedGuardianIds: [...draft.removedGuardianIds] }
      : {}),
  };
}
