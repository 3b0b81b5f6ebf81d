import { Skeleton } from '@preau/ui/feedback/states';
import { Panel } from '@preau/ui/shell/panel';
import { useState } from 'react';
import { Link } from 'react-router';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { type Organisation, useOrganisation, usePaths } from '../../shared/organisation.ts';
import { PaymentBar } from './payment-bar.tsx';
import { isPending, openDays } from './request-days-left.ts';
import { RequestDays } from './request-days.tsx';
import { Marks } from './request-marks.tsx';
import { childWords, daysWords } from './request-words.ts';
import classes from './requests.module.css';
import { type BookingRequest, useHouseholdRequests } from './requests.queries.ts';

/** What of a household waits: an answer of the office, or a payment, which is taken here too. */
export function HouseholdRequestsPanel({ householdId }: { readonly householdId: string }) {
  const waiting = useHouseholdRequests(householdId);
  const { data: organisation } = useOrganisation();
  if (waiting.error && !waiting.data) {
    return (
      <Panel title="Demandes et paiements attendus">
        <LoadFailure
          title="Les demandes n’ont pas pu être chargées"
          error={waiting.error}
          retry={() => void waiting.refetch()}
          retrying={waiting.isFetching}
        />
      </Panel>
    );
  }
  if (!waiting.data || !organisation) return <Skeleton height="3rem" />;
  const { items } = waiting.data;
  // Most households wait for nothing: no empty panel.
  if (items.length === 0) return null;
  return (
    <Panel title="Demandes et paiements attendus">
      <ul className={classes.waiting}>
        {items.map((request) => (
          <li key={`${request.id} ${request.days[0]?.state}`}>
            <Waiting request={request} organisation={organisation} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type WaitingProps = { readonly request: BookingRequest; readonly organisation: Organisation };

function Waiting({ request, organisation }: WaitingProps) {
  const paths = usePaths();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const open = openDays(request);
  const chosen = open.filter(({ bookingId }) => !leftOut.has(bookingId));
  const isToPay = !open.some(isPending);
  const choose = (bookingId: string, isChosen: boolean) => {
    const next = new Set(leftOut);
    if (isChosen) next.delete(bookingId);
    else next.add(bookingId);
    setLeftOut(next);
  };
  return (
    <div className={classes.head}>
      <h3>
        {childWords(request)} : {request.activity.label}
      </h3>
      <p>{daysWords(request.days)}</p>
      <Marks request={request} timeZone={organisation.timeZone} />
      {isToPay ? (
        <>
          <RequestDays
            days={open}
            chosen={new Set(chosen.map(({ bookingId }) => bookingId))}
            onChoose={choose}
            kind={request.kind}
            organisation={organisation}
          />
          <PaymentBar chosen={chosen} />
        </>
      ) : (
        <Link to={`${paths.bookingRequests}?${new URLSearchParams({ demande: request.id })}`}>
          Répondre à cette demande
        </Link>
      )}
    </div>
  );
}
