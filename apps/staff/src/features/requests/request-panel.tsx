import { formatInstant } from '@preau/domain/explain/format-fr';
import { fromIso } from '@preau/domain/time/instant';
import type { Ref } from 'react';
import { Link } from 'react-router';
import { Fact } from '../../shared/inbox/fact.tsx';
import inbox from '../../shared/inbox/inbox.module.css';
import { type Organisation, usePaths } from '../../shared/organisation.ts';
import { formatTimeAgo } from '../../shared/time-ago.ts';
import { AnswerBar } from './answer-bar.tsx';
import { DecisionOutcome } from './decision-outcome.tsx';
import { HouseholdStatus } from './household-status.tsx';
import { MessagePreview } from './message-preview.tsx';
import { PaymentBar } from './payment-bar.tsx';
import { isPending, openDays } from './request-days-left.ts';
import { RequestDays } from './request-days.tsx';
import { Marks } from './request-marks.tsx';
import { childWords, daysWords } from './request-words.ts';
import classes from './requests.module.css';
import type { BookingRequest, RequestDay } from './requests.queries.ts';
import type { Answering } from './use-answering.ts';

type RequestPanelProps = {
  readonly request: BookingRequest;
  readonly organisation: Organisation;
  readonly answering: Answering;
  /** Days the answer is about. */
  readonly chosen: readonly RequestDay[];
  readonly onChoose: (bookingId: string, chosen: boolean) => void;
  /** The reason is being written. */
  readonly refusing: boolean;
  readonly onRefusing: (refusing: boolean) => void;
  /** Takes the focus when the next request comes. */
  readonly heading: Ref<HTMLHeadingElement>;
};

/** A request with all there is to know to answer it, day by day. */
export function RequestPanel(props: RequestPanelProps) {
  const { request, organisation, answering, chosen, onChoose, heading } = props;
  const { refusing, onRefusing } = props;
  const { days, kind } = request;
  const open = openDays(request);
  const isAnswered = !open.some(isPending);
  return (
    <section className={inbox.panel} aria-labelledby="titre-demande">
      <header className={classes.head}>
        <h2 id="titre-demande" ref={heading} tabIndex={-1}>
          {childWords(request)}
        </h2>
        <p>
          {request.activity.label}, {daysWords(days)}
        </p>
        <Marks request={request} timeZone={organisation.timeZone} />
      </header>
      <Facts request={request} timeZone={organisation.timeZone} />
      <HouseholdStatus status={request.householdStatus} />
      <RequestDays
        days={days}
        chosen={new Set(chosen.map(({ bookingId }) => bookingId))}
        kind={kind}
        organisation={organisation}
        {...(open.length > 0 ? { onChoose } : {})}
      />
      <DecisionOutcome request={request} timeZone={organisation.timeZone} />
      {open.length > 0 && !isAnswered && !refusing ? (
        <MessagePreview
          request={request}
          days={chosen.filter(({ canAccept }) => canAccept)}
          answer={{ accept: true }}
          organisation={organisation}
        />
      ) : null}
      {open.length > 0 && !isAnswered ? (
        <AnswerBar
          request={request}
          chosen={chosen}
          organisation={organisation}
          answering={answering}
          refusing={refusing}
          onRefusing={onRefusing}
        />
      ) : null}
      {open.length > 0 && isAnswered ? <PaymentBar chosen={chosen} /> : null}
    </section>
  );
}

type PartProps = { readonly request: BookingRequest; readonly timeZone: string };

function Facts({ request, timeZone }: PartProps) {
  const { household, facility, requestedAt } = request;
  const paths = usePaths();
  const asked = formatInstant(fromIso(requestedAt), timeZone);
  return (
    <dl className={inbox.facts}>
      <Fact name="Famille">
        <Link to={paths.family(household.id)}>{household.name}</Link>
      </Fact>
      <Fact name="Site">{facility.name}</Fact>
      <Fact name="Demandé">
        le {asked}, {formatTimeAgo(requestedAt)}
      </Fact>
    </dl>
  );
}
