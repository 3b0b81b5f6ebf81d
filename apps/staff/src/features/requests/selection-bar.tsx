import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Sheet } from '@preau/ui/overlays/sheet';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../shared/format.ts';
import { ReasonForm } from '../../shared/inbox/reason-form.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { childWords, daysWords } from './request-words.ts';
import { isPending } from './request-days-left.ts';
import classes from './requests.module.css';
import type { BookingRequest } from './requests.queries.ts';
import type { Answering } from './use-answering.ts';
import { bookingReasons } from './usual-reasons.ts';

type SelectionBarProps = {
  readonly chosen: readonly BookingRequest[];
  readonly answering: Answering;
  readonly onClear: () => void;
};

/** Most days one answer may hold. */
const mostDays = 400;

/** What can be done with the requests chosen; at the foot of the screen while there are some. */
export function SelectionBar({ chosen, answering, onClear }: SelectionBarProps) {
  const [refusing, setRefusing] = useState(false);
  if (chosen.length === 0) return null;
  const pending = chosen.flatMap(({ days }) => days.filter(isPending));
  const possible = pending.filter(({ canAccept }) => canAccept);
  const isTooMany = pending.length > mostDays;
  const { busy, error, answer } = answering;
  return (
    <section className={classes.selection} aria-label="Demandes choisies">
      <output className={classes.selected}>
        {counted(chosen.length, 'demande', 'demandes')}, {counted(pending.length, 'jour', 'jours')}
      </output>
      {isTooMany ? <p>Choisissez-en moins : {mostDays} jours au plus à la fois.</p> : null}
      {error && !refusing ? <p role="alert">{problemMessage(error)}</p> : null}
      <Button variant="quiet" onClick={onClear}>
        Tout désélectionner
      </Button>
      <Button
        variant="danger"
        aria-disabled={busy || isTooMany}
        icon={<X size={20} aria-hidden="true" />}
        onClick={busy || isTooMany ? undefined : () => setRefusing(true)}
      >
        Refuser…
      </Button>
      <Button
        busy={busy}
        aria-disabled={possible.length === 0 || isTooMany}
        icon={<Check size={20} aria-hidden="true" />}
        onClick={isTooMany ? undefined : () => answer(possible, true, null)}
      >
        Accepter {counted(possible.length, 'jour', 'jours')}
      </Button>
      {refusing ? (
        <Sheet title="Refuser ces demandes" onClose={() => setRefusing(false)}>
          <ul className={classes.summary}>
            {chosen.map((request) => (
              <li key={request.id}>
                {childWords(request)} : {request.activity.label}, {daysWords(request.days)}
              </li>
            ))}
          </ul>
          {error ? (
            <Notice tone="error" announced>
              {problemMessage(error)}
            </Notice>
          ) : null}
          <ReasonForm
            place="requests chosen"
            reasons={bookingReasons}
            hint="Chaque famille le lit tel quel, par e‑mail et sur son espace."
            send={`Refuser ${counted(pending.length, 'jour', 'jours')}`}
            leave="Ne pas refuser"
            busy={busy}
            onSend={(reason) => {
              answer(pending, false, reason);
              setRefusing(false);
            }}
            onLeave={() => setRefusing(false)}
          />
        </Sheet>
      ) : null}
    </section>
  );
}
