import {
  type AnswerRequestsResponse,
  answerRequests,
  type ListHouseholdRequestsResponse,
  type ListRequestsResponse,
  recordPayment,
  takeBackAnswers,
} from '@preau/api-client/staff';
import { shouldRetry } from '@preau/api-client/failure';
import {
  findRequestOptions,
  listHouseholdRequestsOptions,
  listRequestsInfiniteOptions,
} from '@preau/api-client/staff/queries';
import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';

export type BookingRequest = ListRequestsResponse['items'][number];
export type RequestDay = BookingRequest['days'][number];
export type HouseholdRequests = ListHouseholdRequestsResponse;
export type Answered = AnswerRequestsResponse;

/** What one can look at. */
export const requestStates = ['pending', 'overdue', 'toPay', 'answered'] as const;
export type RequestsShown = (typeof requestStates)[number];

/** Requests to book or to cancel, a page at a time. */
export function useRequests(state: RequestsShown, facilityId: string | null) {
  const query = { state, ...(facilityId === null ? {} : { facilityId }) };
  return useInfiniteQuery({
    ...listRequestsInfiniteOptions({ query }),
    initialPageParam: {},
    getNextPageParam: ({ next }: ListRequestsResponse) => next,
    refetchInterval: 60_000,
  });
}

/** A request that is named though no page loaded has it; nothing where it does not wait. */
export function useNamedRequest(id: string | null, state: RequestsShown) {
  const shown = state === 'toPay' ? 'toPay' : 'pending';
  return useQuery({
    ...findRequestOptions({ query: { request: id ?? '', state: shown } }),
    enabled: id !== null && state !== 'answered',
  });
}

/** What of one household waits for an answer or a payment. */
export function useHouseholdRequests(householdId: string) {
  return useQuery(listHouseholdRequestsOptions({ path: { id: householdId } }));
}

export type Answer = {
  readonly answers: readonly { readonly bookingId: string; readonly accept: boolean }[];
  readonly because: string | null;
  /** Of the attempt: however often it is sent, it takes effect once. */
  readonly key: string;
};

/** Accepts and refuses; whatever the answer, what is shown is asked again. */
export function useAnswer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ answers, because, key }: Answer) => {
      const { data } = await answerRequests({
        body: { answers: [...answers], because },
        headers: { 'idempotency-key': key },
        throwOnError: true,
      });
      return data;
    },
    retry: shouldRetry,
    onSettled: () => refreshRequests(client),
  });
}

/** Takes one's answer back. */
export function useTakeBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const { data } = await takeBackAnswers({ path: { id }, throwOnError: true });
      return data;
    },
    onSettled: () => refreshRequests(client),
  });
}

export type Payment = {
  readonly bookingIds: readonly string[];
  readonly how: string;
  readonly key: string;
};

/** Says that bookings were paid at the counter. */
export function useRecordPayment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ bookingIds, how, key }: Payment) => {
      const { data } = await recordPayment({
        body: { bookingIds: [...bookingIds], how },
        headers: { 'idempotency-key': key },
        throwOnError: true,
      });
      return data;
    },
    retry: shouldRetry,
    onSettled: () => refreshRequests(client),
  });
}

const told = new Set([
  'listRequests',
  'findRequest',
  'listHouseholdRequests',
  'countRequests',
  'getPlanning',
  'getHouseholdHistory',
  'getBookingHistory',
  'getToday',
]);

/** Everything that tells of requests and of the bookings they become; nobody waits for it. */
function refreshRequests(client: QueryClient): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [key] }) =>
      typeof key === 'object' && key !== null && '_id' in key && told.has(String(key._id)),
  });
}
