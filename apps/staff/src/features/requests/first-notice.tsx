import { formatInstant } from '@preau/domain/explain/format-fr';
import { fromIso } from '@preau/domain/time/instant';
import { Notice } from '@preau/ui/feedback/notice';
import { counted } from '../../shared/format.ts';
import type { Answered } from './requests.queries.ts';

type Result = Answered['results'][number];

const codes: Readonly<Record<Exclude<Result['code'], null>, string>> = {
  'not-pending': 'n’attendait plus de réponse',
  full: 'est complet : la dernière place vient d’être prise',
  'session-closed': 'est fermé',
  'session-over': 'est passé',
};

const whose = {
  guardian: 'la famille',
  staff: 'une autre personne',
  system: 'l’échéance',
} as const;

/** Days that were not answered: somebody was first, and one is told who and when. */
export function FirstNotice({
  results,
  timeZone,
}: {
  readonly results: readonly Result[];
  readonly timeZone: string;
}) {
  if (results.length === 0) return null;
  const reasons = new Set(results.map((result) => reasonOf(result, timeZone)));
  return (
    <Notice
      tone="warning"
      announced
      title={counted(results.length, 'jour n’a pas changé', 'jours n’ont pas changé')}
    >
      <ul>
        {[...reasons].map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Notice>
  );
}

function reasonOf({ code, answered }: Result, timeZone: string): string {
  if (code === null) return '';
  if (answered === null) return `Ce jour ${codes[code]}.`;
  const who = answered.name ?? whose[answered.kind];
  return `Ce jour ${codes[code]} : ${who} est passé avant vous, le ${formatInstant(fromIso(answered.at), timeZone)}.`;
}
