import { listOwnRequestsOptions } from '@preau/api-client/family/queries';
import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '@preau/ui/feedback/states';
import { Link } from 'react-router';
import { usePaths } from '../../../shared/organisation.ts';
import type { Cell } from '../cell.ts';
import { sentencesOf } from '../sentences.ts';

type RefusalProps = { readonly cell: Cell; readonly context: ExplainContext };

/** Why a day was refused, in the words of the service; where they can be read if they are not here. */
export function Refusal({ cell, context }: RefusalProps) {
  const paths = usePaths();
  const { data, isPending } = useQuery(listOwnRequestsOptions());
  if (isPending) return <Skeleton width="70%" />;
  const days = data?.items
    .filter(({ child }) => child.id === cell.childId)
    .flatMap((request) => request.days)
    .filter(({ on, unit, state }) => on === cell.on && unit === cell.unit && state === 'refused');
  const answers = days?.[0]?.reasons.filter(({ code }) => answerCodes.has(code)) ?? [];
  const sentences = sentencesOf(answers, context);
  return sentences.length > 0 ? (
    sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
  ) : (
    <p>
      Le service n’a pas pu accepter ce jour.{' '}
      <Link to={paths.bookingRequests}>Voir sa réponse dans mes demandes</Link>
    </p>
  );
}

const answerCodes: ReadonlySet<string> = new Set(['requestRefused', 'requestUnanswered']);
