import {
  changeCart,
  confirmCart,
  type GetConfirmationResponse,
  type GetPlanningResponse,
} from '@preau/api-client/family';
import {
  getCartOptions,
  getCartQueryKey,
  getConfirmationOptions,
  getPlanningOptions,
  getPlanningQueryKey,
} from '@preau/api-client/family/queries';
import { addDays, type Day, lastOfMonth } from '@preau/domain/time/day';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { shouldRetry } from '@preau/api-client/failure';
import type { Cart } from './cart-types.ts';
import type { Change } from './draft.ts';
import { noteOwn } from './own-changes.ts';

export type Planning = GetPlanningResponse;
export type PlanningRow = Planning['rows'][number];
export type Confirmation = GetConfirmationResponse;
export type ConfirmationLine = Confirmation['lines'][number];

/** One week, Monday to Sunday, of all the children of the household. */
export const weekQuery = (monday: Day) =>
  getPlanningOptions({ query: { from: monday, until: addDays(monday, 6) } });

/** One month, from its first day, of all the children of the household. */
export const monthQuery = (first: Day) =>
  getPlanningOptions({ query: { from: first, until: lastOfMonth(first) } });

/** The draft is shared: whoever comes back to the page sees what the others did to it. */
export const cartQuery = () => ({ ...getCartOptions(), refetchOnWindowFocus: 'always' as const });

export const confirmationQuery = (id: string) => ({
  ...getConfirmationOptions({ path: { id } }),
  // A receipt never changes.
  staleTime: Number.POSITIVE_INFINITY,
});

/** What a period would do depends on the draft: asked again whenever the draft is saved. */
export const previewKey = ['previewPeriod'] as const;

/** Sends one batch of changes; the answer is the whole draft with its quote. */
export async function saveChanges(changes: readonly Change[], signal: AbortSignal): Promise<Cart> {
  const body = {
    changes: changes.map(({ childId, sessionId, action }) => ({ childId, sessionId, action })),
  };
  const { data } = await changeCart({ body, signal, throwOnError: true });
  return data;
}

/**
 * Keeps the draft a write answered with; a read under way may be older and is dropped. Two answers
 * may come in the wrong order: the later draft stays.
 * @returns the draft that is kept.
 */
export async function keepCart(client: QueryClient, cart: Cart): Promise<Cart> {
  await client.cancelQueries({ queryKey: getCartQueryKey() });
  const kept = keptCart(client);
  const latest = kept && kept.revision > cart.revision ? kept : cart;
  client.setQueryData(getCartQueryKey(), latest);
  return latest;
}

export function keptCart(client: QueryClient): Cart | undefined {
  return client.getQueryData<Cart>(getCartQueryKey());
}

/** The plannings asked for so far. */
export function keptPlannings(client: QueryClient): readonly Planning[] {
  const [{ _id }] = getPlanningQueryKey({ query: { from: '', until: '' } });
  const kept = client.getQueriesData<Planning>({
    predicate: ({ queryKey: [first] }) => isKeyOf(first, _id),
  });
  return kept.flatMap(([, planning]) => planning ?? []);
}

/** After a confirmation, or when a limit passes: cells and draft are asked again. */
export async function refreshBookings(client: QueryClient): Promise<void> {
  const [{ _id }] = getPlanningQueryKey({ query: { from: '', until: '' } });
  await Promise.all([
    client.invalidateQueries({
      predicate: ({ queryKey: [first] }) => isKeyOf(first, _id),
    }),
    client.invalidateQueries({ queryKey: getCartQueryKey() }),
  ]);
}

const isKeyOf = (part: unknown, id: string): boolean =>
  typeof part === 'object' && part !== null && '_id' in part && part._id === id;

export type ConfirmAttempt = { readonly revision: number; readonly key: string };

/** Confirms the draft. The key is the attempt's: however often it is sent, it takes effect once. */
export function useConfirmCart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ revision, key }: ConfirmAttempt) => {
      const { data } = await confirmCart({
        body: { revision },
        headers: { 'idempotency-key': key },
        throwOnError: true,
      });
      return data;
    },
    retry: shouldRetry,
    onSuccess: (confirmation) => {
      noteOwn(confirmation.lines.map((line) => ({ ...line, action: null })));
      client.setQueryData(confirmationQuery(confirmation.id).queryKey, confirmation);
    },
    // Not waited for: the receipt comes first, the cells behind it after.
    onSettled: () => {
      void refreshBookings(client);
    },
  });
}
