import { formatClock, formatDayShort, formatDayWithYear } from '@preau/domain/explain/format-fr';
import type { Cents } from '@preau/domain/money/cents';
import { type Day, day } from '@preau/domain/time/day';
import { fromIso, localDayOf, localTimeOf } from '@preau/domain/time/instant';
import { capitalised } from '@preau/ui/text/capitalised';
import { Link } from 'react-router';
import { formatSigned } from '../../shared/format.ts';
import { usePaths } from '../../shared/organisation.ts';
import {
  actorWords,
  type Change,
  changeSentence,
  type Confirmation,
  confirmationSentence,
  type Entry,
  resultWords,
} from './history-words.ts';
import classes from './history.module.css';

/** A year booked at once is one entry among others: the rest of its lines is on its receipt. */
const linesShown = 5;

type HistoryDaysProps = { readonly entries: readonly Entry[]; readonly timeZone: string };

/** What happened, day by day, the newest first. */
export function HistoryDays({ entries, timeZone }: HistoryDaysProps) {
  return byDay(entries, timeZone).map(({ on, items }) => (
    <section key={on} className={classes.section}>
      <h2>{capitalised(formatDayWithYear(on))}</h2>
      <ul className={classes.entries}>
        {items.map((entry) => (
          <li key={entry.id} className={classes.entry}>
            {entry.kind === 'confirmation' ? (
              <ConfirmationEntry entry={entry} timeZone={timeZone} />
            ) : (
              <ChangeEntry entry={entry} timeZone={timeZone} />
            )}
          </li>
        ))}
      </ul>
    </section>
  ));
}

type EntryOf<E> = { readonly entry: E; readonly timeZone: string };

function ConfirmationEntry({ entry, timeZone }: EntryOf<Confirmation>) {
  const paths = usePaths();
  const { id, at, lines, lineCount, totalCents } = entry;
  const shown = lines.slice(0, linesShown);
  const more = lineCount - shown.length;
  return (
    <>
      <p className={classes.head}>
        <strong>{confirmationSentence(entry)}</strong>
        <span className={classes.amount}>{formatSigned(totalCents as Cents)}</span>
      </p>
      <p className={classes.when}>à {clockOf(at, timeZone)}</p>
      <ul className={classes.lines}>
        {shown.map((line) => (
          <li
            key={`${line.childId} ${line.unit} ${line.on}`}
            className={classes.line}
            data-failed={line.result === 'notDone'}
          >
            <span>
              {line.childFirstName} · {line.unitLabel}, {formatDayShort(day(line.on))}
            </span>
            <span className={classes.result}>{resultWords[line.result]}</span>
            <span className={classes.amount}>
              {line.result === 'notDone' ? '' : formatSigned(line.cents as Cents)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link className={classes.receipt} to={paths.receipt(id)}>
          {more > 0 ? `Voir les ${lineCount} lignes et leurs raisons` : 'Voir le récapitulatif'}
        </Link>
      </p>
    </>
  );
}

function ChangeEntry({ entry, timeZone }: EntryOf<Change>) {
  const { childFirstName, unitLabel, facility, on, at, cents, who } = entry;
  return (
    <>
      <p className={classes.head}>
        <strong>
          {childFirstName} · {unitLabel}, {formatDayShort(day(on))}
        </strong>
        {cents === 0 ? null : (
          <span className={classes.amount}>{formatSigned(cents as Cents)}</span>
        )}
      </p>
      <p>{changeSentence(entry)}</p>
      <p className={classes.when}>
        {actorWords(who)}, à {clockOf(at, timeZone)} · {facility}
      </p>
    </>
  );
}

const clockOf = (at: string, timeZone: string): string =>
  formatClock(localTimeOf(fromIso(at), timeZone));

type DayOfHistory = { readonly on: Day; readonly items: readonly Entry[] };

function byDay(entries: readonly Entry[], timeZone: string): readonly DayOfHistory[] {
  const days = Map.groupBy(entries, ({ at }) => localDayOf(fromIso(at), timeZone));
  return [...days].map(([on, items]) => ({ on, items }));
}
