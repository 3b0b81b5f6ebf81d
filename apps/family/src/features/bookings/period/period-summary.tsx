import { formatDayLong, formatDayWithYear } from '@preau/domain/explain/format-fr';
import type { Cents } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { Skeleton } from '@preau/ui/feedback/states';
import {
  CalendarCheck,
  Check,
  ChevronDown,
  Clock,
  Euro,
  List,
  type LucideIcon,
  ShoppingCart,
  Sun,
  TriangleAlert,
  Users,
} from 'lucide-react';
import { formatSigned } from '../../../shared/format.ts';
import { explainContext, type Organisation } from '../../../shared/organisation.ts';
import { serviceName } from '../cart-groups.ts';
import { paymentSentences } from '../cart-words.ts';
import { sentencesOf } from '../sentences.ts';
import { isAboutPrice } from '../wire-reasons.ts';
import type { Period, PeriodLine, PeriodPreview } from './period.queries.ts';
import classes from './period.module.css';
import {
  countWords,
  draftedCount,
  linesBy,
  type PeriodResult,
  resultsInOrder,
} from './preview-counts.ts';

const icons: Readonly<Record<PeriodResult, LucideIcon>> = {
  done: Check,
  asked: Clock,
  toPay: Euro,
  waiting: List,
  full: Users,
  late: TriangleAlert,
  drafted: ShoppingCart,
  already: CalendarCheck,
  excluded: Sun,
};

/** Their count says it all. */
const untold: ReadonlySet<PeriodResult> = new Set(['done', 'asked', 'toPay', 'drafted', 'already']);

type PeriodSummaryProps = {
  /** `null` while it is on its way. */
  readonly preview: PeriodPreview | null;
  readonly period: Period;
  /** An older answer is shown while the new one comes. */
  readonly settling: boolean;
  readonly organisation: Organisation;
  readonly onWait: (wait: boolean) => void;
};

/** What will and will not be drafted, and why: every count opens its dates. */
export function PeriodSummary(props: PeriodSummaryProps) {
  const { preview, period, settling, organisation, onWait } = props;
  if (!preview) {
    return (
      <div className={classes.summary} aria-busy="true">
        <Skeleton width="60%" height="1.5rem" />
        <Skeleton width="45%" />
      </div>
    );
  }
  const count = draftedCount(preview);
  const lines = linesBy(preview);
  return (
    <section
      className={classes.summary}
      aria-label="Ce qui sera fait"
      data-settling={settling || undefined}
    >
      <output className={classes.summaryTotal}>
        {count > 1 ? `${count} dates` : count === 1 ? '1 date' : 'Aucune date'}
        {count > 0 ? ` · ${formatSigned(preview.totalCents as Cents)}` : ''}
      </output>
      {resultsInOrder.map((result) => {
        const told = lines.get(result) ?? [];
        if (told.length === 0) return null;
        return (
          <Dates
            key={result}
            result={result}
            lines={told}
            action={period.action}
            organisation={organisation}
          />
        );
      })}
      <Terms
        lines={[...(lines.get('asked') ?? []), ...(lines.get('toPay') ?? [])]}
        organisation={organisation}
      />
      {period.action === 'add' && preview.counts.full + preview.counts.waiting > 0 ? (
        <label className={classes.waitChoice}>
          <input
            type="checkbox"
            checked={period.waitWhenFull}
            onChange={(event) => onWait(event.currentTarget.checked)}
          />
          <span>Mettre les dates complètes en liste d’attente</span>
        </label>
      ) : null}
      {preview.stops ? (
        <p className={classes.stops}>
          Rien après le {formatDayWithYear(day(preview.stops.on))} :{' '}
          {sentencesOf(preview.stops.reasons, explainContext(organisation)).join(' ')}
        </p>
      ) : null}
    </section>
  );
}

type TermsProps = Pick<PeriodSummaryProps, 'organisation'> & {
  readonly lines: readonly PeriodLine[];
};

/** By when the service answers, or a payment is to be made: once for all the dates. */
function Terms({ lines, organisation }: TermsProps) {
  if (lines.length === 0) return null;
  return paymentSentences(lines, organisation.timeZone).map((sentence) => (
    <p key={sentence} className={classes.stops}>
      {sentence}
    </p>
  ));
}

type DatesProps = {
  readonly result: PeriodResult;
  readonly lines: readonly PeriodLine[];
  readonly action: Period['action'];
  readonly organisation: Organisation;
};

function Dates({ result, lines, action, organisation }: DatesProps) {
  const Icon = icons[result];
  const context = explainContext(organisation);
  const words = countWords(result, lines.length, action);
  return (
    <details className={classes.dates} data-result={result}>
      <summary>
        <Icon size={20} aria-hidden="true" />
        <span>{words}</span>
        <ChevronDown size={18} aria-hidden="true" className={classes.chevron} />
      </summary>
      <section
        className={classes.list}
        aria-label={words}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: by Tab, then by arrows
        tabIndex={0}
      >
        <ul>
          {lines.map((line) => {
            const reasons = line.reasons.filter((reason) => !isAboutPrice(reason));
            const why = untold.has(result) ? [] : sentencesOf(reasons, context);
            return (
              <li key={`${line.childId}/${line.unit}/${line.on}`}>
                <span>
                  {formatDayLong(day(line.on))} · {line.childFirstName} ·{' '}
                  {serviceName(line.activityLabel, line.unitLabel)}
                  {line.cents === 0 ? '' : ` · ${formatSigned(line.cents as Cents)}`}
                </span>
                {why.length > 0 ? <span className={classes.why}>{why.join(' ')}</span> : null}
              </li>
            );
          })}
        </ul>
      </section>
    </details>
  );
}
