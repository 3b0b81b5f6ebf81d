import type {
  GetOccupancyDayResponse,
  GetOccupancyResponse,
  GivePlaceData,
} from '@preau/api-client/staff';
import {
  changePlacesMutation,
  getOccupancyDayOptions,
  getOccupancyOptions,
  givePlaceMutation,
  offerPlaceMutation,
} from '@preau/api-client/staff/queries';
import type { Day } from '@preau/domain/time/day';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export type Occupancy = GetOccupancyResponse;
export type OccupancyRow = Occupancy['rows'][number];
export type OccupancyCell = NonNullable<OccupancyRow['cells'][number]>;
export type OccupancyDay = GetOccupancyDayResponse;
export type DaySession = OccupancyDay['sessions'][number];
export type Waiting = DaySession['waiting'][number];
export type Words = GivePlaceData['body'];

/** The places of a month, at every site: choosing one of them asks nothing more. */
export function useOccupancy(from: Day, until: Day) {
  return useQuery({
    ...getOccupancyOptions({ query: { from, until } }),
    placeholderData: keepPreviousData,
  });
}

/** What a unit holds on a day. */
export function useOccupancyDay(unitId: string, on: Day) {
  return useQuery({ ...getOccupancyDayOptions({ query: { unitId, on } }), retry: false });
}

const shown = new Set(['getOccupancy', 'getOccupancyDay']);

/** Asks again for what is shown: somebody else may have given the place meanwhile. */
function useRefresh() {
  const client = useQueryClient();
  return () =>
    void client.invalidateQueries({
      predicate: ({ queryKey: [key] }) =>
        typeof key === 'object' && key !== null && '_id' in key && shown.has(String(key._id)),
    });
}

/** Offers a place to who waits, or gives it. */
export function useGiving() {
  const refresh = useRefresh();
  const offer = useMutation({ ...offerPlaceMutation(), onSettled: refresh });
  const place = useMutation({ ...givePlaceMutation(), onSettled: refresh });
  return { offer, place };
}

/** Sets the places of a day. */
export function useChangePlaces() {
  const refresh = useRefresh();
  return useMutation({ ...changePlacesMutation(), onSettled: refresh });
}
