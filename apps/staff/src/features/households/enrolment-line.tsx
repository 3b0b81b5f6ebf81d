import { fromIso } from '@preau/domain/time/instant';
import { Button } from '@preau/ui/actions/button';
import { Tag } from '@preau/ui/feedback/tag';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { deviceNow } from '../../shared/clock.ts';
import { formatMoment } from '../../shared/format.ts';
import { type HouseholdEnrolment, lookOf } from './enrolment-looks.tsx';
import classes from './household-page.module.css';

type EnrolmentLineProps = {
  readonly enrolment: HouseholdEnrolment;
  readonly activity: string;
  readonly facility: string;
  readonly childName: string;
  readonly timeZone: string;
  readonly onAnswer: () => void;
};

/** One enrolment: how far it is, since when, what was said, and the way to answer. */
export function EnrolmentLine(props: EnrolmentLineProps) {
  const { enrolment, activity, facility, childName, timeZone, onAnswer } = props;
  const { word, tone, icon } = lookOf(enrolment);
  const { own, note, reason, answers, requestedAt } = enrolment;
  const history = historyOf(enrolment, timeZone);
  return (
    <li className={classes.enrolment}>
      <p className={classes.name}>
        <span>
          {activity} <span className={classes.soft}>{facility}</span>
        </span>
        <Tag tone={tone} icon={icon}>
          {word}
        </Tag>
      </p>
      {history ? <p className={classes.small}>{history}</p> : null}
      {own || requestedAt === null ? null : (
        <p className={classes.small}>Demandée par l’autre foyer.</p>
      )}
      {note ? <p className={classes.small}>« {note} »</p> : null}
      {reason ? <p className={classes.small}>Réponse : {reason}</p> : null}
      {answers.length > 0 ? (
        <div>
          <Button variant="secondary" onClick={onAnswer}>
            Répondre
            <VisuallyHidden>{` à la demande « ${activity} » pour ${childName}`}</VisuallyHidden>
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** `Demandée lun. 16 nov. à 9 h · réponse due mer. 18 nov. à 9 h`, or who decided and when. */
function historyOf(enrolment: HouseholdEnrolment, timeZone: string): string {
  const { requestedAt, answerDueAt, decidedAt, decidedBy, state } = enrolment;
  const at = (iso: string) => formatMoment(fromIso(iso), timeZone);
  const told: string[] = [];
  if (requestedAt !== null) told.push(`Demandée ${at(requestedAt)}`);
  if (state === 'requested' && answerDueAt !== null) {
    const late = fromIso(answerDueAt) <= deviceNow();
    told.push(`réponse ${late ? 'en retard, elle était due' : 'due'} ${at(answerDueAt)}`);
  }
  if (state !== 'requested' && decidedAt !== null) {
    told.push(`décidée ${at(decidedAt)}${decidedBy ? ` par ${decidedBy}` : ''}`);
  }
  return told.join(' · ');
}
