import type { Child } from './households.queries.ts';

/** Classes before the first of élémentaire. */
const maternelle = /^(TPS|PS|MS|GS)\b/i;

/**
 * The age group to propose for a child, from the name of its class: a proposal, the office decides.
 * @returns a code of the list, its first when the class says nothing.
 */
export function guessAgeGroup(
  { schoolClass }: Pick<Child, 'schoolClass'>,
  ageGroups: readonly { readonly code: string }[],
): string {
  const codes = ageGroups.map(({ code }) => code);
  const wanted = maternelle.test(schoolClass) ? 'maternelle' : 'elementaire';
  return codes.find((code) => code === wanted) ?? codes[0] ?? '';
}
