import { formatClock } from '@preau/domain/explain/format-fr';
import { fromIso, type Instant, localDayOf, localTimeOf } from '@preau/domain/time/instant';
import { Notice } from '@preau/ui/feedback/notice';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { deviceNow } from '../../shared/clock.ts';
import { ContactCard } from '../../shared/contact-card.tsx';
import type { Organisation } from '../../shared/organisation.ts';
import { type ConfirmationLine, refreshBookings } from './bookings.queries.ts';
import classes from './cart.module.css';
import { isHold, minutesLeft } from './hold.ts';
import { termOf } from './receipt-words.ts';

type PaymentTermProps = {
  readonly lines: readonly ConfirmationLine[];
  /** ISO 8601. */
  readonly confirmedAt: string;
  readonly organisation: Organisation;
};

/** By when some places are to be paid, how, and what becomes of them otherwise. */
export function PaymentTerm({ lines, confirmedAt, organisation }: PaymentTermProps) {
  const until = earliestOf(lines);
  if (until === null || !isHold(fromIso(confirmedAt), until)) {
    return (
      <Notice tone="warning" title={termOf(lines, organisation.timeZone, 'À payer avant le')}>
        Les places sont gardées pour vous d’ici là, puis rendues. Pour payer, adressez-vous au
        service.
        <ContactCard organisation={organisation} />
      </Notice>
    );
  }
  return <Hold until={until} several={lines.length > 1} organisation={organisation} />;
}

type HoldProps = {
  readonly until: Instant;
  readonly several: boolean;
  readonly organisation: Organisation;
};

/**
 * Places that are held for some minutes. The time left is written, by the minute, and not read
 * aloud: it would speak over whatever one does. That it is over is said.
 */
function Hold({ until, several, organisation }: HoldProps) {
  const { timeZone } = organisation;
  const now = useMinutes(until);
  const left = minutesLeft(now, until);
  const words = holdWords(several, clockWords(until, now, timeZone));
  if (left === 0) {
    return (
      <Notice tone="warning" title="Le temps pour payer est passé" announced>
        {words.over} Vous pouvez réserver à nouveau tant qu’il reste des places.
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title={words.title}>
      <p className={classes.left} role="timer" aria-live="off">
        {left === 1 ? 'Il reste moins d’une minute' : `Il reste ${left} minutes`} pour payer.
      </p>
      <p>Pour payer, adressez-vous au service. {words.otherwise}</p>
      <ContactCard organisation={organisation} />
    </Notice>
  );
}

function holdWords(several: boolean, at: string) {
  return several
    ? {
        title: `Places tenues jusqu’à ${at}`,
        otherwise: `Sans paiement à ${at}, les places sont rendues : la réservation n’est pas prise en compte et rien n’est dû.`,
        over: `Les places qui n’étaient pas payées à ${at} ont été rendues : rien n’est dû.`,
      }
    : {
        title: `Place tenue jusqu’à ${at}`,
        otherwise: `Sans paiement à ${at}, la place est rendue : la réservation n’est pas prise en compte et rien n’est dû.`,
        over: `Si elle n’était pas payée à ${at}, la place a été rendue : rien n’est dû.`,
      };
}

/** `15 h 40`, and the day where it is another. */
function clockWords(until: Instant, now: Instant, timeZone: string): string {
  const clock = formatClock(localTimeOf(until, timeZone));
  return localDayOf(until, timeZone) > localDayOf(now, timeZone) ? `${clock} demain` : clock;
}

const minuteMs = 60_000;

/** Now, again at each full minute that is left; once none is, the bookings are asked again. */
function useMinutes(until: Instant): Instant {
  const client = useQueryClient();
  const [now, setNow] = useState(deviceNow);
  useEffect(() => {
    const left = until - now;
    if (left <= 0) return;
    const timer = setTimeout(
      () => {
        setNow(deviceNow());
        if (deviceNow() >= until) void refreshBookings(client);
      },
      left % minuteMs || minuteMs,
    );
    return () => clearTimeout(timer);
  }, [now, until, client]);
  return now;
}

function earliestOf(lines: readonly ConfirmationLine[]): Instant | null {
  const dues = lines.flatMap(({ dueAt }) => (dueAt === null ? [] : fromIso(dueAt)));
  return dues.length === 0 ? null : (Math.min(...dues) as Instant);
}
