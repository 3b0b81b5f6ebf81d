import type { Day } from '@preau/domain/time/day';
import { useNavigate, useSearchParams } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { usePresentDay } from './attendance.queries.ts';
import { chosenDay } from './day-choice.ts';

/** The day and the site shown: they are in the address, so that it can be kept and come back to. */
export function useTodayPlace() {
  const paths = usePaths();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const present = usePresentDay();
  const on = chosenDay(query.get('jour'));
  const facility = query.get('site');
  return {
    /** `null`: the present day. */
    on,
    /** `null`: all of them. */
    facility,
    showDay: (next: Day | null) =>
      void navigate(paths.today({ on: next === present ? null : next, facility }), {
        replace: true,
      }),
    showFacility: (next: string | null) =>
      void navigate(paths.today({ on, facility: next }), { replace: true }),
  };
}
