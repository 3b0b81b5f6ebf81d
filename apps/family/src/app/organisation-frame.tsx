import { EmptyState, ErrorState } from '@preau/ui/feedback/states';
import { SkipLink } from '@preau/ui/navigation/skip-link';
import { Alone } from '@preau/ui/shell/alone';
import { DemoBanner } from '@preau/ui/shell/demo-banner';
import { PageTitle } from '@preau/ui/shell/page-title';
import { applyBrand } from '@preau/ui/theme/brand-tokens';
import { MapPinOff } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { Outlet } from 'react-router';
import { problemCodeOf } from '@preau/api-client/failure';
import { useOrganisation } from '../shared/organisation.ts';
import { problemMessage } from '../shared/problem-messages.ts';

/** The organisation of the address: its colour, its demo banner, or that it does not exist. */
export function OrganisationFrame() {
  const { data: organisation, error, refetch, isFetching } = useOrganisation();

  useEffect(() => {
    if (organisation) applyBrand(document.documentElement, organisation.brandColor);
  }, [organisation]);

  if (problemCodeOf(error) === 'not-found') return <UnknownOrganisation />;
  if (error && !organisation) {
    return (
      <Alone>
        <PageTitle site="Portail famille" arrivedByLink={false} hidden>
          Portail indisponible
        </PageTitle>
        <ErrorState
          title="Le portail ne répond pas"
          onRetry={() => void refetch()}
          retrying={isFetching}
        >
          {problemMessage(error)}
        </ErrorState>
      </Alone>
    );
  }
  return (
    <>
      <SkipLink target="contenu" />
      {organisation?.demo ? <DemoBanner /> : null}
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}

/** No organisation has this address. */
export function UnknownOrganisation() {
  return (
    <Alone>
      <PageTitle site="Portail famille" arrivedByLink={false} hidden>
        Portail introuvable
      </PageTitle>
      <EmptyState icon={<MapPinOff size={28} />} title="Ce portail n’existe pas">
        Vérifiez l’adresse : elle figure dans le message que votre collectivité vous a envoyé.
      </EmptyState>
    </Alone>
  );
}
