import { formatDayLong } from '@preau/domain/explain/format-fr';
import type { Cents } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { Panel } from '@preau/ui/shell/panel';
import { capitalised } from '@preau/ui/text/capitalised';
import { History } from 'lucide-react';
import { useState } from 'react';
import { counted, formatMoment, formatSigned } from '../../shared/format.ts';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { useOrganisation } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { type HistoryEntry, useHouseholdHistory } from './bookings.queries.ts';
import classes from './bookings-panel.module.css';
import { HistorySheet } from './history-sheet.tsx';
import { serviceName, stateWords } from './sentences.ts';
import { whoWords } from './who-words.ts';

/** What happened to the bookings of a household, newest first. */
export function HistoryPanel({ householdId }: { readonly householdId: string }) {
  const history = useHouseholdHistory(householdId);
  const [told, setTold] = useState<string | null>(null);
  const entries = history.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel title="Historique">
      {history.data ? (
        entries.length === 0 ? (
          <EmptyState icon={<History size={28} />} title="Rien n’a encore été réservé" />
        ) : (
          <ol className={classes.entries}>
            {entries.map((entry) => (
              <Entry key={`${entry.kind} ${entry.id}`} entry={entry} onTell={setTold} />
            ))}
          </ol>
        )
      ) : history.error ? (
        <LoadFailure
          title="L’historique n’a pas pu être chargé"
          error={history.error}
          retry={() => void history.refetch()}
          retrying={history.isFetching}
        />
      ) : (
        <div aria-busy="true">
          <VisuallyHidden>Chargement…</VisuallyHidden>
          <Skeleton height="6rem" />
        </div>
      )}
      {history.isFetchNextPageError ? (
        <Notice tone="error" announced>
          {problemMessage(history.error)}
        </Notice>
      ) : null}
      {history.hasNextPage ? (
        <div>
          <Button
            variant="secondary"
            busy={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            Afficher la suite
          </Button>
        </div>
      ) : null}
      {told === null ? null : <HistorySheet bookingId={told} onClose={() => setTold(null)} />}
    </Panel>
  );
}

type EntryProps = { readonly entry: HistoryEntry; readonly onTell: (bookingId: string) => void };

function Entry({ entry, onTell }: EntryProps) {
  const { data: organisation } = useOrganisation();
  if (!organisation) return null;
  return (
    <li>
      <p className={classes.small}>
        {capitalised(formatMoment(fromIso(entry.at), organisation.timeZone))}, {whoWords(entry.who)}
      </p>
      {entry.kind === 'confirmation' ? (
        <Confirmation entry={entry} />
      ) : (
        <p className={classes.lineHead}>
          <button type="button" className={classes.told} onClick={() => onTell(entry.bookingId)}>
            {entry.childFirstName}, {serviceName(entry.activityLabel, entry.unitLabel)},{' '}
            {formatDayLong(day(entry.on))} : {stateWords[entry.to]}
          </button>
          <span className={classes.amount}>{formatSigned(entry.cents as Cents)}</span>
        </p>
      )}
      {entry.note === null ? null : <p className={classes.note}>{entry.note}</p>}
    </li>
  );
}

type ConfirmationEntry = Extract<HistoryEntry, { kind: 'confirmation' }>;

const resultWords: Readonly<Record<ConfirmationEntry['lines'][number]['result'], string>> = {
  booked: 'réservé',
  cancelled: 'annulé',
  waitlisted: 'mis en liste d’attente',
  requested: 'demandé',
  cancellationRequested: 'annulation demandée',
  toPay: 'place gardée, à payer',
  notDone: 'non fait',
};

function Confirmation({ entry }: { readonly entry: ConfirmationEntry }) {
  const { lines, lineCount, totalCents } = entry;
  const [only, ...others] = lines;
  const said = (line: (typeof lines)[number]) =>
    `${line.childFirstName}, ${serviceName(line.activityLabel, line.unitLabel)}, ${formatDayLong(day(line.on))} : ${resultWords[line.result]}`;
  if (only && others.length === 0) {
    return (
      <p className={classes.lineHead}>
        <span>{said(only)}</span>
        <span className={classes.amount}>{formatSigned(totalCents as Cents)}</span>
      </p>
    );
  }
  return (
    <details className={classes.fold}>
      <summary>
        {counted(lineCount, 'jour', 'jours')} · {formatSigned(totalCents as Cents)}
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={`${line.childId} ${line.on} ${line.unit}`} className={classes.lineHead}>
            <span>{said(line)}</span>
            <span className={classes.amount}>{formatSigned(line.cents as Cents)}</span>
          </li>
        ))}
      </ul>
      {lineCount > lines.length ? (
        <p className={classes.small}>Et {lineCount - lines.length} autres jours.</p>
      ) : null}
    </details>
  );
}
