import { BrandMark } from '@preau/ui/navigation/brand-mark';
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { ContactCard } from '../shared/contact-card.tsx';
import { useOrganisation } from '../shared/organisation.ts';
import classes from './layout.module.css';
import { PageSkeleton } from './page-skeleton.tsx';

/** Pages before signing in: one card in the middle, whom to contact under it. */
export function SignedOutLayout() {
  const { data: organisation } = useOrganisation();
  return (
    <div className={classes.doorstep}>
      <header className={classes.doorHeader}>
        <BrandMark portal="Portail famille" organisation={organisation?.name ?? ''} />
      </header>
      <main id="contenu" tabIndex={-1} className={classes.card}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      {organisation ? (
        <footer className={classes.doorFooter}>
          <h2 className={classes.footerTitle}>Besoin d’aide ?</h2>
          <ContactCard organisation={organisation} />
        </footer>
      ) : null}
    </div>
  );
}
