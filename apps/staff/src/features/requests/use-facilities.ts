import { type RequestsShown, useRequests } from './requests.queries.ts';

/** Sites of the requests at hand, whichever is looked at: what one may choose among. */
export function useFacilities(
  state: RequestsShown,
): readonly { readonly id: string; readonly name: string }[] {
  const { data } = useRequests(state, null);
  const requests = data?.pages.flatMap(({ items }) => items) ?? [];
  const sites = new Map(requests.map(({ facility }) => [facility.id, facility.name]));
  return [...sites]
    .map(([id, name]) => ({ id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'fr'));
}
