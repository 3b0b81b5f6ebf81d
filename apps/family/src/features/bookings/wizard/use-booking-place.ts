import { useSearchParams } from 'react-router';
import type { BookingPlace } from '../../../shared/paths.ts';
import { periodKey } from '../../../shared/period-key.ts';
import { type Me, useMe } from '../../../shared/session.ts';
import type { BookingPeriod } from './booking-periods.queries.ts';

export type Child = Me['children'][number];

/** What the address says was chosen: a step can be left, come back to, reloaded, sent to oneself. */
export function useBookingPlace() {
  const { data: me } = useMe();
  const [query, setQuery] = useSearchParams();
  const children = me?.children ?? [];
  const asked = query.get('enfant');
  const child = children.find(({ id }) => id === asked);
  const period = query.get('periode');
  const place: BookingPlace = {
    // Kept as it is until the children are known.
    ...(asked !== null && (child || !me) ? { child: asked } : {}),
    ...(period ? { period } : {}),
  };
  return {
    children,
    child,
    place,
    choosePeriod: (chosen: BookingPeriod) =>
      setQuery(
        (previous) => {
          const next = new URLSearchParams(previous);
          next.set('periode', periodKey(chosen));
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}

/** The period of the address, among those of a child. */
export const findPeriod = (
  periods: readonly BookingPeriod[],
  { child, period }: BookingPlace,
): BookingPeriod | undefined =>
  periods.find(
    (candidate) =>
      periodKey(candidate) === period && (!child || candidate.childIds.includes(child)),
  );
