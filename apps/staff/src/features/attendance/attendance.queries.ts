import type { GetTodayResponse } from '@preau/api-client/staff';
import { getTodayOptions } from '@preau/api-client/staff/queries';
import type { Day } from '@preau/domain/time/day';

export type Today = GetTodayResponse;
export type FacilityDay = Today['facilities'][number];
export type ExpectedUnit = FacilityDay['activities'][number]['units'][number];
export type ExpectedChild = ExpectedUnit['children'][number];

const refreshMs = 60_000;

/** Children expected on a day; without one, the present day where the organisation is. */
export const todayQuery = (on: Day | null) => ({
  ...getTodayOptions(on === null ? {} : { query: { on } }),
  refetchInterval: refreshMs,
});
