import { formatInstant } from '@preau/domain/explain/format-fr';
import type { Instant } from '@preau/domain/time/instant';
import { Notice } from '@preau/ui/feedback/notice';
import type { Planning } from './bookings.queries.ts';
import { columnsOf } from './week.ts';

type WeekNoticesProps = {
  readonly planning: Planning;
  readonly limit: { readonly minutes: number; readonly limitAt: Instant } | null;
  /** Named here, unless a band over the columns does. */
  readonly holidays?: boolean;
};

/** What holds for all that is on screen: holidays, the end of the known calendar, a limit about to pass. */
export function WeekNotices({ planning, limit, holidays = true }: WeekNoticesProps) {
  const columns = columnsOf(planning);
  const named = columns.flatMap(({ kind, label }) =>
    holidays && kind === 'schoolHoliday' && label ? [label] : [],
  );
  return (
    <>
      {limit ? (
        <Notice tone="warning" announced>
          {limit.minutes > 1 ? `Plus que ${limit.minutes} minutes` : 'Moins d’une minute'} pour
          valider certains jours : la limite est {formatInstant(limit.limitAt, planning.timeZone)}.
        </Notice>
      ) : null}
      {[...new Set(named)].map((name) => (
        <Notice key={name}>{name}</Notice>
      ))}
      {columns.some(({ kind }) => kind === 'unknown') ? (
        <Notice>
          Le calendrier scolaire de cette période n’est pas encore publié : les réservations
          ouvriront ensuite.
        </Notice>
      ) : null}
    </>
  );
}
