import { listOwnRequestsOptions } from '@preau/api-client/family/queries';
import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '@preau/ui/feedback/states';
import { Link } from 'react-router';
import { usePaths } from '../../../shared/organisation.ts';
import type { Cell } from '../cell.ts';
import { sentencesOf } from '../sentences.ts';

/** States of a day that was asked for and came to nothing. */
type Ended = 'refused' | 'expired';

type WhatEndedItProps = { readonly cell: Cell; readonly context: ExplainContext };

/** Why a day was refused, or lost its place; nothing of a day that did not come to that. */
export function WhatEndedIt({ cell, context }: WhatEndedItProps) {
  const { key } = cell.view;
  if (key !== 'refused' && key !== 'expired') return null;
  return <Ending state={key} cell={cell} context={context} />;
}

type EndingProps = WhatEndedItProps & { readonly state: Ended };

/** In the words that the request was answered with; where they can be read if they are not here. */
function Ending({ state, cell, context }: EndingProps) {
  const paths = usePaths();
  const { data, isPending } = useQuery(listOwnRequestsOptions());
  if (isPending) return <Skeleton width="70%" />;
  const days = data?.items
    .filter(({ child }) => child.id === cell.childId)
    .flatMap((request) => request.days)
    .filter((day) => day.on === cell.on && day.unit === cell.unit && day.state === state);
  const endings = days?.[0]?.reasons.filter(({ code }) => endingCodes[state].has(code)) ?? [];
  const sentences = sentencesOf(endings, context);
  if (sentences.length > 0) return sentences.map((sentence) => <p key={sentence}>{sentence}</p>);
  return state === 'expired' ? (
    <p>La place n’a pas été payée à temps : la réservation est annulée.</p>
  ) : (
    <p>
      Le service n’a pas pu accepter ce jour.{' '}
      <Link to={paths.bookingRequests}>Voir sa réponse dans mes demandes</Link>
    </p>
  );
}

const endingCodes: Readonly<Record<Ended, ReadonlySet<string>>> = {
  refused: new Set(['requestRefused', 'requestUnanswered']),
  expired: new Set(['paymentExpired']),
};
