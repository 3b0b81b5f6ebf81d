import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState, ErrorState } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { ClipboardList, Plus } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { useOrganisation, usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { EnrolmentCard } from './enrolment-card.tsx';
import { EnrolmentFilters } from './enrolment-filters.tsx';
import { placeOf } from './enrolment-place.ts';
import { enrolmentMessage } from './enrolment-problems.ts';
import classes from './enrolments.module.css';
import { type ChildEnrolments, type OwnEnrolment, useEnrolments } from './enrolments.queries.ts';
import { type EnrolmentFilter, useEnrolmentFilter } from './use-enrolment-filter.ts';
import { WithdrawEnrolmentSheet } from './withdraw-enrolment-sheet.tsx';

/** « Mes inscriptions »: what each child is enrolled in, asked for, or could be, by school year. */
export function EnrolmentsPage() {
  const { data: organisation } = useOrganisation();
  const filter = useEnrolmentFilter();
  const enrolments = useEnrolments(filter.schoolYear);
  const { data } = enrolments;
  return (
    <div className={classes.page}>
      <PageTitle>{organisation?.labels.enrolments ?? 'Mes inscriptions'}</PageTitle>
      {data && organisation ? (
        <>
          <JustAsked />
          <EnrolmentFilters
            filter={filter}
            schoolYears={data.schoolYears}
            schoolYear={data.schoolYear}
            childList={data.children}
          />
          {data.children.length === 0 ? <NoChild /> : null}
          {data.children
            .filter(({ id }) => filter.childId === null || id === filter.childId)
            .map((child) => (
              <ChildSection
                key={child.id}
                child={child}
                schoolYear={data.schoolYear}
                timeZone={organisation.timeZone}
                filter={filter}
              />
            ))}
        </>
      ) : enrolments.error ? (
        <ErrorState
          title="Vos inscriptions n’ont pas pu être chargées"
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

type ChildSectionProps = {
  readonly child: ChildEnrolments;
  readonly schoolYear: string;
  readonly timeZone: string;
  readonly filter: EnrolmentFilter;
};

function ChildSection({ child, schoolYear, timeZone, filter }: ChildSectionProps) {
  const titleId = useId();
  const paths = usePaths();
  const [withdrawn, setWithdrawn] = useState<OwnEnrolment | null>(null);
  const { id, firstName, items, available } = child;
  const shown = items.filter(filter.shows);
  return (
    <section className={classes.child} aria-labelledby={titleId}>
      <header className={classes.childHead}>
        <h2 id={titleId}>{firstName}</h2>
        {available.length > 0 ? (
          <Link
            className={buttonClass('secondary')}
            to={`${paths.enrolments}/demander${placeOf({ child: id, schoolYear })}`}
          >
            <Plus size={20} aria-hidden="true" />
            Demander une inscription
            <VisuallyHidden>{` pour ${firstName}`}</VisuallyHidden>
          </Link>
        ) : null}
      </header>
      {shown.length > 0 ? (
        <ul className={classes.list}>
          {shown.map((enrolment) => (
            <li key={enrolment.id}>
              <EnrolmentCard
                childId={id}
                childName={firstName}
                enrolment={enrolment}
                timeZone={timeZone}
                onWithdraw={() => setWithdrawn(enrolment)}
              />
            </li>
          ))}
        </ul>
      ) : items.length > 0 && filter.narrows ? (
        <div className={classes.nothing}>
          <p>Aucune inscription de ce genre.</p>
          <Button variant="quiet" onClick={filter.clear}>
            Voir toutes ses inscriptions
          </Button>
        </div>
      ) : (
        <p className={classes.nothing}>Aucune inscription pour {schoolYear}.</p>
      )}
      {withdrawn ? (
        <WithdrawEnrolmentSheet
          enrolment={withdrawn}
          childName={firstName}
          onClose={() => setWithdrawn(null)}
        />
      ) : null}
    </section>
  );
}

function NoChild() {
  return (
    <EmptyState
      icon={<ClipboardList size={28} />}
      title="Aucun enfant n’est enregistré dans votre foyer"
    >
      Contactez le service pour ajouter un enfant.
    </EmptyState>
  );
}

/** One comes from the form, which has just asked for something. */
function JustAsked() {
  const { state, pathname, search } = useLocation();
  const navigate = useNavigate();
  const [asked] = useState(() => typeof state === 'object' && state !== null && 'asked' in state);

  useEffect(() => {
    // Said once: a page that is reloaded has not asked for anything.
    if (asked) void navigate(`${pathname}${search}`, { replace: true, state: null });
  }, [asked, navigate, pathname, search]);

  return asked ? (
    <Notice tone="success" title="Votre demande a été correctement enregistrée" announced>
      La réponse du service arrivera ici et par e‑mail.
    </Notice>
  ) : null;
}
