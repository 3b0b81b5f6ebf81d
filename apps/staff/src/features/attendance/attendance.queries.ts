import type { GetTodayResponse } from '@preau/api-client/staff';
import { getTodayOptions } from '@preau/api-client/staff/queries';
import { type Day, day } from '@preau/domain/time/day';
import { useQuery } from '@tanstack/react-query';

export type Today = GetTodayResponse;
export type ExpectedFacility = Today['facilities'][number];
export type ExpectedActivity = ExpectedFacility['activities'][number];
export type ExpectedUnit = ExpectedActivity['units'][number];
export type ExpectedChild = ExpectedUnit['children'][number];

const optionsOn = (on: Day | null) => getTodayOptions(on === null ? {} : { query: { on } });

/**
 * Children expected on a day; `null` asks for the present one, which the server knows. Nothing is
 * asked again by itself: a page that nobody watches must not keep a session open.
 */
export function useExpectedChildren(on: Day | null) {
  return useQuery(optionsOn(on));
}

/** The present day where the organisation is, once the server has told it; asks nothing. */
export function usePresentDay(): Day | null {
  const { data } = useQuery({ ...optionsOn(null), enabled: false });
  return data ? day(data.on) : null;
}
