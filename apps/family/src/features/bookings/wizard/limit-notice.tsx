import { formatInstant } from '@preau/domain/explain/format-fr';
import { Notice } from '@preau/ui/feedback/notice';
import type { Planning } from '../bookings.queries.ts';
import { useNextLimit } from '../use-limit.ts';

type LimitNoticeProps = {
  readonly planning: Planning;
  /** The device's time when it came, in ms. */
  readonly receivedAt: number;
  readonly childId: string;
};

/** That a limit is about to pass; when it does, the cells are asked for again. */
export function LimitNotice({ planning, receivedAt, childId }: LimitNoticeProps) {
  const limit = useNextLimit(planning, receivedAt, childId);
  if (limit === null) return null;
  return (
    <Notice tone="warning" announced>
      {limit.minutes > 1 ? `Plus que ${limit.minutes} minutes` : 'Moins d’une minute'} pour valider
      certains jours : la limite est {formatInstant(limit.limitAt, planning.timeZone)}.
    </Notice>
  );
}
