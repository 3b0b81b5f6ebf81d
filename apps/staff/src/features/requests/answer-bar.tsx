import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../shared/format.ts';
import inbox from '../../shared/inbox/inbox.module.css';
import { ReasonForm } from '../../shared/inbox/reason-form.tsx';
import type { Organisation } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { MessagePreview } from './message-preview.tsx';
import type { BookingRequest, RequestDay } from './requests.queries.ts';
import type { Answering } from './use-answering.ts';
import { bookingReasons, cancellationReasons } from './usual-reasons.ts';

type AnswerBarProps = {
  readonly request: BookingRequest;
  /** Days the answer is about. */
  readonly chosen: readonly RequestDay[];
  readonly organisation: Organisation;
  readonly answering: Answering;
  readonly refusing: boolean;
  readonly onRefusing: (refusing: boolean) => void;
};

/** Accept or refuse the days chosen; what the family will read is shown before. */
export function AnswerBar(props: AnswerBarProps) {
  const { error } = props.answering;
  return (
    <footer className={inbox.decision}>
      {error ? (
        <Notice tone="error" announced>
          {problemMessage(error)}
        </Notice>
      ) : null}
      {props.refusing ? <Refusing {...props} /> : <Answering {...props} />}
    </footer>
  );
}

function Refusing({ request, chosen, organisation, answering, onRefusing }: AnswerBarProps) {
  const [because, setBecause] = useState('');
  return (
    <>
      <ReasonForm
        place={`request ${request.id}`}
        reasons={request.kind === 'booking' ? bookingReasons : cancellationReasons}
        hint="La famille le lit tel quel, par e‑mail et sur son espace."
        send={`Refuser ${daysOf(chosen)}`}
        leave="Ne pas refuser"
        busy={answering.busy}
        onSend={(reason) => answering.answer(chosen, false, reason)}
        onLeave={() => onRefusing(false)}
        onWritten={setBecause}
      />
      <MessagePreview
        request={request}
        days={chosen}
        answer={{ accept: false, because }}
        organisation={organisation}
      />
    </>
  );
}

function Answering({ chosen, answering, onRefusing }: AnswerBarProps) {
  const { busy, answer } = answering;
  const possible = chosen.filter(({ canAccept }) => canAccept);
  const why = whyNot(chosen.length, possible.length);
  const refuse = busy || chosen.length === 0 ? undefined : () => onRefusing(true);
  return (
    <>
      <div className={inbox.actions}>
        <Button
          variant="danger"
          aria-disabled={refuse === undefined}
          icon={<X size={20} aria-hidden="true" />}
          onClick={refuse}
        >
          Refuser…
        </Button>
        <Button
          busy={busy}
          aria-disabled={possible.length === 0}
          aria-describedby={why ? 'pourquoi-pas' : undefined}
          icon={<Check size={20} aria-hidden="true" />}
          onClick={() => answer(possible, true, null)}
        >
          {possible.length === 0 ? 'Accepter' : `Accepter ${daysOf(possible)}`}
        </Button>
      </div>
      {why ? (
        <p id="pourquoi-pas" className={inbox.soft}>
          {why}
        </p>
      ) : null}
    </>
  );
}

function daysOf(days: readonly RequestDay[]): string {
  return counted(days.length, 'jour', 'jours');
}

/** Why nothing, or not everything, can be accepted; `null` where everything can. */
function whyNot(chosen: number, possible: number): string | null {
  if (chosen === 0) return 'Choisissez au moins un jour.';
  if (possible === 0) return 'Aucun des jours choisis ne peut être accepté.';
  const blocked = chosen - possible;
  if (blocked === 0) return null;
  return blocked === 1
    ? 'Un des jours choisis ne peut pas être accepté.'
    : `${blocked} des jours choisis ne peuvent pas être acceptés.`;
}
