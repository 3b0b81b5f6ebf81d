import type { BookResponse } from '@preau/api-client/staff';
import { formatDayLong } from '@preau/domain/explain/format-fr';
import type { Cents } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { capitalised } from '@preau/ui/text/capitalised';
import { formatSigned } from '../../shared/format.ts';
import { explainContext, useOrganisation } from '../../shared/organisation.ts';
import type { PreviewLine } from './bookings.queries.ts';
import classes from './bookings-panel.module.css';
import { sentencesOf } from '../../shared/sentences.ts';
import { isConsequence, serviceName } from './sentences.ts';

type DoneLine = BookResponse['lines'][number];

/** Outcomes with which a line is done; any other leaves things as they are. */
const doable: ReadonlySet<PreviewLine['outcome']> = new Set([
  'accepted',
  'acceptedLate',
  'pending',
  'awaitingPayment',
  'waitlisted',
] as const);

export const isDoable = ({ outcome }: Pick<PreviewLine, 'outcome'>): boolean => doable.has(outcome);

const gestures: Readonly<Record<PreviewLine['action'], string>> = {
  add: 'Ajouter',
  wait: 'Mettre en attente',
  remove: 'Annuler',
};

type PreviewLinesProps = {
  readonly lines: readonly (PreviewLine | DoneLine)[];
  /** Was it done, or would it be? */
  readonly isDone: (line: PreviewLine | DoneLine) => boolean;
};

/** Line by line: what is done, what it costs and why, the consequence first. */
export function PreviewLines({ lines, isDone }: PreviewLinesProps) {
  const { data: organisation } = useOrganisation();
  if (!organisation) return null;
  const context = explainContext(organisation);
  return (
    <ul className={classes.lines}>
      {lines.map((line) => {
        const reasons = [...line.priceReasons, ...line.reasons];
        const done = isDone(line);
        return (
          <li key={`${line.childId}/${line.sessionId}`}>
            <p className={classes.lineHead}>
              <strong>
                {gestures[line.action]} : {line.childFirstName},{' '}
                {serviceName(line.activityLabel, line.unitLabel)}
              </strong>
              {done ? (
                <span className={classes.amount}>{formatSigned(line.cents as Cents)}</span>
              ) : (
                <span className={classes.impossible}>Impossible</span>
              )}
            </p>
            <p>{capitalised(formatDayLong(day(line.on)))}</p>
            {done
              ? sentencesOf(reasons.filter(isConsequence), context).map((sentence) => (
                  <p key={sentence} className={classes.consequence}>
                    {sentence}
                  </p>
                ))
              : null}
            <p className={classes.small}>
              {sentencesOf(
                reasons.filter((reason) => !done || !isConsequence(reason)),
                context,
              ).join(' ')}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
