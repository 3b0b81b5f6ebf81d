import { problemCodeOf } from '@preau/api-client/failure';
import { buttonClass } from '@preau/ui/actions/button';
import { EmptyState, ErrorState } from '@preau/ui/feedback/states';
import { Lock } from 'lucide-react';
import { Link } from 'react-router';
import { usePaths } from './organisation.ts';
import { problemMessage } from './problem-messages.ts';

type LoadFailureProps = {
  readonly title: string;
  readonly error: unknown;
  readonly retry: () => void;
  readonly retrying: boolean;
};

/** What could not be shown. A page one has no right to is not tried again. */
export function LoadFailure({ title, error, retry, retrying }: LoadFailureProps) {
  const paths = usePaths();
  if (problemCodeOf(error) === 'forbidden') {
    return (
      <EmptyState
        icon={<Lock size={28} />}
        title="Votre compte n’ouvre pas cette page"
        action={
          <Link className={buttonClass('secondary')} to={paths.today()}>
            Revenir à la journée
          </Link>
        }
      >
        Demandez à la personne qui administre l’espace si vous en avez besoin.
      </EmptyState>
    );
  }
  return (
    <ErrorState title={title} onRetry={retry} retrying={retrying}>
      {problemMessage(error)}
    </ErrorState>
  );
}
