import { useState } from 'react';
import { type InboxDocument, useDecisions, useDocumentRule } from './documents.queries.ts';

export type Decisions = {
  readonly busy: boolean;
  readonly error: unknown;
  /** The reason is being written. */
  readonly refusing: boolean;
  /** Last day it would be good for, `YYYY-MM-DD`; empty = for good. */
  readonly expiresOn: string;
  readonly setExpiresOn: (expiresOn: string) => void;
  readonly accept: () => void;
  readonly refuse: (reason: string) => void;
  readonly startRefusing: () => void;
  readonly stopRefusing: () => void;
};

/**
 * What can be done with the document shown. Another one shown, nothing of the one before is left.
 * @param onDecided told once the document no longer waits.
 */
export function useDocumentDecisions(
  document: InboxDocument | undefined,
  onDecided: (document: InboxDocument, state: 'accepted' | 'refused') => void,
): Decisions {
  const { accept, refuse } = useDecisions();
  const [refusing, setRefusing] = useState<string | null>(null);
  const id = document?.id ?? null;
  const [typed, setTyped] = useState<{ readonly id: string; readonly on: string } | null>(null);
  const rule = useDocumentRule(document?.kind.code);
  const expiresOn = typed !== null && typed.id === id ? typed.on : (rule?.expiresOn ?? '');
  const busy = accept.isPending || refuse.isPending;
  const path = { id: id ?? '' };
  const isOwn = (variables: { readonly path: { readonly id: string } } | undefined) =>
    variables?.path.id === id;

  return {
    busy,
    error: isOwn(accept.variables) ? accept.error : isOwn(refuse.variables) ? refuse.error : null,
    refusing: id !== null && refusing === id,
    expiresOn,
    setExpiresOn: (on) => {
      if (id !== null) setTyped({ id, on });
    },
    accept: () => {
      if (!document || busy) return;
      const body = { expiresOn: expiresOn === '' ? null : expiresOn };
      accept.mutate({ path, body }, { onSuccess: () => onDecided(document, 'accepted') });
    },
    refuse: (reason) => {
      if (!document || busy) return;
      refuse.mutate(
        { path, body: { reason } },
        { onSuccess: () => onDecided(document, 'refused') },
      );
    },
    startRefusing: () => setRefusing(id),
    stopRefusing: () => setRefusing(null),
  };
}
