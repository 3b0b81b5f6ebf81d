import { ErrorState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
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
  const [query, setQuery] = useSearchParams();
  const enrolments = useEnrolments(query.get('annee'));
  const { data } = enrolments;
  const set = (name: string, value: string) =>
    setQuery(
      (previous) => {
        const next = new URLSearchParams(previous);
        next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const only = data?.children.length === 1 ? data.children[0] : undefined;
  const child = data?.children.find(({ id }) => id === query.get('enfant')) ?? only;
  return (
    <div className={classes.page}>
      <p>
        <Link to={paths.enrolments}>Toutes mes inscriptions</Link>
      </p>
      <PageTitle>Demander une inscription</PageTitle>
      {data && organisation ? (
        <AskForm
          key={`${child?.id} ${data.schoolYear}`}
          organisation={organisation}
          data={data}
          child={child}
          onChild={(id) => set('enfant', id)}
          onYear={(year) => set('annee', year)}
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
