import type { Day } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import { deviceNow } from './clock.ts';
import { useOrganisation } from './organisation.ts';

/** The present day where the organisation is, by the device's clock. */
export function useToday(): Day {
  const { data: organisation } = useOrganisation();
  return localDayOf(deviceNow(), organisation?.timeZone ?? 'Europe/Paris');
}
