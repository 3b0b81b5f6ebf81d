import { EmptyState, ErrorState } from '@preau/ui/feedback/states';
import { SkipLink } from '@preau/ui/navigation/skip-link';
import { applyBrand } from '@preau/ui/theme/brand-tokens';
import { MapPinOff } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { Outlet } from 'react-router';
import { problemCodeOf } from '@preau/api-client/failure';
import { useOrganisation } from '../shared/organisation.ts';
import { problemMessage } from '../shared/problem-messages.ts';
import classes from './layout.module.css';

/** The organisation of the address: its colour, its demo banner, or that it does not exist. */
export function OrganisationFrame() {
  const { data: organisation, error, refetch, isFetching } = useOrganisation();

  useEffect(() => {
    if (organisation) applyBrand(document.documentElement, organisation.brandColor);
  }, [organisation]);

  if (problemCodeOf(error) === 'not-found') return <UnknownOrganisation />;
  if (error && !organisation) {
    return (
      <main className={classes.alone}>
        <ErrorState
          title="Le service ne répond pas"
          onRetry={() => void refetch()}
          retrying={isFetching}
        >
          {problemMessage(error)}
        </ErrorState>
      </main>
    );
  }
  return (
    <>
      <SkipLink target="contenu" />
      {organisation?.demo ? (
        <aside className={classes.demo} aria-label="Démonstration">
          <strong>Démonstration</strong> : personnes et prix sont inventés.
        </aside>
      ) : null}
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}

/** No organisation has this address. */
export function UnknownOrganisation() {
  return (
    <main className={classes.alone}>
      <EmptyState icon={<MapPinOff size={28} />} title="Cet espace n’existe pas">
        Vérifiez l’adresse : elle figure dans le message d’invitation que vous avez reçu.
      </EmptyState>
    </main>
  );
}
