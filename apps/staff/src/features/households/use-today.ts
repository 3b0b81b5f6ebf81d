import { type Day, schoolYearOf } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import { deviceNow } from '../../shared/clock.ts';
import { useOrganisation } from '../../shared/organisation.ts';

/** The present day where the organisation is, by the device's clock. */
export function useToday(): Day {
  const { data: organisation } = useOrganisation();
  return localDayOf(deviceNow(), organisation?.timeZone ?? 'Europe/Paris');
}

/** The first day of the school year of a day: since when a quotient most often holds. */
export const schoolYearStart = (today: Day): string => `${schoolYearOf(today).slice(0, 4)}-09-01`;
