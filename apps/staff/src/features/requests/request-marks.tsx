import { formatInstant } from '@preau/domain/explain/format-fr';
import { fromIso } from '@preau/domain/time/instant';
import { Tag } from '@preau/ui/feedback/tag';
import { CalendarX, Euro } from 'lucide-react';
import { DueTag } from './due-tag.tsx';
import classes from './requests.module.css';
import type { BookingRequest } from './requests.queries.ts';

type MarksProps = { readonly request: BookingRequest; readonly timeZone: string };

/** What matters at a glance: a cancellation, how near the answer is, a payment awaited. */
export function Marks({ request, timeZone }: MarksProps) {
  const { kind, days } = request;
  const payBefore = days.find((one) => one.payBefore !== null)?.payBefore;
  return (
    <span className={classes.marks}>
      {kind === 'cancellation' ? <Tag icon={<CalendarX size={16} />}>Annulation</Tag> : null}
      <DueTag due={request} timeZone={timeZone} />
      {payBefore ? (
        <Tag tone="warning" icon={<Euro size={16} />}>
          À payer avant le {formatInstant(fromIso(payBefore), timeZone)}
        </Tag>
      ) : null}
    </span>
  );
}
