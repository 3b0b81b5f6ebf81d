import { formatDayLong, formatInstant, ordinal } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import { fromIso, type Instant } from '@preau/domain/time/instant';
import { Notice } from '@preau/ui/feedback/notice';
import { Link } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import type { Planning } from './bookings.queries.ts';

type QueueNoticeProps = {
  readonly planning: Planning;
  /** `null` = everybody's. */
  readonly childId: string | null;
};

/** What the week waits for: places (at which rank, until when), answers of the service, payments. */
export function QueueNotice({ planning, childId }: QueueNoticeProps) {
  const awaited = awaitedIn(planning, childId);
  return (
    <>
      <ToPay planning={planning} awaited={awaited} />
      <ToAnswer planning={planning} awaited={awaited} />
      <InList planning={planning} awaited={awaited} />
    </>
  );
}

type Awaited = {
  readonly row: Planning['rows'][number];
  readonly state: Planning['rows'][number]['state'][number];
  readonly on: string;
  readonly rank: number | null;
  readonly until: Instant;
  readonly answerDueAt: Instant | null;
};

function awaitedIn(planning: Planning, childId: string | null): readonly Awaited[] {
  const rows = planning.rows.filter((row) => childId === null || row.childId === childId);
  return rows.flatMap((row) =>
    row.queue.flatMap(({ index, rank, until, answerDueAt }): Awaited[] => {
      const on = row.on[index];
      if (on === undefined) return [];
      const due = answerDueAt === null ? null : fromIso(answerDueAt);
      const state = row.state[index] ?? null;
      return [{ row, state, on, rank, until: fromIso(until), answerDueAt: due }];
    }),
  );
}

type PartProps = { readonly planning: Planning; readonly awaited: readonly Awaited[] };

/** Places that are kept for a time: told by their first term. */
function ToPay({ planning, awaited }: PartProps) {
  const toPay = awaited.filter(({ state }) => state === 'awaitingPayment');
  const [first] = toPay.map(({ until }) => until).toSorted((one, other) => one - other);
  if (first === undefined) return null;
  return (
    <Notice
      tone="warning"
      title={`${toPay.length > 1 ? `${toPay.length} jours à payer` : 'Un jour à payer'} avant le ${formatInstant(first, planning.timeZone)}`}
    >
      Sans paiement d’ici là, la place est rendue. <RequestsLink />
    </Notice>
  );
}

/** Requests without an answer: told by the last of their terms. */
function ToAnswer({ planning, awaited }: PartProps) {
  const asked = awaited.filter(
    ({ state }) => state === 'requested' || state === 'cancellationRequested',
  );
  const last = asked
    .flatMap(({ answerDueAt }) => answerDueAt ?? [])
    .toSorted((one, other) => one - other)
    .at(-1);
  if (asked.length === 0) return null;
  return (
    <Notice
      title={
        asked.length > 1
          ? `${asked.length} demandes en attente de réponse`
          : 'Une demande en attente de réponse'
      }
    >
      {last === undefined ? null : `${answerWords(last, planning)} `}
      <RequestsLink />
    </Notice>
  );
}

/** By when the service answers, or that it should have. */
function answerWords(due: Instant, { now, timeZone }: Planning): string {
  const at = formatInstant(due, timeZone);
  return due > fromIso(now)
    ? `Réponse du service au plus tard le ${at}.`
    : `La réponse du service était attendue avant le ${at}.`;
}

function RequestsLink() {
  const paths = usePaths();
  return <Link to={paths.bookingRequests}>Voir mes demandes de réservation</Link>;
}

function InList({ planning, awaited }: PartProps) {
  const told = awaited.flatMap(({ row, on, rank, until }) => {
    if (rank === null) return [];
    const firstName = planning.children.find(({ id }) => id === row.childId)?.firstName;
    const end = formatInstant(until, planning.timeZone);
    return `${row.unitLabel}, ${firstName}, ${formatDayLong(day(on))} : ${ordinal(rank)}, jusqu’au ${end}.`;
  });
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
