import { type Day, schoolYearOf } from '@preau/domain/time/day';

export { useToday } from '../../shared/today.ts';

/** The first day of the school year of a day: since when a quotient most often holds. */
export const schoolYearStart = (today: Day): string => `${schoolYearOf(today).slice(0, 4)}-09-01`;
