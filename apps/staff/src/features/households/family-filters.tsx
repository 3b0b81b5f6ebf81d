import { Chip } from '@preau/ui/navigation/chip';
import { type HouseholdFilter, useHouseholdCounts } from './households.queries.ts';
import classes from './families-page.module.css';

const words: readonly (readonly [HouseholdFilter | null, string])[] = [
  [null, 'Toutes'],
  ['fileIncomplete', 'Dossier incomplet'],
  ['neverInvited', 'Jamais invitées'],
  ['expired', 'Lien expiré'],
  ['bounced', 'Adresse refusée'],
];

type FamilyFiltersProps = {
  readonly chosen: HouseholdFilter | null;
  readonly onChoose: (filter: HouseholdFilter | null) => void;
};

/** What is left to do, with how many families it is to be done for. */
export function FamilyFilters({ chosen, onChoose }: FamilyFiltersProps) {
  const { data: counts } = useHouseholdCounts();
  return (
    <fieldset className={classes.filters} aria-label="Filtrer les familles">
      {words.map(([filter, label]) => (
        <Chip key={label} pressed={filter === chosen} onPress={() => onChoose(filter)}>
          {label}
          {counts ? <span className={classes.count}> {counts[filter ?? 'all']}</span> : null}
        </Chip>
      ))}
    </fieldset>
  );
}
