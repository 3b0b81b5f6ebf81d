import { problemCodeOf, shouldRetry } from '@preau/api-client/failure';
import { acceptOffer, declineOffer, type ListOffersResponse } from '@preau/api-client/family';
import { listOffersOptions, listOffersQueryKey } from '@preau/api-client/family/queries';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { problemMessage } from '../../../shared/problem-messages.ts';
import { refreshBookings } from '../bookings.queries.ts';

export type Offer = ListOffersResponse['items'][number];
export type OfferAnswer = 'accept' | 'decline';

/** Places that came free for the household, the one that lapses first at the head. */
export function useOffers(): readonly Offer[] {
  const { data } = useQuery(listOffersOptions());
  return data?.items ?? [];
}

/** One of them, asked again if it is not known yet: an offer may be a minute old. */
export function useOffer(bookingId: string): {
  readonly offer: Offer | undefined;
  /** The answer is on its way. */
  readonly isAsked: boolean;
} {
  const { data, isFetching } = useQuery({
    ...listOffersOptions(),
    refetchOnMount: ({ state }) =>
      state.data?.items.some((one) => one.bookingId === bookingId) ? true : 'always',
  });
  return { offer: data?.items.find((one) => one.bookingId === bookingId), isAsked: isFetching };
}

/** Answers an offer. Sent twice, it takes effect once: it may be tried again. */
export function useAnswerOffer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, answer }: { readonly id: string; readonly answer: OfferAnswer }) => {
      const call = answer === 'accept' ? acceptOffer : declineOffer;
      await call({ path: { id }, throwOnError: true });
    },
    retry: shouldRetry,
    onSettled: () =>
      Promise.all([
        refreshBookings(client),
        client.invalidateQueries({ queryKey: listOffersQueryKey() }),
      ]),
  });
}

/** A place that somebody answered for, or nobody in time. */
export const offerGone = 'Cette place n’est plus proposée.';

const sentences = {
  'offer-lapsed': 'Cette place n’est plus proposée : le délai de réponse est passé.',
  'offer-accepted': 'Cette place est déjà acceptée. Pour y renoncer, annulez le jour réservé.',
  'incompatible-unit':
    'Votre enfant est déjà réservé ce jour-là dans un accueil incompatible. Annulez-le d’abord.',
} as const;

const isOfferCode = (code: string | undefined): code is keyof typeof sentences =>
  code !== undefined && Object.hasOwn(sentences, code);

/** Why an answer was not taken. */
export function offerProblem(error: unknown): string {
  const code = problemCodeOf(error);
  return isOfferCode(code) ? sentences[code] : problemMessage(error);
}
