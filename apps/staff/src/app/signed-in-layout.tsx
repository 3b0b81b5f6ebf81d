import { isSignedOut } from '@preau/api-client/failure';
import { ErrorState } from '@preau/ui/feedback/states';
import { BrandMark } from '@preau/ui/navigation/brand-mark';
import { Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useOrganisation, usePaths } from '../shared/organisation.ts';
import { problemMessage } from '../shared/problem-messages.ts';
import { type Me, useMe } from '../shared/session.ts';
import classes from './layout.module.css';
import { MainNavigation } from './main-navigation.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { SignOutButton } from '../features/accounts/sign-out-button.tsx';

/** Pages of a signed-in member of staff. A session that ended leads to the sign-in page and back. */
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
      <header className={classes.side}>
        <BrandMark portal="Préau" organisation={organisation?.name ?? ''} />
        {me ? <MainNavigation me={me} /> : null}
        {me ? <Person me={me} /> : null}
      </header>
      <main id="contenu" tabIndex={-1} className={classes.main}>
        {me && organisation ? (
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
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

function Person({ me }: { readonly me: Me }) {
  return (
    <div className={classes.person}>
      <span>{me.account.displayName}</span>
      <SignOutButton />
    </div>
  );
}
