import {
  getCartOptions,
  getPlanningOptions,
  listEnrolmentsOptions,
  listNewsOptions,
} from '@preau/api-client/family/queries';
import { addDays, type Day } from '@preau/domain/time/day';
import { useQuery } from '@tanstack/react-query';

/** What the organisation tells its families today. */
export function useNews() {
  return useQuery(listNewsOptions());
}

/** One week, Monday to Sunday, of all the children: the planning asks for the same. */
export function useHomeWeek(monday: Day) {
  return useQuery(getPlanningOptions({ query: { from: monday, until: addDays(monday, 6) } }));
}

/** How many changes wait to be validated. */
export function usePendingChanges(): number {
  return useQuery(getCartOptions()).data?.lines.length ?? 0;
}

/**
 * How many enrolments wait for an answer, or for the family to complete them.
 * @param on whether families ask for enrolments online.
 */
export function useEnrolmentsUnderWay(on: boolean): number {
  const { data } = useQuery({ ...listEnrolmentsOptions(), enabled: on });
  const items = data?.children.flatMap((child) => child.items) ?? [];
  return items.filter(({ state }) => underWay.has(state)).length;
}

const underWay: ReadonlySet<string> = new Set(['requested', 'incomplete', 'waitlisted']);
