import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useShortcuts } from '../../../shared/inbox/use-shortcuts.ts';
import type { ReasonedAnswer } from './enrolment-words.ts';
import type {
  EnrolmentAnswer,
  EnrolmentRequest,
  useEnrolmentRequests,
} from './enrolments.queries.ts';
import { useEnrolmentAnswering } from './use-enrolment-answering.ts';

/** Where focus goes once another request is shown: its title, by id. */
export const headingId = 'titre-demande';

/** Going through the requests for enrolments: which one is shown, what is answered, what is next. */
export function useEnrolmentReading(inbox: ReturnType<typeof useEnrolmentRequests>) {
  const [search, setSearch] = useSearchParams();
  const requests = inbox.data?.pages.flatMap(({ items }) => items) ?? [];
  const [opened, setOpened] = useState(requests[0]?.id ?? null);
  const [group, setGroup] = useState<{ readonly id: string; readonly code: string } | null>(null);
  const [writing, setWriting] = useState<Writing | null>(null);
  const selected = search.get('demande');
  const wanted = selected ?? opened ?? requests[0]?.id ?? null;
  const at = requests.findIndex(({ id }) => id === wanted);
  const shown = requests[at];
  const open = shown && writing?.id !== shown.id ? shown : undefined;

  const select = (id: string | null) =>
    setSearch(
      (before) => {
        if (id === null) before.delete('demande');
        else before.set('demande', id);
        return before;
      },
      { replace: true },
    );
  const answering = useEnrolmentAnswering((request) => {
    const next = requests[at + 1] ?? requests[at - 1];
    setWriting(null);
    setOpened(next?.id ?? null);
    select(next && next.id !== request.id ? next.id : null);
    // Once the next one is there, it is read from its title.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${headingId}`)?.focus());
  });
  const answer = (request: EnrolmentRequest, kind: EnrolmentAnswer, because: string | null) => {
    const ageGroup = kind === 'accept' && group?.id === request.id ? group.code : null;
    answering.send(request, { answer: kind, ageGroup, because });
  };
  const go = (step: 1 | -1) => select(requests[at + step]?.id ?? wanted);
  const shortcuts = useShortcuts({
    j: () => go(1),
    k: () => go(-1),
    ...(open?.answers.includes('accept') && { a: () => answer(open, 'accept', null) }),
    ...(open?.answers.includes('refuse') && {
      r: () => setWriting({ id: open.id, answer: 'refuse' }),
    }),
  });
  return {
    requests,
    shown,
    /** It was there, and no longer waits. */
    isGone: shown === undefined && wanted !== null,
    isReading: selected !== null,
    answering,
    answer,
    group: shown && group?.id === shown.id ? group.code : (shown?.ageGroup ?? ''),
    chooseGroup: (code: string) => {
      if (shown) setGroup({ id: shown.id, code });
    },
    /** The answer whose reason is being written. */
    writing: shown && writing?.id === shown.id ? writing.answer : null,
    startWriting: (kind: ReasonedAnswer) => {
      if (shown) setWriting({ id: shown.id, answer: kind });
    },
    stopWriting: () => setWriting(null),
    toNext: () => {
      setOpened(requests[0]?.id ?? null);
      select(null);
    },
    shortcuts,
  };
}

type Writing = { readonly id: string; readonly answer: ReasonedAnswer };

export type EnrolmentReading = ReturnType<typeof useEnrolmentReading>;
