import { BrandMark } from '@preau/ui/navigation/brand-mark';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { Suspense } from 'react';
import { Link, Outlet } from 'react-router';
import { useOrganisation, usePaths } from '../shared/organisation.ts';
import { PageFooter } from './page-footer.tsx';
import classes from './public-layout.module.css';
import { useScrollToTop } from './use-scroll-to-top.ts';

/** Pages that anybody may read, signed in or not. */
export function PublicLayout() {
  const paths = usePaths();
  const { data: organisation } = useOrganisation();
  useScrollToTop();
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Link to={paths.root} className={classes.home}>
          <BrandMark portal="Portail famille" organisation={organisation?.name ?? ''} />
        </Link>
        <Link className={classes.back} to={paths.root}>
          Revenir au portail
        </Link>
      </header>
      <main id="contenu" tabIndex={-1} className={classes.main}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      {organisation ? <PageFooter organisation={organisation} /> : null}
    </div>
  );
}
