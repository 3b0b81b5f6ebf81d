import { countRequestsOptions } from '@preau/api-client/staff/queries';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from 'react-router';
import type { RequestCounts } from '../../shared/inbox/request-counts.ts';
import { usePaths } from '../../shared/organisation.ts';

/** « Demandes »: leads to the first kind of request that waits. */
export function RequestsIndex() {
  const paths = usePaths();
  const { search } = useLocation();
  const { data, error } = useQuery(countRequestsOptions());
  if (!data && !error) return <PageSkeleton />;
  return <Navigate to={`${firstOf(data, paths)}${search}`} replace />;
}

function firstOf(counts: RequestCounts | undefined, paths: ReturnType<typeof usePaths>): string {
  if (!counts || counts.bookings > 0) return paths.bookingRequests;
  if (counts.enrolments > 0) return paths.enrolmentRequests;
  return counts.documents > 0 ? paths.documentRequests : paths.bookingRequests;
}
