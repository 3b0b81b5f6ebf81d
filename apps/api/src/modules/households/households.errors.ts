import { type FieldError, notFound, Problem } from '../../platform/http/problem.ts';

/** Why a guardian could not be invited. */
export type InvitationRefusal =
  | 'guardian-unknown'
  | 'file-incomplete'
  | 'account-active'
  | 'account-disabled'
  | 'email-twice';

/** Why a household was not written. `at` points at what of the request is meant. */
export type HouseholdRefusal =
  | { readonly code: 'household-unknown' }
  | { readonly code: 'person-unknown' }
  | { readonly code: 'stale' }
  | { readonly code: 'last-guardian' }
  | { readonly code: 'too-many-guardians' }
  | { readonly code: 'too-many-children' }
  | { readonly code: 'birth-unlikely'; readonly at: string }
  | { readonly code: 'email-twice'; readonly at: string }
  | { readonly code: 'email-known'; readonly at: string; readonly household: Named }
  | { readonly code: 'email-in-use'; readonly at: string }
  | {
      readonly code: 'child-known';
      readonly at: string;
      readonly childId: string;
      readonly household: Named;
    };

/** A household as a refusal names it to the office. */
export type Named = { readonly id: string; readonly name: string };

export const invitationProblem: Record<InvitationRefusal, () => Problem> = {
  'guardian-unknown': notFound,
  'file-incomplete': () =>
    new Problem(409, 'file-incomplete', 'The file of this household is not complete'),
  'account-active': () =>
    new Problem(409, 'account-active', 'This person has already chosen a password'),
  'account-disabled': () => new Problem(409, 'account-disabled', 'This account is disabled'),
  'email-twice': () =>
    new Problem(409, 'email-twice', 'Two guardians of this household share an address'),
};

type ProblemOf = {
  readonly [Code in HouseholdRefusal['code']]: (
    refusal: Extract<HouseholdRefusal, { readonly code: Code }>,
  ) => Problem;
};

const pointing = (pointer: string, code: string, message: string): readonly FieldError[] => [
  { pointer, code, message },
];

const problemOf: ProblemOf = {
  'household-unknown': notFound,
  'person-unknown': notFound,
  stale: () => new Problem(409, 'stale', 'Somebody changed this household meanwhile'),
  'last-guardian': () => new Problem(409, 'last-guardian', 'A household has a guardian'),
  'too-many-guardians': () =>
    new Problem(409, 'too-many-guardians', 'A household has four guardians at most'),
  'too-many-children': () =>
    new Problem(409, 'too-many-children', 'A household has eight children at most'),
  'birth-unlikely': ({ at, code }) =>
    new Problem(409, code, 'This is no child’s day of birth', {
      errors: pointing(at, code, 'Not a child’s day of birth'),
    }),
  'email-twice': ({ at, code }) =>
    new Problem(409, code, 'Two guardians share an address', {
      errors: pointing(at, code, 'Already another guardian’s'),
    }),
  'email-known': ({ at, code, household }) =>
    new Problem(409, code, 'This address is already a guardian’s', {
      params: { householdId: household.id, household: household.name },
      errors: pointing(at, code, 'Already known'),
    }),
  'email-in-use': ({ at, code }) =>
    new Problem(409, code, 'Somebody signs in with this address', {
      errors: pointing(at, code, 'Somebody signs in with it'),
    }),
  'child-known': ({ at, code, childId, household }) =>
    new Problem(409, code, 'This child is already known', {
      params: { childId, householdId: household.id, household: household.name },
      errors: pointing(at, code, 'Already known'),
    }),
};

/** The problem of a refused command. */
export function householdProblem(refusal: HouseholdRefusal): Problem {
  // The table pairs each code with its own refusal, which indexing cannot carry along.
  const toProblem = problemOf[refusal.code] as (refusal: HouseholdRefusal) => Problem;
  return toProblem(refusal);
}
