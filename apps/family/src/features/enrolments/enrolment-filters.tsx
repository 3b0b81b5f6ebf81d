import { SelectField } from '@preau/ui/forms/select-field';
import { Chip } from '@preau/ui/navigation/chip';
import { stateLooks } from './enrolment-states.tsx';
import classes from './enrolments.module.css';
import type { ChildEnrolments } from './enrolments.queries.ts';
import type { EnrolmentFilter } from './use-enrolment-filter.ts';

type EnrolmentFiltersProps = {
  readonly filter: EnrolmentFilter;
  readonly schoolYears: readonly string[];
  /** The one that is shown. */
  readonly schoolYear: string;
  readonly childList: readonly ChildEnrolments[];
};

const all = '';

/** Whose enrolments, of which school year, in which state, in which activity. */
export function EnrolmentFilters(props: EnrolmentFiltersProps) {
  const { filter, schoolYears, schoolYear, childList } = props;
  const items = childList.flatMap((child) => child.items);
  const states = [...new Set(items.map(({ state }) => state))];
  const activities = [
    ...new Map(items.map(({ activity }) => [activity.code, activity.label])).entries(),
  ];
  return (
    <div className={classes.filters}>
      {childList.length > 1 ? (
        <fieldset className={classes.members} aria-label="Membre de la famille">
          <Chip pressed={filter.childId === null} onPress={() => filter.show('childId', null)}>
            Tous
          </Chip>
          {childList.map(({ id, firstName }, hue) => (
            <Chip
              key={id}
              badge={firstName.charAt(0)}
              hue={hue}
              pressed={filter.childId === id}
              onPress={() => filter.show('childId', id)}
            >
              {firstName}
            </Chip>
          ))}
        </fieldset>
      ) : null}
      <div className={classes.selects}>
        <SelectField
          label="Année scolaire"
          value={schoolYear}
          options={schoolYears.map((year) => ({ value: year, label: year }))}
          onChoose={(year) => filter.show('schoolYear', year)}
        />
        {states.length > 1 || filter.state !== null ? (
          <SelectField
            label="État"
            value={filter.state ?? all}
            options={[
              { value: all, label: 'Tous' },
              ...states.map((state) => ({ value: state, label: stateLooks[state].word })),
            ]}
            onChoose={(state) => filter.show('state', state === all ? null : state)}
          />
        ) : null}
        {activities.length > 1 || filter.activity !== null ? (
          <SelectField
            label="Accueil"
            value={filter.activity ?? all}
            options={[
              { value: all, label: 'Tous' },
              ...activities.map(([value, label]) => ({ value, label })),
            ]}
            onChoose={(activity) => filter.show('activity', activity === all ? null : activity)}
          />
        ) : null}
      </div>
    </div>
  );
}
