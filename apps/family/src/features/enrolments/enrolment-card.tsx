import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Tag } from '@preau/ui/feedback/tag';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { CalendarDays, FileText } from 'lucide-react';
import { useId } from 'react';
import { Link } from 'react-router';
import { deviceNow } from '../../shared/clock.ts';
import { usePaths } from '../../shared/organisation.ts';
import { enrolmentMessage } from './enrolment-problems.ts';
import { stateLooks, withdrawnLook } from './enrolment-states.tsx';
import { historyWords } from './enrolment-words.ts';
import classes from './enrolments.module.css';
import { type OwnEnrolment, useAskEnrolments } from './enrolments.queries.ts';

type EnrolmentCardProps = {
  readonly childId: string;
  readonly childName: string;
  readonly enrolment: OwnEnrolment;
  readonly timeZone: string;
  readonly onWithdraw: () => void;
};

/** One enrolment: what for, how far it is, what was answered, what can be done. */
export function EnrolmentCard(props: EnrolmentCardProps) {
  const { childId, childName, enrolment, timeZone, onWithdraw } = props;
  const titleId = useId();
  const paths = usePaths();
  const { activity, facility, state, withdrawn, own, actions, note } = enrolment;
  const history = historyWords(enrolment, timeZone, deviceNow());
  const { word, tone, icon } = withdrawn ? withdrawnLook : stateLooks[state];
  return (
    <article className={classes.card} aria-labelledby={titleId} data-state={state}>
      <header className={classes.cardHead}>
        <h3 id={titleId}>
          {activity.label} <span className={classes.about}>{facility}</span>
        </h3>
        <Tag tone={tone} icon={icon}>
          {word}
        </Tag>
      </header>
      {history ? <p className={classes.soft}>{history}</p> : null}
      {own || enrolment.requestedAt === null ? null : (
        <p className={classes.soft}>Demandée par l’autre foyer de {childName}.</p>
      )}
      {note ? <p className={classes.note}>{note}</p> : null}
      <Answer childId={childId} enrolment={enrolment} />
      {state === 'accepted' ? (
        <Link className={buttonClass('secondary')} to={paths.planning({ child: childId })}>
          <CalendarDays size={20} aria-hidden="true" />
          Ouvrir le planning
          <VisuallyHidden>{` de ${childName}`}</VisuallyHidden>
        </Link>
      ) : null}
      {actions.includes('withdraw') ? (
        <div>
          <Button variant="secondary" onClick={onWithdraw}>
            Retirer la demande
            <VisuallyHidden>{` « ${activity.label} » pour ${childName}`}</VisuallyHidden>
          </Button>
        </div>
      ) : null}
    </article>
  );
}

type AnswerProps = { readonly childId: string; readonly enrolment: OwnEnrolment };

/** What the service says: why it is refused, or what is missing and how to send it. */
function Answer({ childId, enrolment }: AnswerProps) {
  const ask = useAskEnrolments();
  const paths = usePaths();
  const { state, reason, activityId, schoolYear, note, actions } = enrolment;
  if (state === 'refused' && reason) {
    return (
      <Notice tone="error" title="Pourquoi elle est refusée">
        <p className={classes.written}>{reason}</p>
      </Notice>
    );
  }
  if (state === 'waitlisted' && reason) return <p className={classes.written}>{reason}</p>;
  if (state !== 'incomplete' || !actions.includes('complete')) return null;
  const body = { childId, activityIds: [activityId], schoolYear, note };
  const lacking = ask.data?.results.some(({ result }) => result === 'notDone');
  return (
    <Notice
      tone="warning"
      title="Ce que le service attend"
      actions={
        <>
          <Link className={buttonClass('secondary')} to={paths.documents}>
            <FileText size={20} aria-hidden="true" />
            Voir les documents attendus
          </Link>
          <Button busy={ask.isPending} onClick={() => ask.mutate({ body })}>
            Renvoyer la demande
          </Button>
        </>
      }
    >
      <p className={classes.written}>{reason}</p>
      {ask.error ? <p role="alert">{enrolmentMessage(ask.error)}</p> : null}
      {lacking ? (
        <p role="alert">Il manque encore un document : envoyez-le, puis renvoyez la demande.</p>
      ) : null}
    </Notice>
  );
}
