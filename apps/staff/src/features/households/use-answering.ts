import {
  answerEnrolmentRequests,
  type AnswerEnrolmentRequestsResponse,
  takeBackEnrolmentAnswers,
} from '@preau/api-client/staff';
import { fromIso } from '@preau/domain/time/instant';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { deviceNow } from '../../shared/clock.ts';
import type { HouseholdEnrolment } from './enrolment-looks.tsx';

type Answered = AnswerEnrolmentRequestsResponse;

export type Answering = ReturnType<typeof useAnswering>;

/**
 * Answers a request of the household, once however often it is sent; what was answered may be taken
 * back until it is final.
 */
export function useAnswering(householdId: string) {
  const client = useQueryClient();
  const [last, setLast] = useState<Answered | null>(null);
  // Its page, and whatever lists or counts requests.
  const refresh = () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => {
        const key = JSON.stringify(queryKey);
        return key.includes(householdId) || key.includes('Requests');
      },
    });
  const sending = useMutation({
    mutationFn: async (sent: {
      readonly answer: Parameters<typeof answerEnrolmentRequests>[0]['body'];
      readonly key: string;
    }) => {
      const { data } = await answerEnrolmentRequests({
        body: sent.answer,
        headers: { 'idempotency-key': sent.key },
        throwOnError: true,
      });
      return data;
    },
    onSettled: refresh,
  });
  const takingBack = useMutation({
    mutationFn: async (id: string) => {
      const { data } = await takeBackEnrolmentAnswers({ path: { id }, throwOnError: true });
      return data;
    },
    onSettled: refresh,
  });
  useForgetting(last, () => setLast(null));
  return {
    busy: sending.isPending,
    error: sending.error,
    answer: (
      enrolmentId: string,
      answer: HouseholdEnrolment['answers'][number],
      ageGroup: string | null,
      because: string | null,
      onDone: () => void,
    ) => {
      const body = { answers: [{ enrolmentId, answer, ageGroup }], because };
      sending.mutate(
        { answer: body, key: crypto.randomUUID() },
        {
          onSuccess: (data) => {
            takingBack.reset();
            setLast(data);
            onDone();
          },
        },
      );
    },
    /** What was answered last, while it may be taken back; then nothing. */
    last,
    takeBack: () => {
      if (last?.decisionId) {
        takingBack.mutate(last.decisionId, { onSuccess: () => setLast(null) });
      }
    },
    takingBack: takingBack.isPending,
    takeBackError: takingBack.error,
  };
}

/** An answer that is final is no longer offered to be taken back. */
function useForgetting(last: Answered | null, forget: () => void) {
  useEffect(() => {
    if (!last?.finalAt) return undefined;
    const left = fromIso(last.finalAt) - deviceNow();
    const timer = setTimeout(forget, Math.max(left, 0));
    return () => clearTimeout(timer);
  });
}
