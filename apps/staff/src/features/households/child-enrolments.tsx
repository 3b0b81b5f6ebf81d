import type { ListHouseholdEnrolmentsResponse } from '@preau/api-client/staff';
import { Button } from '@preau/ui/actions/button';
import { Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { useState } from 'react';
import { problemMessage } from '../../shared/problem-messages.ts';
import { acceptedIn, EnrolSheet } from './enrol-sheet.tsx';
import classes from './household-page.module.css';
import { type Child, useEnrolments } from './households.queries.ts';

type Enrolments = ListHouseholdEnrolmentsResponse;
type ChildEnrolmentsProps = { readonly householdId: string; readonly child: Child };

/** What a child is enrolled in this school year, site by site; enrolling in more. */
export function ChildEnrolments({ householdId, child }: ChildEnrolmentsProps) {
  const enrolments = useEnrolments(householdId);
  const [enrolling, setEnrolling] = useState(false);
  const { data } = enrolments;
  if (!data) {
    return enrolments.error ? (
      <p className={classes.failed}>
        Les inscriptions n’ont pas pu être chargées. {problemMessage(enrolments.error)}
      </p>
    ) : (
      <div aria-busy="true">
        <VisuallyHidden>Chargement…</VisuallyHidden>
        <Skeleton width="60%" />
      </div>
    );
  }
  const [year = ''] = data.schoolYears;
  const sites = sitesOf(data, child.id, year);
  return (
    <>
      <div className={classes.soft}>
        {sites.length === 0 ? (
          <p>Aucune inscription pour {year}.</p>
        ) : (
          <ul>
            {sites.map(([facility, activities]) => (
              <li key={facility}>
                {facility} : {activities.join(', ')}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={classes.actions}>
        <Button variant="quiet" onClick={() => setEnrolling(true)}>
          Inscrire à un accueil
          <VisuallyHidden> {child.firstName}</VisuallyHidden>
        </Button>
      </div>
      {enrolling ? (
        <EnrolSheet
          householdId={householdId}
          child={child}
          data={data}
          onClose={() => setEnrolling(false)}
        />
      ) : null}
    </>
  );
}

/** Activities a child is accepted in for a school year, by site. */
function sitesOf(
  data: Enrolments,
  childId: string,
  year: string,
): readonly (readonly [string, readonly string[]])[] {
  const accepted = acceptedIn(data, childId, year);
  const enrolled = data.activities.filter(({ activityId }) => accepted.has(activityId));
  return [...Map.groupBy(enrolled, ({ facility }) => facility)].map(
    ([facility, list]) => [facility, list.map(({ activity }) => activity)] as const,
  );
}
