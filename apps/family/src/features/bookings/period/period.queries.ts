import {
  draftPeriod,
  type GetPlanningResponse,
  previewPeriod,
  type PreviewPeriodData,
  type PreviewPeriodResponse,
} from '@preau/api-client/family';
import { getPlanningOptions } from '@preau/api-client/family/queries';
import { addDays, type Day, schoolYearOf } from '@preau/domain/time/day';
import {
  keepPreviousData,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { keepCart, previewKey } from '../bookings.queries.ts';
import { noteOwn } from '../own-changes.ts';
import { draftStore } from '../use-draft.ts';
import { useSettled } from './use-settled.ts';

export type Period = PreviewPeriodData['body'];
export type PeriodPreview = PreviewPeriodResponse;
export type PeriodLine = PeriodPreview['lines'][number];

/** The longest range one question about the planning may cover. */
const windowDays = 42;
const settleMs = 300;
/** A few seconds: places and the draft move. */
const freshMs = 5_000;

/**
 * Eighteen weeks of planning from a day: they hold school weeks and two holidays, hence all the
 * services of a child and the weekdays on which each opens, public holidays apart.
 */
export function useComingWeeks(from: Day) {
  return useQueries({
    queries: [0, 1, 2].map((index) => {
      const first = addDays(from, index * windowDays);
      return getPlanningOptions({
        query: { from: first, until: addDays(first, windowDays - 1) },
      });
    }),
    combine: (results) => ({
      plannings: results.flatMap(({ data }) => data ?? []),
      loading: results.some(({ isPending }) => isPending),
      error: results.find(({ error }) => error)?.error ?? null,
      refetch: () => Promise.all(results.map((result) => result.refetch())),
    }),
  });
}

/** The weeks in which the school year of a day ends. */
export function useEndOfYear(on: Day): GetPlanningResponse | undefined {
  const year = schoolYearOf(on).slice(5);
  const { data } = useQuery({
    ...getPlanningOptions({ query: { from: `${year}-06-15`, until: `${year}-07-25` } }),
    staleTime: 600_000,
  });
  return data;
}

/** What a period would do, before anything is written; asked once the choices settle. */
export function usePeriodPreview(period: Period | null) {
  const asked = useSettled(period, settleMs);
  const query = useQuery({
    queryKey: [...previewKey, asked],
    queryFn: async ({ signal }) => {
      if (!asked) throw new Error('There is no period to ask about');
      const { data } = await previewPeriod({ body: asked, signal, throwOnError: true });
      return data;
    },
    enabled: asked !== null,
    staleTime: freshMs,
    placeholderData: keepPreviousData,
  });
  return { ...query, settling: asked !== period || query.isPlaceholderData || query.isFetching };
}

/** Drafts what the preview said: one step of the draft, however many days it holds. */
export function useDraftPeriod() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (period: Period) => {
      const { data } = await draftPeriod({ body: period, throwOnError: true });
      return data;
    },
    onSuccess: async ({ cart, changes }) => {
      noteOwn(changes);
      const { lines } = await keepCart(client, cart);
      draftStore.dispatch({ type: 'drafted', lines, changes });
    },
    onSettled: () => client.invalidateQueries({ queryKey: previewKey }),
  });
}
