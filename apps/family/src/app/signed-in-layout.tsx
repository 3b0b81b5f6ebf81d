import { isSignedOut } from '@preau/api-client/failure';
import { ErrorState } from '@preau/ui/feedback/states';
import { BrandMark } from '@preau/ui/navigation/brand-mark';
import { ErrorBoundary } from '@preau/ui/shell/error-boundary';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { lazy, Suspense, useState } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { DraftSync } from '../features/bookings/draft-sync.tsx';
import { useOrganisation, usePaths } from '../shared/organisation.ts';
import { PageTitle } from '../shared/page-title.tsx';
import { problemMessage } from '../shared/problem-messages.ts';
import { type Me, useMe } from '../shared/session.ts';
import { CartLink } from './cart-link.tsx';
import { brokenPageAdvice } from './error-page.ts';
import classes from './layout.module.css';
import { MainNavigation } from './main-navigation.tsx';
import { useScrollToTop } from './use-scroll-to-top.ts';

const TermsPage = lazy(async () => ({
  default: (await import('../features/legal/terms-page.tsx')).TermsPage,
}));
const PageFooter = lazy(async () => ({
  default: (await import('./page-footer.tsx')).PageFooter,
}));

/** Pages of a signed-in parent. A session that ended leads to the sign-in page and back here. */
export function SignedInLayout() {
  const paths = usePaths();
  const { pathname, search } = useLocation();
  const { data: me, error, refetch, isFetching } = useMe();
  const { data: organisation } = useOrganisation();
  useScrollToTop();

  if (isSignedOut(error)) {
    return <Navigate to={paths.signIn(`${pathname}${search}`)} replace />;
  }
  const ready = me && organisation;
  const admitted = ready && !me.termsToAccept;
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div className={classes.headerInner}>
          <Link to={paths.root} className={classes.home}>
            <BrandMark portal="Portail famille" organisation={organisation?.name ?? ''} />
          </Link>
          {admitted ? (
            <div className={classes.navigation}>
              <MainNavigation organisation={organisation} />
            </div>
          ) : null}
          <span className={classes.who}>
            {me ? `${me.account.firstName} ${me.account.lastName}` : ''}
          </span>
          {admitted ? <CartLink /> : null}
        </div>
      </header>
      <main id="contenu" tabIndex={-1} className={classes.main}>
        {ready ? (
          <DraftSync householdId={me.household.id}>
            <Suspense fallback={<PageSkeleton />}>
              <Pages me={me} />
            </Suspense>
          </DraftSync>
        ) : error ? (
          <>
            <PageTitle hidden>Espace indisponible</PageTitle>
            <ErrorState
              title="Votre espace n’a pas pu s’ouvrir"
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
      {organisation ? (
        <Suspense fallback={null}>
          <PageFooter organisation={organisation} signedIn />
        </Suspense>
      ) : null}
    </div>
  );
}

/**
 * The page of the address, once the terms of use are accepted. Terms published while a page is open
 * come before it without taking it away: what was being typed is still there afterwards.
 */
function Pages({ me }: { readonly me: Me }) {
  const { pathname } = useLocation();
  const gated = me.termsToAccept;
  const [opened, setOpened] = useState(!gated);
  if (!gated && !opened) setOpened(true);
  return (
    <>
      {gated ? <TermsPage /> : null}
      <div className={classes.pages} hidden={gated}>
        {opened ? (
          <ErrorBoundary key={pathname} inside advice={brokenPageAdvice}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        ) : null}
      </div>
    </>
  );
}
