import { Doorstep } from '@preau/ui/shell/doorstep';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { ContactCard } from '../shared/contact-card.tsx';
import { useOrganisation } from '../shared/organisation.ts';

/** Pages before signing in. */
export function SignedOutLayout() {
  const { data: organisation } = useOrganisation();
  return (
    <Doorstep
      portal="Portail famille"
      organisation={organisation?.name ?? ''}
      help={organisation ? <ContactCard organisation={organisation} /> : null}
    >
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </Doorstep>
  );
}
