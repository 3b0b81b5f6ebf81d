import type { ListDocumentsResponse } from '@preau/api-client/family';
import { listDocumentsOptions, listOffersOptions } from '@preau/api-client/family/queries';
import { fromIso, type Instant } from '@preau/domain/time/instant';
import { useQuery } from '@tanstack/react-query';
import { deviceNow } from './clock.ts';

type Document = ListDocumentsResponse['items'][number];

const minute = 60_000;
/** A refusal older than this has been seen, or does not matter any more. */
const refusalMatters = 60 * 24 * 60 * minute;

/** Places offered to the household: their term is short, so they are asked for again by themselves. */
export function useOffers() {
  return useQuery({ ...listOffersOptions(), refetchInterval: 2 * minute });
}

/**
 * Documents the service refused and that nothing replaces yet.
 * @param on whether the organisation takes documents at all.
 */
export function useRefusedDocuments(on: boolean): readonly Document[] {
  const { data } = useQuery({ ...listDocumentsOptions(), enabled: on, staleTime: minute });
  return data ? refusedAndNotReplaced(data.items, deviceNow()) : [];
}

/** Refused lately, and nothing of the same kind for the same child was sent since. */
export function refusedAndNotReplaced(documents: readonly Document[], now: Instant): Document[] {
  return documents.filter(
    ({ state, kind, child, sentAt, decidedAt }) =>
      state === 'refused' &&
      now - fromIso(decidedAt ?? sentAt) < refusalMatters &&
      !documents.some(
        (other) =>
          other.kind.code === kind.code &&
          other.child?.id === child?.id &&
          other.state !== 'withdrawn' &&
          other.sentAt > sentAt,
      ),
  );
}
