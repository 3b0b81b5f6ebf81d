import type {
  ListDocumentsResponse,
  ListExpectedDocumentsResponse,
  ListOwnRequestsResponse,
} from '@preau/api-client/family';
import {
  listDocumentsOptions,
  listExpectedDocumentsOptions,
  listOffersOptions,
  listOwnRequestsOptions,
} from '@preau/api-client/family/queries';
import { fromIso, type Instant } from '@preau/domain/time/instant';
import { useQuery } from '@tanstack/react-query';
import { deviceNow } from './clock.ts';

type Document = ListDocumentsResponse['items'][number];
export type ExpectedDocument = ListExpectedDocumentsResponse['items'][number];
export type OwnRequest = ListOwnRequestsResponse['items'][number];

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

/** What the household asked the service for; the latest requests, those that wait among them. */
export function useOwnRequests() {
  return useQuery({ ...listOwnRequestsOptions(), staleTime: minute });
}

/**
 * Documents the household has to send: never sent, refused, or no longer good.
 * @param on whether the organisation takes documents at all.
 */
export function useMissingDocuments(on: boolean): readonly ExpectedDocument[] {
  const { data } = useQuery({ ...listExpectedDocumentsOptions(), enabled: on, staleTime: minute });
  return data?.items.filter(({ state }) => isMissing[state]) ?? [];
}

const isMissing: Readonly<Record<ExpectedDocument['state'], boolean>> = {
  expected: true,
  sent: false,
  accepted: false,
  refused: true,
  expired: true,
};
