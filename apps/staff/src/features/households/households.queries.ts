import type {
  GetHouseholdResponse,
  InviteGuardiansResponse,
  ListHouseholdsData,
  ListHouseholdsResponse,
} from '@preau/api-client/staff';
import {
  changeAllergies,
  inviteGuardians,
  readAllergies,
  registerHousehold,
} from '@preau/api-client/staff';
import {
  changeHouseholdMutation,
  countHouseholdsOptions,
  countHouseholdsQueryKey,
  enrolChildMutation,
  getHouseholdOptions,
  getHouseholdQueryKey,
  inviteGuardianMutation,
  listHouseholdEnrolmentsOptions,
  listHouseholdEnrolmentsQueryKey,
  listHouseholdsInfiniteOptions,
  tickHouseholdFileMutation,
} from '@preau/api-client/staff/queries';
import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { RegisterHouseholdData } from '@preau/api-client/staff';

export type ListedHousehold = ListHouseholdsResponse['items'][number];
export type Access = ListedHousehold['guardians'][number]['access'];
export type HouseholdFilter = NonNullable<NonNullable<ListHouseholdsData['query']>['filter']>;
export type Household = GetHouseholdResponse;
export type Guardian = Household['guardians'][number];
export type Child = Household['children'][number];
export type Invited = InviteGuardiansResponse;
export type Registration = RegisterHouseholdData['body'];

type Search = { readonly q: string; readonly filter: HouseholdFilter | null };

const searchQuery = ({ q, filter }: Search) => ({
  ...listHouseholdsInfiniteOptions({
    query: { ...(q === '' ? {} : { q }), ...(filter === null ? {} : { filter }) },
  }),
  initialPageParam: {},
  getNextPageParam: ({ next }: ListHouseholdsResponse) => next,
});

/** Households a page at a time; while other words are typed, those found before stay. */
export function useHouseholds(search: Search) {
  return useInfiniteQuery({ ...searchQuery(search), placeholderData: keepPreviousData });
}

/** How many households are in each state. */
export function useHouseholdCounts() {
  return useQuery(countHouseholdsOptions());
}

export function useHousehold(id: string) {
  return useQuery(getHouseholdOptions({ path: { id } }));
}

/** Lists, counts and the page of a household are asked again. */
async function refresh(client: QueryClient, id?: string): Promise<void> {
  const [{ _id }] = listHouseholdsInfiniteOptions().queryKey;
  await Promise.all([
    client.invalidateQueries({
      predicate: ({ queryKey: [first] }) =>
        typeof first === 'object' && first !== null && '_id' in first && first._id === _id,
    }),
    client.invalidateQueries({ queryKey: countHouseholdsQueryKey() }),
    ...(id === undefined
      ? []
      : [client.invalidateQueries({ queryKey: getHouseholdQueryKey({ path: { id } }) })]),
  ]);
}

/** Sends an invitation, or sends it again: the former link stops working. */
export function useInviteGuardian(householdId: string) {
  const client = useQueryClient();
  return useMutation({
    ...inviteGuardianMutation(),
    onSettled: () => refresh(client, householdId),
  });
}

/** The server takes so many at once. */
const mostInvited = 500;

/** What became of many invitations, over all the calls it took. */
export type InvitationTally = Pick<Invited, 'invited' | 'linked' | 'refused'>;

const nobody: InvitationTally = { invited: 0, linked: 0, refused: [] };

const sum = (one: InvitationTally, other: InvitationTally): InvitationTally => ({
  invited: one.invited + other.invited,
  linked: one.linked + other.linked,
  refused: [...one.refused, ...other.refused],
});

/** Invites these guardians, however many, by as many calls as it takes. */
export function useInviteGuardians() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (guardianIds: readonly string[]): Promise<InvitationTally> => {
      let tally = nobody;
      for (let at = 0; at < guardianIds.length; at += mostInvited) {
        const { data } = await inviteGuardians({
          body: { guardianIds: guardianIds.slice(at, at + mostInvited) },
          throwOnError: true,
        });
        tally = sum(tally, data);
      }
      return tally;
    },
    onSettled: () => refresh(client),
  });
}

/** Invites all who never were and whose file is complete; tells how far it is. */
export function useInviteEverybody(onProgress: (invited: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<InvitationTally> => {
      let tally = nobody;
      for (;;) {
        const { data } = await inviteGuardians({ body: { all: true }, throwOnError: true });
        tally = sum(tally, data);
        onProgress(tally.invited + tally.linked);
        // What is left although nobody could be invited would be left for ever.
        if (data.remaining === 0 || data.invited + data.linked === 0) return tally;
      }
    },
    onSettled: () => refresh(client),
  });
}

export type RegistrationAttempt = { readonly body: Registration; readonly key: string };

/** Writes a family in. The key is the attempt's: however often it is sent, it takes effect once. */
export function useRegisterHousehold() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ body, key }: RegistrationAttempt) => {
      const { data } = await registerHousehold({
        body,
        headers: { 'idempotency-key': key },
        throwOnError: true,
      });
      return data;
    },
    onSuccess: () => refresh(client),
  });
}

export function useChangeHousehold(id: string) {
  const client = useQueryClient();
  return useMutation({ ...changeHouseholdMutation(), onSuccess: () => refresh(client, id) });
}

export function useTickFile(id: string) {
  const client = useQueryClient();
  return useMutation({ ...tickHouseholdFileMutation(), onSettled: () => refresh(client, id) });
}

/** Reads the allergies of a child on purpose: the server writes down who did. */
export function useReadAllergies() {
  return useMutation({
    mutationFn: async (childId: string) => {
      const { data } = await readAllergies({ path: { id: childId }, throwOnError: true });
      return data.allergies ?? '';
    },
    gcTime: 0,
  });
}

export function useChangeAllergies(householdId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ childId, allergies }: { childId: string; allergies: string }) => {
      await changeAllergies({ path: { id: childId }, body: { allergies }, throwOnError: true });
    },
    onSuccess: () => refresh(client, householdId),
  });
}

/** What the children are enrolled in, and what they could be. */
export function useEnrolments(householdId: string) {
  return useQuery(listHouseholdEnrolmentsOptions({ path: { id: householdId } }));
}

/** Once enrolled, a child has rows in the planning: everything shown of the household is asked again. */
export function useEnrolChild(householdId: string) {
  const client = useQueryClient();
  return useMutation({
    ...enrolChildMutation(),
    onSuccess: async () => {
      await client.invalidateQueries({
        queryKey: listHouseholdEnrolmentsQueryKey({ path: { id: householdId } }),
      });
      await client.invalidateQueries({
        predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(householdId),
      });
    },
  });
}
