import { ErrorState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useOrganisation, usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { AskForm } from './ask-form.tsx';
import { enrolmentMessage } from './enrolment-problems.ts';
import classes from './enrolments.module.css';
import { useEnrolments } from './enrolments.queries.ts';

/** « Demander une inscription »: for one child and one school year, which the address names. */
export function AskEnrolmentPage() {
  const paths = usePaths();
  const { data: organisation } = useOrganisation();
  const [childId, chooseChild] = useNamed('enfant');
  const [year, chooseYear] = useNamed('annee');
  const enrolments = useEnrolments(year);
  const { data } = enrolments;
  const only = data?.children.length === 1 ? data.children[0] : undefined;
  return (
    <div className={classes.page}>
      <p>
        <Link className={classes.back} to={paths.enrolments}>
          Toutes mes inscriptions
        </Link>
      </p>
      <PageTitle>Demander une inscription</PageTitle>
      {data && organisation ? (
        <AskForm
          organisation={organisation}
          data={data}
          child={data.children.find(({ id }) => id === childId) ?? only}
          onChild={chooseChild}
          onYear={chooseYear}
        />
      ) : enrolments.error ? (
        <ErrorState
          title="Le formulaire n’a pas pu être chargé"
          onRetry={() => void enrolments.refetch()}
          retrying={enrolments.isFetching}
        >
          {enrolmentMessage(enrolments.error)}
        </ErrorState>
      ) : (
        <PageSkeleton />
      )}
    </div>
  );
}

/** A choice the address names, for who comes back; the page itself follows at once. */
function useNamed(name: string) {
  const [query, setQuery] = useSearchParams();
  const [value, setValue] = useState(() => query.get(name));
  const choose = (chosen: string) => {
    setValue(chosen);
    setQuery(
      (previous) => {
        const next = new URLSearchParams(previous);
        next.set(name, chosen);
        return next;
      },
      { replace: true },
    );
  };
  return [value, choose] as const;
}
