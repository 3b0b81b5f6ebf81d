import { useState } from 'react';
import { deviceNow } from '../../shared/clock.ts';
import { counted } from '../../shared/format.ts';
import type { Given } from '../../shared/inbox/undo-notice.tsx';
import { type Answered, type BookingRequest, useAnswer, useTakeBack } from './requests.queries.ts';

type Result = Answered['results'][number];

/** What is answered to some days, and how it went. */
export type Answering = {
  readonly busy: boolean;
  readonly error: unknown;
  /** The answer that can still be taken back, or was just told. */
  readonly given: Given | null;
  /** Days that were not answered because something came first. */
  readonly notDone: readonly Result[];
  /** What became of an answer taken back, in words. */
  readonly takenBack: string | null;
  readonly answer: (days: readonly Day[], accept: boolean, because: string | null) => void;
  readonly undo: () => void;
  readonly undoing: { readonly busy: boolean; readonly error: unknown };
};

type Day = Pick<BookingRequest['days'][number], 'bookingId'>;

/** A little less than the server gives: a button that is there still works. */
const takeBackMs = 29_000;

/**
 * Answering requests: one answer at a time, each under a key of its own.
 * @param onAnswered told once something was decided.
 */
export function useAnswering(onAnswered: (answered: Answered) => void): Answering {
  const sending = useAnswer();
  const takingBack = useTakeBack();
  const [given, setGiven] = useState<Given | null>(null);
  const [notDone, setNotDone] = useState<readonly Result[]>([]);
  const [takenBack, setTakenBack] = useState<string | null>(null);

  return {
    busy: sending.isPending,
    error: sending.error,
    given,
    notDone,
    takenBack,
    answer: (days, accept, because) => {
      if (sending.isPending || days.length === 0) return;
      const answers = days.map(({ bookingId }) => ({ bookingId, accept }));
      const sent = { answers, because, key: crypto.randomUUID() };
      sending.mutate(sent, {
        onSuccess: (answered) => {
          const { decisionId, results } = answered;
          const done = results.filter(({ result }) => result !== 'notDone');
          setNotDone(results.filter(({ result }) => result === 'notDone'));
          setTakenBack(null);
          takingBack.reset();
          if (decisionId !== null) {
            const until = deviceNow() + takeBackMs;
            setGiven({ decisionId, until, words: doneWords(done.length, accept) });
          }
          onAnswered(answered);
        },
      });
    },
    undo: () => {
      if (given === null || takingBack.isPending) return;
      takingBack.mutate(given.decisionId, {
        onSuccess: ({ results }) => {
          setGiven(null);
          setNotDone([]);
          setTakenBack(takenBackWords(results));
        },
      });
    },
    undoing: { busy: takingBack.isPending, error: takingBack.error },
  };
}

function doneWords(count: number, accept: boolean): string {
  const days = counted(count, 'jour', 'jours');
  const done = accept ? 'accepté' : 'refusé';
  return `${days} ${done}${count < 2 ? '' : 's'}`;
}

const whyNot = {
  full: 'la place est prise entre-temps',
  'booked-again': 'la famille a redemandé ce jour entre-temps',
  'changed-meanwhile': 'la demande a évolué entre-temps',
} as const;

function takenBackWords(results: readonly { readonly code: keyof typeof whyNot | null }[]): string {
  const stay = results.filter(({ code }) => code !== null);
  const back = results.length - stay.length;
  const again = `${counted(back, 'jour attend', 'jours attendent')} à nouveau une réponse.`;
  if (stay.length === 0) return again;
  const reasons = [...new Set(stay.flatMap(({ code }) => (code === null ? [] : [whyNot[code]])))];
  return `${again} ${counted(stay.length, 'jour reste répondu', 'jours restent répondus')} : ${reasons.join(', ')}.`;
}
