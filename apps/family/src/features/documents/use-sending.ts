import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import type { FormAction, FormState } from './document-form.ts';
import { fileRefusals } from './document-problems.ts';
import { useSendDocument } from './documents.queries.ts';

/**
 * Sends the form once at a time, always under the key of what it says: sent again after a silence,
 * it is taken in once. Whatever goes wrong, the form stays as it is.
 */
export function useSending(form: FormState, dispatch: (action: FormAction) => void) {
  const paths = usePaths();
  const navigate = useNavigate();
  const mutation = useSendDocument();
  const [part, setPart] = useState(0);
  const attempt = useRef<AbortController>(null);
  const { mutate, reset, isPending, error } = mutation;

  const send = () => {
    const { kind, childId, note, files, key } = form;
    if (kind === null) return;
    const current = new AbortController();
    attempt.current = current;
    setPart(0);
    const sent = { kind, childId, note, files: files.map(({ file }) => file), key };
    mutate(
      { form: sent, signal: current.signal, onProgress: setPart },
      {
        onSuccess: () => {
          dispatch({ type: 'cleared' });
          void navigate(paths.documents, { replace: true, state: { sent: true } });
        },
        onError: (failure) => {
          if (current.signal.aborted) reset();
          const refusals = fileRefusals(failure);
          if (refusals.size > 0) dispatch({ type: 'refused', refusals });
        },
      },
    );
  };
  return {
    send,
    part,
    busy: isPending,
    error,
    forget: reset,
    giveUp: () => attempt.current?.abort(),
  };
}
