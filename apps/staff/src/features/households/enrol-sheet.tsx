import type { ListHouseholdEnrolmentsResponse } from '@preau/api-client/staff';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { SelectField } from '@preau/ui/forms/select-field';
import { Sheet } from '@preau/ui/overlays/sheet';
import { useState } from 'react';
import { problemMessage } from '../../shared/problem-messages.ts';
import { guessAgeGroup } from './age-group.ts';
import classes from './household-page.module.css';
import { type Child, useEnrolChild } from './households.queries.ts';

type Enrolments = ListHouseholdEnrolmentsResponse;
type Activity = Enrolments['activities'][number];

type EnrolSheetProps = {
  readonly householdId: string;
  readonly child: Child;
  readonly data: Enrolments;
  readonly onClose: () => void;
};

/** Enrols a child: the school year, its age group, and what welcomes it, site by site. */
export function EnrolSheet({ householdId, child, data, onClose }: EnrolSheetProps) {
  const enrol = useEnrolChild(householdId);
  const [schoolYear, setSchoolYear] = useState(data.schoolYears[0] ?? '');
  const [ageGroup, setAgeGroup] = useState(() => guessAgeGroup(child, data.ageGroups));
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const already = acceptedIn(data, child.id, schoolYear);
  const open = data.activities.filter(({ ageGroups }) => ageGroups.includes(ageGroup));
  const chosen = open.filter(
    ({ activityId }) => wanted.has(activityId) && !already.has(activityId),
  );
  const toggle = (activityId: string) => {
    const next = new Set(wanted);
    if (!next.delete(activityId)) next.add(activityId);
    setWanted(next);
  };
  const submit = () => {
    if (chosen.length === 0) return;
    const activityIds = chosen.map(({ activityId }) => activityId);
    const body = { schoolYear, ageGroup, activityIds };
    enrol.mutate({ path: { id: child.id }, body }, { onSuccess: onClose });
  };
  return (
    <Sheet
      title={`Inscrire ${child.firstName}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Annuler
          </Button>
          <Button
            busy={enrol.isPending}
            aria-disabled={chosen.length === 0 || undefined}
            onClick={submit}
          >
            {chosen.length === 0 ? 'Choisissez un accueil' : 'Inscrire'}
          </Button>
        </>
      }
    >
      {enrol.error ? (
        <Notice tone="error" announced>
          {problemMessage(enrol.error)}
        </Notice>
      ) : null}
      <SelectField
        label="Année scolaire"
        value={schoolYear}
        options={data.schoolYears.map((year) => ({ value: year, label: year }))}
        onChoose={setSchoolYear}
      />
      <SelectField
        label="Groupe"
        value={ageGroup}
        options={data.ageGroups.map(({ code, label }) => ({ value: code, label }))}
        onChoose={setAgeGroup}
      />
      {[...Map.groupBy(open, ({ facility }) => facility)].map(([facility, activities]) => (
        <SiteChoices
          key={facility}
          facility={facility}
          activities={activities}
          already={already}
          wanted={wanted}
          onToggle={toggle}
        />
      ))}
    </Sheet>
  );
}

/** Activities a child is accepted in for a school year. */
export function acceptedIn({ items }: Enrolments, childId: string, year: string): Set<string> {
  const own = items.filter((one) => one.childId === childId && one.schoolYear === year);
  return new Set(
    own.filter(({ state }) => state === 'accepted').map(({ activityId }) => activityId),
  );
}

type SiteChoicesProps = {
  readonly facility: string;
  readonly activities: readonly Activity[];
  readonly already: ReadonlySet<string>;
  readonly wanted: ReadonlySet<string>;
  readonly onToggle: (activityId: string) => void;
};

function SiteChoices({ facility, activities, already, wanted, onToggle }: SiteChoicesProps) {
  return (
    <fieldset className={`${classes.choices} ${classes.fieldset}`}>
      <legend>{facility}</legend>
      {activities.map(({ activityId, activity }) => (
        <label key={activityId} className={classes.choice}>
          <input
            type="checkbox"
            checked={already.has(activityId) || wanted.has(activityId)}
            disabled={already.has(activityId)}
            onChange={() => onToggle(activityId)}
          />
          <span>
            {activity}
            {already.has(activityId) ? <span className={classes.soft}> · déjà inscrit</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
