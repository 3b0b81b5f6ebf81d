import { buttonClass } from '@preau/ui/actions/button';
import { problemCodeOf } from '@preau/api-client/failure';
import { EmptyState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { ChevronLeft, Pencil, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { ChildrenPanel } from './children-panel.tsx';
import { FileTick } from './file-tick.tsx';
import { GuardiansPanel } from './guardians-panel.tsx';
import { HouseholdFacts } from './household-facts.tsx';
import classes from './household-page.module.css';
import { useHousehold } from './households.queries.ts';

type HouseholdPageProps = {
  readonly id: string;
  /** What other parts of the back office tell of this household. */
  readonly children: ReactNode;
};

/** Everything the office knows of a household, and what it does for it. */
export function HouseholdPage({ id, children }: HouseholdPageProps) {
  const household = useHousehold(id);
  const paths = usePaths();
  if (household.error && !household.data) {
    return problemCodeOf(household.error) === 'not-found' ? (
      <UnknownHousehold />
    ) : (
      <>
        <PageTitle>Famille</PageTitle>
        <LoadFailure
          title="La fiche n’a pas pu être chargée"
          error={household.error}
          retry={() => void household.refetch()}
          retrying={household.isFetching}
        />
      </>
    );
  }
  if (!household.data) {
    return (
      <>
        <PageTitle>Famille</PageTitle>
        <PageSkeleton />
      </>
    );
  }
  const { data } = household;
  return (
    <>
      <BackToFamilies />
      <div className={classes.head}>
        <PageTitle>{data.name}</PageTitle>
        <FileTick household={data} />
        <Link
          className={`${buttonClass('secondary')} ${classes.change}`}
          to={paths.changeFamily(id)}
        >
          <Pencil size={20} aria-hidden="true" />
          Modifier la fiche
        </Link>
      </div>
      <div className={classes.stack}>
        <div className={classes.people}>
          <div className={classes.stack}>
            <GuardiansPanel household={data} />
            <HouseholdFacts household={data} />
          </div>
          <ChildrenPanel household={data} />
        </div>
        {children}
      </div>
    </>
  );
}

/** Back to the list as it was left, when one comes from it. */
export function BackToFamilies() {
  const paths = usePaths();
  const navigate = useNavigate();
  const { state } = useLocation();
  return (
    <Link
      className={classes.back}
      to={paths.families()}
      onClick={(event) => {
        // The list is the entry before: going back finds its words, its filter and its place.
        const isBefore = (state as { fromFamilies?: boolean } | null)?.fromFamilies === true;
        if (!isBefore || event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        void navigate(-1);
      }}
    >
      <ChevronLeft size={20} aria-hidden="true" />
      Familles
    </Link>
  );
}

function UnknownHousehold() {
  const paths = usePaths();
  return (
    <>
      <PageTitle>Famille introuvable</PageTitle>
      <EmptyState
        icon={<UserX size={28} />}
        title="Cette famille n’existe pas ou n’existe plus"
        action={
          <Link className={buttonClass('primary')} to={paths.families()}>
            Voir les familles
          </Link>
        }
      />
    </>
  );
}
