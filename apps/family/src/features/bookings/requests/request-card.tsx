import { formatInstant } from '@preau/domain/explain/format-fr';
import { type Cents, formatEuros } from '@preau/domain/money/cents';
import { day, mondayOf } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { buttonClass } from '@preau/ui/actions/button';
import { Tag, type TagTone } from '@preau/ui/feedback/tag';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { CalendarDays, CircleCheck, CircleX, Clock, Euro, Undo2 } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { deviceNow } from '../../../shared/clock.ts';
import { explainContext, type Organisation, usePaths } from '../../../shared/organisation.ts';
import {
  type DayGroup,
  dayGroupsOf,
  daysWords,
  payBeforeOf,
  type RequestStatus,
  statusOf,
} from './request-words.ts';
import type { OwnRequest } from './requests.queries.ts';
import classes from './requests.module.css';

type RequestCardProps = { readonly request: OwnRequest; readonly organisation: Organisation };

/** One request: what was asked, by when it is answered or paid, and what became of each day. */
export function RequestCard({ request, organisation }: RequestCardProps) {
  const titleId = useId();
  const paths = usePaths();
  const { child, activity } = request;
  const groups = dayGroupsOf(request, explainContext(organisation));
  const status = statusOf(request);
  const first = groups[0]?.days[0];
  return (
    <article className={classes.card} aria-labelledby={titleId} data-status={status}>
      <header className={classes.cardHead}>
        <h2 id={titleId}>
          {request.kind === 'cancellation' ? 'Annulation : ' : ''}
          {activity.label} · {child.firstName}
        </h2>
        <StatusTag status={status} />
      </header>
      <p className={classes.soft}>{whenWords(request, organisation.timeZone)}</p>
      <ul className={classes.groups}>
        {groups.map((group) => (
          <Group key={group.key} group={group} alone={group.unitLabel === activity.label} />
        ))}
      </ul>
      {first ? (
        <Link
          className={buttonClass('quiet')}
          to={paths.planning({ child: child.id, week: mondayOf(day(first.on)) })}
        >
          <CalendarDays size={20} aria-hidden="true" />
          Voir dans le planning
          <VisuallyHidden>{` : ${activity.label}, ${child.firstName}`}</VisuallyHidden>
        </Link>
      ) : null}
    </article>
  );
}

/** `Demandé le …`, then by when it is answered or paid. */
function whenWords({ requestedAt, answerDueAt, days }: OwnRequest, timeZone: string): string {
  const told = [`Demandé le ${formatInstant(fromIso(requestedAt), timeZone)}`];
  if (answerDueAt !== null) {
    const due = fromIso(answerDueAt);
    const words = due > deviceNow() ? 'réponse au plus tard le' : 'réponse attendue depuis le';
    told.push(`${words} ${formatInstant(due, timeZone)}`);
  }
  const payBefore = payBeforeOf(days);
  if (payBefore !== null)
    told.push(`à payer avant le ${formatInstant(fromIso(payBefore), timeZone)}`);
  return told.join(' · ');
}

type GroupProps = { readonly group: DayGroup; readonly alone: boolean };

function Group({ group, alone }: GroupProps) {
  const { unitLabel, days, word, why, cents } = group;
  return (
    <li className={classes.group} data-state={group.state}>
      <p className={classes.groupHead}>
        <strong>
          {alone ? '' : `${unitLabel} : `}
          {daysWords(days)}
        </strong>
        {cents === 0 ? null : <span className={classes.amount}>{formatEuros(cents as Cents)}</span>}
      </p>
      <p className={classes.word}>{word}</p>
      {why.map((sentence) => (
        <p key={sentence} className={classes.why}>
          {sentence}
        </p>
      ))}
    </li>
  );
}

type Look = { readonly tone: TagTone; readonly icon: ReactNode; readonly word: string };

const looks: Readonly<Record<RequestStatus, Look>> = {
  toPay: { tone: 'warning', icon: <Euro size={16} />, word: 'À payer' },
  pending: { tone: 'warning', icon: <Clock size={16} />, word: 'En attente' },
  refused: { tone: 'danger', icon: <CircleX size={16} />, word: 'Refusée' },
  partly: { tone: 'danger', icon: <CircleX size={16} />, word: 'Acceptée en partie' },
  unpaid: { tone: 'danger', icon: <CircleX size={16} />, word: 'Non payée' },
  partlyUnpaid: { tone: 'danger', icon: <CircleX size={16} />, word: 'Non payée en partie' },
  accepted: { tone: 'brand', icon: <CircleCheck size={16} />, word: 'Acceptée' },
  over: { tone: 'plain', icon: <Undo2 size={16} />, word: 'Sans suite' },
};

function StatusTag({ status }: { readonly status: RequestStatus }) {
  const { tone, icon, word } = looks[status];
  return (
    <Tag tone={tone} icon={icon}>
      {word}
    </Tag>
  );
}
