import { ContactCard } from '@preau/ui/contact/contact-card';
import { Doorstep } from '@preau/ui/shell/doorstep';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { portalName, useOrganisation } from '../shared/organisation.ts';

/** Pages before signing in. */
export function SignedOutLayout() {
  const { data: organisation } = useOrganisation();
  return (
    <Doorstep
      portal={portalName}
      organisation={organisation?.name ?? ''}
      help={
        organisation ? (
          <ContactCard
            phone={organisation.contact.phone}
            email={organisation.contact.email}
            officeHours={organisation.officeHoursText}
          />
        ) : null
      }
    >
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </Doorstep>
  );
}
