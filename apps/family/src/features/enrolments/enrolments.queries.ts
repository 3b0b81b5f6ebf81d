import type { ListEnrolmentsResponse } from '@preau/api-client/family';
import {
  askEnrolmentsMutation,
  listEnrolmentsOptions,
  withdrawEnrolmentMutation,
} from '@preau/api-client/family/queries';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export type ChildEnrolments = ListEnrolmentsResponse['children'][number];
export type OwnEnrolment = ChildEnrolments['items'][number];
export type EnrolmentState = OwnEnrolment['state'];
export type Available = ChildEnrolments['available'][number];

/**
 * What the children are enrolled in and could be, for one school year.
 * @param schoolYear `null` = the present one
 */
export function useEnrolments(schoolYear: string | null) {
  return useQuery({
    ...listEnrolmentsOptions(schoolYear === null ? {} : { query: { schoolYear } }),
    // Another year chosen, the one before stays until it is there.
    placeholderData: keepPreviousData,
  });
}

/** Read again once an enrolment has changed: what rests on it, too. */
const touched = new Set(['listEnrolments', 'listExpectedDocuments', 'getPlanning']);

function useRefresh() {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [key] }) =>
        typeof key === 'object' && key !== null && '_id' in key && touched.has(String(key._id)),
    });
}

/** Asks for a child to be enrolled, or again once what was missing is there. */
export function useAskEnrolments() {
  const refresh = useRefresh();
  return useMutation({ ...askEnrolmentsMutation(), onSettled: refresh });
}

/** Takes back a request nobody has settled. */
export function useWithdrawEnrolment() {
  const refresh = useRefresh();
  return useMutation({ ...withdrawEnrolmentMutation(), onSettled: refresh });
}
