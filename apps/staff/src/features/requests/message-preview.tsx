import { explain } from '@preau/domain/explain/explain';
import { formatDayLong } from '@preau/domain/explain/format-fr';
import type { Reason } from '@preau/domain/explain/reasons';
import { day } from '@preau/domain/time/day';
import { explainContext, type Organisation } from '../../shared/organisation.ts';
import classes from './requests.module.css';
import type { BookingRequest, RequestDay } from './requests.queries.ts';

type MessagePreviewProps = {
  readonly request: Pick<BookingRequest, 'child' | 'activity' | 'kind'>;
  readonly days: readonly RequestDay[];
  readonly answer: { readonly accept: true } | { readonly accept: false; readonly because: string };
  readonly organisation: Organisation;
};

/** What the family will read, before it is sent: the sentences of its e-mail and of its page. */
export function MessagePreview({ request, days, answer, organisation }: MessagePreviewProps) {
  const { child, activity, kind } = request;
  const because = answer.accept ? '' : answer.because.trim() || '…';
  const refused: Reason =
    kind === 'booking'
      ? { code: 'requestRefused', because }
      : { code: 'cancellationRefused', because };
  const reason: Reason = answer.accept ? { code: 'requestAccepted' } : refused;
  return (
    <details className={classes.preview}>
      <summary>Ce que la famille va lire</summary>
      <blockquote>
        <p>
          {child.firstName}, {activity.label}
          {kind === 'cancellation' ? ' (annulation)' : ''} :
        </p>
        <ul>
          {days.map((one) => (
            <li key={one.bookingId}>
              {formatDayLong(day(one.on))}, {one.unitLabel}
            </li>
          ))}
        </ul>
        <p>{explain(reason, explainContext(organisation))}</p>
      </blockquote>
    </details>
  );
}
