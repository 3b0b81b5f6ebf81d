import { formatDayLong, formatInstant, ordinal } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { Notice } from '@preau/ui/feedback/notice';
import type { Planning } from './bookings.queries.ts';

type QueueNoticeProps = {
  readonly planning: Planning;
  /** `null` = everybody's. */
  readonly childId: string | null;
};

/** The waiting lists of the week: at which rank, and until when a place may still come. */
export function QueueNotice({ planning, childId }: QueueNoticeProps) {
  const rows = planning.rows.filter((row) => childId === null || row.childId === childId);
  const told = rows.flatMap((row) =>
    row.queue.flatMap(({ index, rank, until }) => {
      const on = row.on[index];
      if (rank === null || on === undefined) return [];
      const firstName = planning.children.find(({ id }) => id === row.childId)?.firstName;
      const end = formatInstant(fromIso(until), planning.timeZone);
      return `${row.unitLabel}, ${firstName}, ${formatDayLong(day(on))} : ${ordinal(rank)}, jusqu’au ${end}.`;
    }),
  );
  if (told.length === 0) return null;
  return (
    <Notice title="En liste d’attente">
      <ul>
        {told.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      Rien n’est facturé tant qu’une place ne vous est pas proposée et acceptée.
    </Notice>
  );
}
