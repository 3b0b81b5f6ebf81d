import {
  book,
  type GetBookingHistoryResponse,
  type GetHouseholdHistoryResponse,
  type GetPlanningResponse,
  previewBookings,
  type PreviewBookingsResponse,
} from '@preau/api-client/staff';
import {
  getBookingHistoryOptions,
  getHouseholdHistoryInfiniteOptions,
  getPlanningOptions,
} from '@preau/api-client/staff/queries';
import { shouldRetry } from '@preau/api-client/failure';
import { addDays, type Day } from '@preau/domain/time/day';
import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';

/** What the office is about to do with one day of one child. */
export type Change = {
  readonly childId: string;
  readonly sessionId: string;
  /** `wait`: book it if a place is free by then, else put the child on the list. */
  readonly action: 'add' | 'remove' | 'wait';
};

export type Planning = GetPlanningResponse;
export type PlanningRow = Planning['rows'][number];
export type Preview = PreviewBookingsResponse;
export type PreviewLine = Preview['lines'][number];
export type HouseholdHistory = GetHouseholdHistoryResponse;
export type HistoryEntry = HouseholdHistory['items'][number];
export type BookingHistory = GetBookingHistoryResponse;

/** The week of a household, Monday to Sunday, with the verdicts of the staff. */
export function useWeek(householdId: string, monday: Day) {
  return useQuery({
    ...getPlanningOptions({
      path: { id: householdId },
      query: { from: monday, until: addDays(monday, 6) },
    }),
    placeholderData: keepPreviousData,
  });
}

/** What changes would do and cost, past the limit too; nothing is written. */
export function usePreview(householdId: string, changes: readonly Change[]) {
  return useQuery(
    queryOptions({
      queryKey: ['staff-preview', householdId, changes],
      queryFn: async ({ signal }) => {
        const { data } = await previewBookings({
          path: { id: householdId },
          body: { changes: [...changes] },
          signal,
          throwOnError: true,
        });
        return data;
      },
      enabled: changes.length > 0,
      staleTime: 0,
      gcTime: 0,
      placeholderData: keepPreviousData,
    }),
  );
}

export type Booking = {
  readonly changes: readonly Change[];
  readonly note: string | null;
  /** What was shown: the server refuses any other. */
  readonly totalCents: number;
  /** Of the attempt: however often it is sent, it takes effect once. */
  readonly key: string;
};

/** Books and cancels for a household; its planning, places and history are asked again. */
export function useBook(householdId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ changes, note, totalCents, key }: Booking) => {
      const { data } = await book({
        path: { id: householdId },
        body: { changes: [...changes], note, totalCents },
        headers: { 'idempotency-key': key },
        throwOnError: true,
      });
      return data;
    },
    retry: shouldRetry,
    onSettled: () => {
      void refreshBookings(client);
    },
  });
}

/** Everything that tells of bookings. */
async function refreshBookings(client: QueryClient): Promise<void> {
  const ids = new Set(['getPlanning', 'getHouseholdHistory', 'getBookingHistory', 'getToday']);
  await client.invalidateQueries({
    predicate: ({ queryKey: [first] }) =>
      first === 'staff-preview' ||
      (typeof first === 'object' && first !== null && '_id' in first && ids.has(String(first._id))),
  });
}

/** What happened to the bookings of a household, newest first, a page at a time. */
export function useHouseholdHistory(householdId: string) {
  return useInfiniteQuery({
    ...getHouseholdHistoryInfiniteOptions({ path: { id: householdId } }),
    initialPageParam: { path: { id: householdId } },
    getNextPageParam: ({ next }: HouseholdHistory) => next,
  });
}

/** The life of one booking. */
export function useBookingHistory(bookingId: string) {
  return useQuery(getBookingHistoryOptions({ path: { id: bookingId } }));
}
