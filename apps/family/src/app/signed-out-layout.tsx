import { Doorstep } from '@preau/ui/shell/doorstep';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { lazy, Suspense } from 'react';
import { Outlet } from 'react-router';
import { ContactCard } from '../shared/contact-card.tsx';
import { useOrganisation } from '../shared/organisation.ts';

const LegalLinks = lazy(async () => ({
  default: (await import('./page-footer.tsx')).LegalLinks,
}));

/** Pages before signing in. */
export function SignedOutLayout() {
  const { data: organisation } = useOrganisation();
  return (
    <Doorstep
      portal="Portail famille"
      organisation={organisation?.name ?? ''}
      help={organisation ? <ContactCard organisation={organisation} detailed={false} /> : null}
      legal={
        organisation ? (
          <Suspense fallback={null}>
            <LegalLinks organisation={organisation} />
          </Suspense>
        ) : null
      }
    >
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </Doorstep>
  );
}
