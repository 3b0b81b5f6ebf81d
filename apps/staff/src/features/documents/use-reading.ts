import { useRef, useState } from 'react';
import { counted } from '../../shared/format.ts';
import { type InboxDocument, useDocument, type useInbox } from './documents.queries.ts';
import { useDocumentDecisions } from './use-decisions.ts';
import type { useInboxPlace } from './use-inbox-place.ts';
import { useShortcuts } from '../../shared/inbox/use-shortcuts.ts';

const outcome = { accepted: 'acceptée', refused: 'refusée' } as const;

/**
 * Going through the requests: which one is shown, what is decided of it, which comes next. The one
 * of the address is shown even when it is in no page at hand; without any, the first, which stays
 * when a colleague decides it meanwhile: nobody decides another one than the one they read.
 * Of one list: another one begins anew.
 */
export function useReading(
  inbox: ReturnType<typeof useInbox>,
  place: ReturnType<typeof useInboxPlace>,
) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState('');
  const documents = inbox.data?.pages.flatMap(({ items }) => items) ?? [];
  const [opened, setOpened] = useState(documents[0]?.id ?? null);
  const wanted = place.selected ?? opened;
  const listed = documents.find(({ id }) => id === wanted);
  const elsewhere = useDocument(listed ? null : wanted);
  const shown = listed ?? elsewhere.data ?? (elsewhere.isLoading ? undefined : documents[0]);
  const at = documents.findIndex(({ id }) => id === shown?.id);

  const decided = (document: InboxDocument, state: 'accepted' | 'refused') => {
    const next = documents[at + 1] ?? documents[at - 1];
    const left = (inbox.data?.pages[0]?.waiting ?? 1) - 1;
    setSaid(
      `Demande ${outcome[state]} : ${document.kind.label}, ${document.household.name}. ${counted(left, 'demande reste', 'demandes restent')} à traiter.`,
    );
    setOpened(null);
    place.select(next && next.id !== document.id ? next.id : null);
    // Once the next one is there, it is read from its title.
    requestAnimationFrame(() => heading.current?.focus());
  };
  const decisions = useDocumentDecisions(shown, decided);
  const go = (step: 1 | -1) => {
    const to = documents[at + step];
    if (to) place.select(to.id);
  };
  const canDecide = shown?.state === 'sent' && !decisions.refusing;
  const shortcuts = useShortcuts({
    j: () => go(1),
    k: () => go(-1),
    ...(canDecide && { a: decisions.accept, r: decisions.startRefusing }),
  });
  return { documents, shown, said, heading, decisions, shortcuts };
}
