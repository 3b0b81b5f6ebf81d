import { BrandMark } from '@preau/ui/navigation/brand-mark';
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { useOrganisation } from '../shared/organisation.ts';
import classes from './layout.module.css';
import { PageSkeleton } from './page-skeleton.tsx';

/** Pages before signing in: one card in the middle. */
export function SignedOutLayout() {
  const { data: organisation } = useOrganisation();
  return (
    <div className={classes.doorstep}>
      <header>
        <BrandMark portal="Espace professionnel" organisation={organisation?.name ?? ''} />
      </header>
      <main id="contenu" tabIndex={-1} className={classes.card}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
