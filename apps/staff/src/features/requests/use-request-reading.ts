import { useRef, useState } from 'react';
import { counted } from '../../shared/format.ts';
import { useShortcuts } from '../../shared/inbox/use-shortcuts.ts';
import { isPending, openDays } from './request-days-left.ts';
import {
  type Answered,
  type BookingRequest,
  useNamedRequest,
  type useRequests,
} from './requests.queries.ts';
import { useAnswering } from './use-answering.ts';
import type { RequestsPlace } from './use-requests-place.ts';

/**
 * Going through requests: which one is shown, what is answered to it, which comes next. The first
 * one opened stays when a colleague answers it meanwhile: nobody answers another one than they read.
 */
export function useRequestReading(inbox: ReturnType<typeof useRequests>, place: RequestsPlace) {
  const heading = useRef<HTMLHeadingElement>(null);
  const requests = inbox.data?.pages.flatMap(({ items }) => items) ?? [];
  const [opened, setOpened] = useState(requests[0]?.id ?? null);
  const [refusing, setRefusing] = useState<string | null>(null);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const wanted = place.selected ?? opened ?? requests[0]?.id ?? null;
  const at = requests.findIndex(({ id }) => id === wanted);
  const named = useNamedRequest(at < 0 ? place.selected : null, place.state);
  const shown = requests[at] ?? (at < 0 ? named.data?.items[0] : undefined);

  const answered = ({ results }: Answered) => {
    const done = results.filter(({ result }) => result !== 'notDone');
    setSaid(`${counted(done.length, 'jour répondu', 'jours répondus')}.`);
    setRefusing(null);
    setChosenIds(new Set());
    const ids = new Set(done.map(({ bookingId }) => bookingId));
    if (!shown || remains(shown, ids)) return;
    const next = [...requests.slice(at + 1), ...requests.slice(0, at)].find((one) =>
      remains(one, ids),
    );
    setOpened(next?.id ?? null);
    place.select(next?.id ?? null);
    // Once the next one is there, it is read from its title.
    requestAnimationFrame(() => heading.current?.focus());
  };
  const answering = useAnswering(answered);
  const go = (step: 1 | -1) => {
    const to = requests[at + step];
    if (to) place.select(to.id);
  };
  const days = shown ? openDays(shown).filter(({ bookingId }) => !leftOut.has(bookingId)) : [];
  const possible = days.filter(({ canAccept }) => canAccept);
  const canAnswer = shown !== undefined && days.some(isPending) && refusing !== shown.id;
  const shortcuts = useShortcuts({
    j: () => go(1),
    k: () => go(-1),
    ...(canAnswer && {
      a: () => answering.answer(possible, true, null),
      r: () => setRefusing(shown.id),
    }),
  });
  return {
    requests,
    shown,
    /** It was there, and no longer waits: somebody else answered it, or the family took it back. */
    isGone: shown === undefined && wanted !== null && !named.isLoading && !named.error,
    /** The request of the address, while it is looked for beyond the pages loaded. */
    named,
    said,
    heading,
    answering,
    shortcuts,
    /** Days of the request shown that an answer is about. */
    days,
    chooseDay: (bookingId: string, isChosen: boolean) =>
      setLeftOut((before) => changed(before, bookingId, !isChosen)),
    refusing: shown !== undefined && refusing === shown.id,
    setRefusing: (yes: boolean) => setRefusing(yes && shown ? shown.id : null),
    chosen: requests.filter(({ id }) => chosenIds.has(id)),
    chosenIds,
    choose: (id: string, isChosen: boolean) =>
      setChosenIds((before) => changed(before, id, isChosen)),
    clearChosen: () => setChosenIds(new Set()),
    toNext: () => {
      setOpened(requests[0]?.id ?? null);
      place.select(null);
    },
  };
}

function changed(before: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(before);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

/** Whether days of a request still wait once these are answered. */
function remains({ days }: BookingRequest, answered: ReadonlySet<string>): boolean {
  return days.some((one) => isPending(one) && !answered.has(one.bookingId));
}
