import { Button } from '@preau/ui/actions/button';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { formatDayLong } from '@preau/domain/explain/format-fr';
import type { ExplainContext } from '@preau/domain/explain/catalogue';
import type { Cents } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { ListPlus, type LucideIcon, Minus, Plus, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { formatSigned } from '../../shared/format.ts';
import { capitalised } from '@preau/ui/text/capitalised';
import { explainContext, type Organisation } from '../../shared/organisation.ts';
import type { CartLine } from './cart-types.ts';
import { type CartGroup, isBlocked } from './cart-groups.ts';
import classes from './cart.module.css';
import { sentencesOf } from './sentences.ts';

type LineListProps<Line extends CartLine> = {
  readonly groups: readonly CartGroup<Line>[];
  readonly organisation: Organisation;
  /** Level of the groups' headings in the page. */
  readonly level: 2 | 3;
  /** Was it refused, or would it be? */
  readonly failed?: (line: Line) => boolean;
  readonly renderAction?: (line: Line) => ReactNode;
};

/**
 * Lines by child and service, each with its price, its limit and its reasons. What is not done
 * costs nothing: it shows no amount.
 */
export function LineList<Line extends CartLine>(props: LineListProps<Line>) {
  const { groups, organisation, level, failed = isBlocked, renderAction } = props;
  const context = explainContext(organisation);
  const Heading = level === 2 ? 'h2' : 'h3';
  return groups.map((group) => (
    <Group
      key={group.key}
      group={group}
      context={context}
      Heading={Heading}
      failed={failed}
      renderAction={renderAction}
    />
  ));
}

type GroupProps<Line extends CartLine> = {
  readonly group: CartGroup<Line>;
  readonly context: ExplainContext;
  readonly Heading: 'h2' | 'h3';
  readonly failed: (line: Line) => boolean;
  readonly renderAction: ((line: Line) => ReactNode) | undefined;
};

/** More days than that are opened by a button: a whole period would hide the other services. */
const fewLines = 8;
const shownOfMany = 4;

function Group<Line extends CartLine>(props: GroupProps<Line>) {
  const { group, context, Heading, failed, renderAction } = props;
  const [opened, setOpened] = useState(false);
  // What would not be done comes first: it asks for something.
  const lines = group.lines.toSorted((one, other) => Number(failed(other)) - Number(failed(one)));
  const whole = opened || lines.length <= fewLines;
  const told = lines.map((line) => sentencesOf([...line.reasons, ...line.priceReasons], context));
  const shared = sharedBy(told);
  const shown = whole
    ? lines.length
    : Math.max(shownOfMany, lines.filter((line) => failed(line)).length);
  return (
    <section className={classes.group}>
      <Heading className={classes.groupHead}>
        <span>
          {group.childFirstName} · {group.service}
        </span>
        {lines.every(failed) ? null : (
          <span className={classes.amount}>{formatSigned(group.cents as Cents)}</span>
        )}
      </Heading>
      {shared.map((sentence) => (
        <p key={sentence} className={classes.shared}>
          {sentence}
        </p>
      ))}
      <ul>
        {lines.slice(0, shown).map((line, index) => (
          <Line
            key={line.sessionId}
            line={line}
            sentences={told[index]?.filter((sentence) => !shared.includes(sentence)) ?? []}
            failed={failed(line)}
            action={renderAction?.(line)}
          />
        ))}
      </ul>
      {shown < lines.length ? (
        <Button variant="quiet" onClick={() => setOpened(true)}>
          Voir les {lines.length - shown} autres jours
          <VisuallyHidden>{` : ${group.childFirstName}, ${group.service}`}</VisuallyHidden>
        </Button>
      ) : null}
    </section>
  );
}

/** What several lines all say is said once, above them. */
function sharedBy(told: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = told;
  if (others.length === 0) return [];
  return first.filter((sentence) => others.every((list) => list.includes(sentence)));
}

type Look = {
  readonly Icon: LucideIcon;
  readonly tone: string | undefined;
  readonly words: string;
  /** Where the service has to accept it. */
  readonly asked: string;
};

const looks: Readonly<Record<CartLine['action'], Look>> = {
  add: { Icon: Plus, tone: classes.added, words: 'Ajout.', asked: 'Demande.' },
  remove: {
    Icon: Minus,
    tone: classes.removed,
    words: 'Annulation.',
    asked: 'Demande d’annulation.',
  },
  wait: {
    Icon: ListPlus,
    tone: classes.waiting,
    words: 'Liste d’attente.',
    asked: 'Liste d’attente.',
  },
};

type LineProps = {
  readonly line: CartLine;
  readonly sentences: readonly string[];
  readonly failed: boolean;
  readonly action: ReactNode;
};

function Line({ line, sentences, failed, action }: LineProps) {
  const { Icon, tone, words, asked } = looks[line.action];
  const Sign = failed ? TriangleAlert : Icon;
  return (
    <li className={classes.line}>
      <span className={`${classes.sign} ${failed ? classes.failed : tone}`} aria-hidden="true">
        <Sign size={18} strokeWidth={2.5} />
      </span>
      <div className={classes.lineText}>
        <p className={classes.lineHead}>
          <strong>{capitalised(formatDayLong(day(line.on)))}</strong>
          {failed ? null : (
            <span className={classes.amount}>{formatSigned(line.cents as Cents)}</span>
          )}
        </p>
        <p className={failed ? classes.why : classes.muted}>
          {line.outcome === 'pending' ? asked : words} {sentences.join(' ')}
        </p>
        {action}
      </div>
    </li>
  );
}
