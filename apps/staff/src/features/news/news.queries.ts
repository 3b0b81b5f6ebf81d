import {
  createNews,
  editNews,
  type GetNewsResponse,
  type ListNewsResponse,
  publishNews,
  withdrawNews,
} from '@preau/api-client/staff';
import {
  getNewsOptions,
  getNewsQueryKey,
  listNewsInfiniteOptions,
} from '@preau/api-client/staff/queries';
import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';

export type News = GetNewsResponse;
export type NewsKind = News['kind'];
export type Standing = News['standing'];
export type NewsContent = Pick<
  News,
  'kind' | 'title' | 'body' | 'important' | 'visibleFrom' | 'visibleUntil'
>;
export type Move = 'publish' | 'withdraw';

/** Everything that was written, the last first, a page at a time. */
export function useNewsList() {
  return useInfiniteQuery({
    ...listNewsInfiniteOptions(),
    initialPageParam: {},
    getNextPageParam: ({ next }: ListNewsResponse) => next,
  });
}

/** One piece of news as it is now; `null` = none is asked for. */
export function useNews(id: string | null) {
  return useQuery({ ...getNewsOptions({ path: { id: id ?? '' } }), enabled: id !== null });
}

function refreshList(client: QueryClient): Promise<void> {
  const [{ _id }] = listNewsInfiniteOptions().queryKey;
  return client.invalidateQueries({
    predicate: ({ queryKey: [first] }) =>
      typeof first === 'object' && first !== null && '_id' in first && first._id === _id,
  });
}

const keep = (client: QueryClient, news: News) =>
  client.setQueryData(getNewsQueryKey({ path: { id: news.id } }), news);

const moves = { publish: publishNews, withdraw: withdrawNews } as const;

async function moveNews({ id, revision }: News, move: Move): Promise<News> {
  const { data } = await moves[move]({ path: { id }, body: { revision }, throwOnError: true });
  return data;
}

/** Publishes or withdraws from the list; whatever the answer, the list is asked again. */
export function useMoveNews() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ news, move }: { readonly news: News; readonly move: Move }) =>
      moveNews(news, move),
    onSuccess: (moved) => keep(client, moved),
    onSettled: () => refreshList(client),
  });
}

export type NewsSaving = {
  /** What was read; `null` for what is new. */
  readonly base: News | null;
  /** `null`: nothing is rewritten. */
  readonly content: NewsContent | null;
  readonly move: Move | null;
};

/**
 * Writes what is new or was changed, then shows it or takes it away.
 * @param onWritten told as soon as the text is kept: what follows may still fail.
 */
export function useSaveNews(onWritten: (news: News) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ base, content, move }: NewsSaving): Promise<News | null> => {
      if (base === null) {
        if (content === null) return null;
        const publish = move === 'publish';
        const { data } = await createNews({ body: { ...content, publish }, throwOnError: true });
        return data;
      }
      let news = base;
      if (content !== null) {
        const { id, revision } = base;
        const body = { ...content, revision };
        ({ data: news } = await editNews({ path: { id }, body, throwOnError: true }));
        onWritten(news);
      }
      return move === null ? news : moveNews(news, move);
    },
    onSuccess: (news) => {
      if (news) keep(client, news);
    },
    onSettled: () => refreshList(client),
  });
}
