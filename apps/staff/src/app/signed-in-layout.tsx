import { isSignedOut } from '@preau/api-client/failure';
import { ErrorState } from '@preau/ui/feedback/states';
import { BrandMark } from '@preau/ui/navigation/brand-mark';
import { ErrorBoundary } from '@preau/ui/shell/error-boundary';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { CircleUser } from 'lucide-react';
import { Suspense } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { SignOutButton } from '../features/accounts/sign-out-button.tsx';
import { portalName, useOrganisation, usePaths } from '../shared/organisation.ts';
import { PageTitle } from '../shared/page-title.tsx';
import { problemMessage } from '../shared/problem-messages.ts';
import { useMe } from '../shared/session.ts';
import { brokenPageAdvice } from './error-page.ts';
import { IdleWarning } from './idle-warning.tsx';
import { MainNavigation } from './main-navigation.tsx';
import classes from './signed-in-layout.module.css';

/** Pages of signed-in staff. A session that ended leads to the sign-in page and back here. */
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
        <Link to={paths.today()} className={classes.home}>
          <BrandMark portal={portalName} organisation={organisation?.name ?? ''} />
        </Link>
        {me ? <MainNavigation me={me} /> : null}
        {me ? (
          <div className={classes.who}>
            <p className={classes.name}>{me.account.displayName}</p>
            <Link
              to={paths.account}
              className={classes.account}
              aria-current={pathname === paths.account ? 'page' : undefined}
            >
              <CircleUser size={22} aria-hidden="true" />
              Mon compte
            </Link>
            <div className={classes.signOut}>
              <SignOutButton />
            </div>
          </div>
        ) : null}
      </header>
      <main id="contenu" tabIndex={-1} className={classes.main}>
        {me && organisation ? (
          // A page that breaks leaves the header and the other pages where they are.
          <ErrorBoundary key={pathname} inside advice={brokenPageAdvice}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        ) : error ? (
          <>
            <PageTitle hidden>Espace indisponible</PageTitle>
            <ErrorState
              title="L’espace de gestion n’a pas pu s’ouvrir"
              onRetry={() => void refetch()}
              retrying={isFetching}
            >
              {problemMessage(error)}
            </ErrorState>
          </>
        ) : (
          <PageSkeleton />
        )}
      </main>
      {me ? <IdleWarning /> : null}
    </div>
  );
}
