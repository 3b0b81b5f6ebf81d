import {
  type AnswerEnrolmentRequestsResponse,
  answerEnrolmentRequests,
  type ListEnrolmentRequestsResponse,
  takeBackEnrolmentAnswers,
} from '@preau/api-client/staff';
import { shouldRetry } from '@preau/api-client/failure';
import { listEnrolmentRequestsInfiniteOptions } from '@preau/api-client/staff/queries';
import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';

export type EnrolmentRequest = ListEnrolmentRequestsResponse['items'][number];
export type EnrolmentAnswer = EnrolmentRequest['answers'][number];
export type AnsweredEnrolments = AnswerEnrolmentRequestsResponse;

/** What one can look at. */
export const enrolmentRequestStates = ['pending', 'answered'] as const;
export type EnrolmentsShown = (typeof enrolmentRequestStates)[number];

/** Requests for enrolments, a page at a time. */
export function useEnrolmentRequests(state: EnrolmentsShown) {
  return useInfiniteQuery({
    ...listEnrolmentRequestsInfiniteOptions({ query: { state } }),
    initialPageParam: {},
    getNextPageParam: ({ next }: ListEnrolmentRequestsResponse) => next,
    refetchInterval: 60_000,
  });
}

export type SentAnswer = {
  readonly enrolmentId: string;
  readonly answer: EnrolmentAnswer;
  /** `null` = as proposed. */
  readonly ageGroup: string | null;
  readonly because: string | null;
  /** Of the attempt: however often it is sent, it takes effect once. */
  readonly key: string;
};

/** Answers one request; whatever the answer, what is shown is asked again. */
export function useAnswerEnrolment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ enrolmentId, answer, ageGroup, because, key }: SentAnswer) => {
      const { data } = await answerEnrolmentRequests({
        body: { answers: [{ enrolmentId, answer, ageGroup }], because },
        headers: { 'idempotency-key': key },
        throwOnError: true,
      });
      return data;
    },
    retry: shouldRetry,
    onSettled: () => refresh(client),
  });
}

/** Takes one's answer back. */
export function useTakeBackEnrolments() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const { data } = await takeBackEnrolmentAnswers({ path: { id }, throwOnError: true });
      return data;
    },
    onSettled: () => refresh(client),
  });
}

const told = new Set([
  'listEnrolmentRequests',
  'countRequests',
  'listHouseholdEnrolments',
  'getPlanning',
]);

function refresh(client: QueryClient): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [key] }) =>
      typeof key === 'object' && key !== null && '_id' in key && told.has(String(key._id)),
  });
}
