import { formatDayLong } from '@preau/domain/explain/format-fr';
import type { Cents } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { Minus, Plus, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatSigned } from '../../shared/format.ts';
import { capitalised } from '../../shared/text.ts';
import { explainContext, type Organisation } from '../../shared/organisation.ts';
import type { CartLine } from './bookings.queries.ts';
import { type CartGroup, isBlocked } from './cart-groups.ts';
import classes from './cart.module.css';
import { sentencesOf } from './sentences.ts';

type LineListProps<Line extends CartLine> = {
  readonly groups: readonly CartGroup<Line>[];
  readonly organisation: Organisation;
  /** Was it refused, or would it be? */
  readonly failed?: (line: Line) => boolean;
  readonly actionOf?: (line: Line) => ReactNode;
};

/** Lines by child and service, each with its price, its limit and its reasons. */
export function LineList<Line extends CartLine>(props: LineListProps<Line>) {
  const { groups, organisation, failed = isBlocked, actionOf } = props;
  return groups.map((group) => (
    <section key={group.key} className={classes.group}>
      <h3 className={classes.groupHead}>
        <span>
          {group.childFirstName} · {group.service}
        </span>
        <span className={classes.amount}>{formatSigned(group.cents as Cents)}</span>
      </h3>
      <ul>
        {group.lines.map((line) => (
          <Line
            key={line.sessionId}
            line={line}
            organisation={organisation}
            failed={failed(line)}
            action={actionOf?.(line)}
          />
        ))}
      </ul>
    </section>
  ));
}

type LineProps = {
  readonly line: CartLine;
  readonly organisation: Organisation;
  readonly failed: boolean;
  readonly action: ReactNode;
};

function Line({ line, organisation, failed, action }: LineProps) {
  const context = explainContext(organisation);
  const sentences = sentencesOf([...line.reasons, ...line.priceReasons], context);
  const Icon = failed ? TriangleAlert : line.action === 'add' ? Plus : Minus;
  const tone = failed ? classes.failed : line.action === 'add' ? classes.added : classes.removed;
  return (
    <li className={classes.line}>
      <span className={`${classes.sign} ${tone}`} aria-hidden="true">
        <Icon size={18} strokeWidth={2.5} />
      </span>
      <div className={classes.lineText}>
        <p className={classes.lineTitle}>
          {capitalised(formatDayLong(day(line.on)))}
          <span className={classes.lineAction}>
            {' '}
            · {line.action === 'add' ? 'ajout' : 'annulation'}
          </span>
        </p>
        {sentences.map((sentence) => (
          <p key={sentence} className={failed ? classes.why : classes.muted}>
            {sentence}
          </p>
        ))}
      </div>
      <div className={classes.lineEnd}>
        <span className={classes.amount}>{formatSigned(line.cents as Cents)}</span>
        {action}
      </div>
    </li>
  );
}
