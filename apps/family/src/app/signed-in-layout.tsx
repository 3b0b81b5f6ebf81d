import { ErrorState } from '@preau/ui/feedback/states';
import { BrandMark } from '@preau/ui/navigation/brand-mark';
import { type Tab, TabBar } from '@preau/ui/navigation/tab-bar';
import { CalendarDays, CircleUser, ShoppingCart } from 'lucide-react';
import { Suspense } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { DraftSync } from '../features/bookings/draft-sync.tsx';
import { useDraftSummary } from '../features/bookings/use-draft.ts';
import { isSignedOut } from '@preau/api-client/failure';
import { useOrganisation, usePaths } from '../shared/organisation.ts';
import { problemMessage } from '../shared/problem-messages.ts';
import { useMe } from '../shared/session.ts';
import classes from './layout.module.css';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';

/** Pages of a signed-in parent. A session that ended leads to the sign-in page and back here. */
export function SignedInLayout() {
  const paths = usePaths();
  const { pathname, search } = useLocation();
  const { data: me, error, refetch, isFetching } = useMe();
  const { data: organisation } = useOrganisation();

  if (isSignedOut(error)) {
    return <Navigate to={paths.signIn(`${pathname}${search}`)} replace />;
  }
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div className={classes.headerInner}>
          <Link to={paths.planning()} className={classes.home}>
            <BrandMark portal="Portail famille" organisation={organisation?.name ?? ''} />
          </Link>
          {me ? <MainNavigation /> : null}
          <span className={classes.who}>
            {me ? `${me.account.firstName} ${me.account.lastName}` : ''}
          </span>
        </div>
      </header>
      <main id="contenu" tabIndex={-1} className={classes.main}>
        {me && organisation ? (
          <DraftSync householdId={me.household.id}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </DraftSync>
        ) : error ? (
          <ErrorState
            title="Votre espace n’a pas pu s’ouvrir"
            onRetry={() => void refetch()}
            retrying={isFetching}
          >
            {problemMessage(error)}
          </ErrorState>
        ) : (
          <PageSkeleton />
        )}
      </main>
    </div>
  );
}

function MainNavigation() {
  const paths = usePaths();
  const { pathname } = useLocation();
  const { adds, removes, waits } = useDraftSummary();
  const count = adds + removes + waits;
  const tabs: readonly Tab[] = [
    {
      to: paths.planning(),
      label: 'Planning',
      icon: <CalendarDays size={24} />,
      current: pathname === paths.planning() || pathname === paths.legend,
    },
    {
      to: paths.cart,
      label: 'Panier',
      icon: <ShoppingCart size={24} />,
      current: pathname === paths.cart,
      count,
      countLabel: count > 1 ? `${count} modifications` : '1 modification',
    },
    {
      to: paths.account,
      label: 'Mon compte',
      icon: <CircleUser size={24} />,
      current: pathname === paths.account,
    },
  ];
  return <TabBar label="Navigation principale" tabs={tabs} Link={Link} />;
}
