import { CountBadge } from '@preau/ui/navigation/count-badge';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { Link } from 'react-router';
import { usePaths } from '../organisation.ts';
import { PageTitle } from '../page-title.tsx';
import { useRequestCounts } from './request-counts.ts';
import classes from './requests-head.module.css';

export type RequestsTab = 'bookings' | 'enrolments' | 'documents';

const labels: Readonly<Record<RequestsTab, string>> = {
  bookings: 'Réservations',
  enrolments: 'Inscriptions',
  documents: 'Documents',
};

/** « Demandes »: the title and the three kinds of request, with what waits in each. */
export function RequestsHead({ current }: { readonly current: RequestsTab }) {
  const paths = usePaths();
  const counts = useRequestCounts();
  const tabs = [
    { tab: 'bookings', to: paths.bookingRequests, count: counts?.bookings ?? 0 },
    { tab: 'enrolments', to: paths.enrolmentRequests, count: counts?.enrolments ?? 0 },
    { tab: 'documents', to: paths.documentRequests, count: counts?.documents ?? 0 },
  ] as const;
  return (
    <>
      <PageTitle>Demandes</PageTitle>
      <nav className={classes.tabs} aria-label="Sortes de demandes">
        {tabs.map(({ tab, to, count }) => (
          <Link
            key={tab}
            to={to}
            className={classes.tab}
            aria-current={tab === current ? 'page' : undefined}
          >
            {labels[tab]}
            <CountBadge count={count} />
            {count > 0 ? <VisuallyHidden>{`, ${count} à traiter`}</VisuallyHidden> : null}
          </Link>
        ))}
      </nav>
    </>
  );
}
