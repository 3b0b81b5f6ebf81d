import { useState } from 'react';
import { useNavigate } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { useConfirmCart } from './bookings.queries.ts';
import type { Cart } from './cart-types.ts';
import { draftStore } from './use-draft.ts';

/**
 * Confirms the cart, then shows the receipt. One attempt per revision: the same key however often it
 * is sent, so that it takes effect once.
 * @param receiptOf address of the receipt, where it is not the usual page.
 */
export function useConfirmation(
  { revision, lines }: Pick<Cart, 'revision' | 'lines'>,
  receiptOf?: (id: string) => string,
) {
  const paths = usePaths();
  const navigate = useNavigate();
  const confirm = useConfirmCart();
  const [attempt, setAttempt] = useState({ revision, lines, key: crypto.randomUUID() });

  return {
    error: confirm.error,
    /** As they were when it was last tried. */
    seen: attempt.lines,
    busy: confirm.isPending,
    confirm: () => {
      const current =
        attempt.revision === revision ? attempt : { revision, lines, key: crypto.randomUUID() };
      setAttempt(current);
      confirm.mutate(current, {
        onSuccess: ({ id }) => {
          draftStore.dispatch({ type: 'forgotten' });
          void navigate((receiptOf ?? paths.receipt)(id), { replace: true });
        },
      });
    },
  };
}
