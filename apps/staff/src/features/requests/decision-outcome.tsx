import { formatInstant } from '@preau/domain/explain/format-fr';
import { fromIso } from '@preau/domain/time/instant';
import { Notice } from '@preau/ui/feedback/notice';
import { counted } from '../../shared/format.ts';
import inbox from '../../shared/inbox/inbox.module.css';
import type { BookingRequest } from './requests.queries.ts';

type DecisionOutcomeProps = { readonly request: BookingRequest; readonly timeZone: string };

/** What was answered, by whom and why. */
export function DecisionOutcome({ request, timeZone }: DecisionOutcomeProps) {
  const { decision, days } = request;
  if (decision === null) return null;
  const when = formatInstant(fromIso(decision.at), timeZone);
  if (decision.takenBack) {
    return <Notice title={`Réponse annulée par ${decision.by}, donnée le ${when}`} />;
  }
  const refused = days.filter(({ state }) => state === 'refused').length;
  const words = [
    ...(days.length > refused ? [counted(days.length - refused, 'jour', 'jours')] : []),
    ...(refused > 0 ? [counted(refused, 'jour refusé', 'jours refusés')] : []),
  ];
  return (
    <Notice
      tone={refused > 0 ? 'error' : 'success'}
      title={`Répondu le ${when}, par ${decision.by}`}
    >
      <p>{words.join(', ')}</p>
      {decision.because ? <p className={inbox.written}>{decision.because}</p> : null}
    </Notice>
  );
}
