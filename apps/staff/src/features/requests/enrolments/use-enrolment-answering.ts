import { useState } from 'react';
import { deviceNow } from '../../../shared/clock.ts';
import type { Given } from '../../../shared/inbox/undo-notice.tsx';
import { doneWords } from './enrolment-words.ts';
import {
  type EnrolmentAnswer,
  type EnrolmentRequest,
  useAnswerEnrolment,
  useTakeBackEnrolments,
} from './enrolments.queries.ts';

/** A little less than the server gives: a button that is there still works. */
const takeBackMs = 29_000;

/** What is answered to a request. */
export type EnrolmentSaid = {
  readonly answer: EnrolmentAnswer;
  /** The group confirmed; `null` = as proposed. */
  readonly ageGroup: string | null;
  readonly because: string | null;
};

/**
 * Answering requests for enrolments, one at a time.
 * @param onAnswered told once it is decided.
 */
export function useEnrolmentAnswering(onAnswered: (request: EnrolmentRequest) => void) {
  const sending = useAnswerEnrolment();
  const takingBack = useTakeBackEnrolments();
  const [given, setGiven] = useState<Given | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  const send = (request: EnrolmentRequest, words: EnrolmentSaid) => {
    if (sending.isPending) return;
    const sent = { enrolmentId: request.id, ...words, key: crypto.randomUUID() };
    sending.mutate(sent, {
      onSuccess: ({ decisionId }) => {
        takingBack.reset();
        setSaid(decisionId === null ? 'Une autre personne a répondu avant vous.' : null);
        if (decisionId === null) return;
        const until = deviceNow() + takeBackMs;
        setGiven({ decisionId, words: doneWords[words.answer], until });
        onAnswered(request);
      },
    });
  };
  const undo = () => {
    if (given === null) return;
    takingBack.mutate(given.decisionId, {
      onSuccess: ({ results }) => {
        const stays = results.some(({ result }) => result === 'notDone');
        setGiven(null);
        setSaid(
          stays
            ? 'La demande a évolué entre-temps : la réponse reste.'
            : 'Réponse annulée : la demande attend à nouveau.',
        );
      },
    });
  };
  return {
    busy: sending.isPending,
    error: sending.error,
    /** The answer that can still be taken back, or was just told. */
    given,
    /** What came of it, in words. */
    said,
    send,
    undo,
    undoing: { busy: takingBack.isPending, error: takingBack.error },
  };
}
