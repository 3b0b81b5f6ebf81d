import type { Cents } from '@preau/domain/money/cents';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { formatSigned } from '../../shared/format.ts';
import { announcer } from './announcements.tsx';
import { keptCart } from './bookings.queries.ts';
import type { Change } from './draft.ts';
import { summaryOf } from './summary.ts';
import { draftStore } from './use-draft.ts';

/** What changes the draft from a screen; each is one step to undo, and is said. */
export type Gestures = {
  /** @param words what was done, without a full stop. */
  readonly make: (changes: readonly Change[], words: string) => void;
  /** Says what something else changed in the draft. */
  readonly tell: (words: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
};

export function useGestures(): Gestures {
  const client = useQueryClient();
  return useMemo(
    () => ({
      make: (changes, words) => {
        draftStore.dispatch({ type: 'gesture', changes });
        say(words, client);
      },
      tell: (words) => say(words, client),
      undo: () => {
        if (draftStore.read().past.length === 0) return;
        draftStore.dispatch({ type: 'undo' });
        say('Changement défait', client);
      },
      redo: () => {
        if (draftStore.read().future.length === 0) return;
        draftStore.dispatch({ type: 'redo' });
        say('Changement refait', client);
      },
    }),
    [client],
  );
}

/** `5 modifications, 2 ignorées`: how a gesture over several days is said. */
export function strokeWords(changes: number, skipped: number): string {
  const done = changes > 1 ? `${changes} modifications` : `${changes || 'Aucune'} modification`;
  if (skipped === 0) return done;
  return `${done}, ${skipped > 1 ? `${skipped} ignorées` : '1 ignorée'}`;
}

function say(words: string, client: QueryClient): void {
  const { totalCents } = summaryOf(draftStore.read(), keptCart(client));
  announcer.say(`${words}. Panier : ${formatSigned(totalCents as Cents)}.`);
}
