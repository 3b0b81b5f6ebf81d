import { ErrorState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { type ComponentType, useState } from 'react';
import { LatePart } from '../features/bookings/late-part.tsx';
import { PageTitle } from '../shared/page-title.tsx';

/**
 * A page whose code is fetched when it is first visited. Without a network it says so and can be
 * tried again, where a lazy component would stay broken until the whole portal is loaded anew.
 */
export function latePage(load: () => Promise<ComponentType>): ComponentType {
  let known: ComponentType | null = null;
  const fetchPage = async () => {
    known ??= await load();
    return known;
  };
  return function LatePage() {
    // As it was when the page appeared: what arrives meanwhile does not take its place.
    const [Known] = useState(() => known);
    if (Known) return <Known />;
    return (
      <LatePart load={fetchPage} waiting={<PageSkeleton />} failed={notLoaded}>
        {(Page) => <Page />}
      </LatePart>
    );
  };
}

const notLoaded = (retry: () => void) => (
  <>
    <PageTitle hidden>Page non chargée</PageTitle>
    <ErrorState title="Cette page n’a pas pu être chargée" onRetry={retry}>
      Vérifiez votre connexion, puis réessayez. Ce que vous avez mis dans le panier est conservé.
    </ErrorState>
  </>
);
