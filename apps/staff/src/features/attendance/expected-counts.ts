import { counted } from '../../shared/format.ts';
import type { ExpectedFacility, ExpectedUnit } from './attendance.queries.ts';

/** How many different children a site waits for on the day, and how many have allergies. */
export function countChildren({ activities }: ExpectedFacility): {
  readonly expected: number;
  readonly withAllergies: number;
} {
  const children = activities
    .flatMap(({ units }) => units)
    .flatMap((unit) => unit.children)
    .map(({ childId, allergies }) => [childId, allergies !== null] as const);
  const allergicById = new Map(children);
  return {
    expected: allergicById.size,
    withAllergies: [...allergicById.values()].filter(Boolean).length,
  };
}

/** « 34 enfants attendus, dont 3 avec des allergies ». */
export function facilityWords(facility: ExpectedFacility): string {
  const { expected, withAllergies } = countChildren(facility);
  if (expected === 0) return 'Aucun enfant attendu';
  const words = counted(expected, 'enfant attendu', 'enfants attendus');
  return withAllergies === 0 ? words : `${words}, dont ${withAllergies} avec des allergies`;
}

/** « Fermé », « Aucun enfant », « 12 enfants »: the count of one unit. */
export function unitWords({ closedLabel, expected }: ExpectedUnit): string {
  if (closedLabel !== null && expected === 0) return 'Fermé';
  return expected === 0 ? 'Aucun enfant' : counted(expected, 'enfant', 'enfants');
}

/**
 * Sites to show: the one chosen when it is there, else all of them; those that receive nobody on
 * the day apart.
 */
export function shownFacilities(facilities: readonly ExpectedFacility[], chosen: string | null) {
  const only = facilities.filter(({ id }) => id === chosen);
  const shown = only.length > 0 ? only : facilities;
  const isOpen = ({ activities }: ExpectedFacility) => activities.length > 0;
  return { open: shown.filter(isOpen), idle: shown.filter((one) => !isOpen(one)) };
}
