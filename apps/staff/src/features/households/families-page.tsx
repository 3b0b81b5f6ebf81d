import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState, ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { Users } from 'lucide-react';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { GuardianTable } from './guardian-table.tsx';
import classes from './households.module.css';
import { useGuardians, useInviteGuardian } from './households.queries.ts';

/** Who has access to the family pages, and the invitations. */
export function FamiliesPage() {
  const guardians = useGuardians();
  const invite = useInviteGuardian();
  const people = guardians.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageTitle>Familles</PageTitle>
      <div className={classes.stack}>
        {invite.error ? (
          <Notice tone="error" announced>
            {problemMessage(invite.error)}
          </Notice>
        ) : invite.isSuccess ? (
          <Notice tone="success" announced>
            L’invitation est partie. Un lien envoyé auparavant ne sert plus.
          </Notice>
        ) : null}
        {guardians.data ? (
          people.length > 0 ? (
            <GuardianTable
              people={people}
              inviting={invite.isPending ? invite.variables.path.id : null}
              onInvite={(id) => invite.mutate({ path: { id } })}
            />
          ) : (
            <EmptyState icon={<Users size={28} />} title="Aucune famille enregistrée" />
          )
        ) : guardians.error ? (
          <ErrorState
            title="La liste n’a pas pu être chargée"
            onRetry={() => void guardians.refetch()}
            retrying={guardians.isFetching}
          >
            {problemMessage(guardians.error)}
          </ErrorState>
        ) : (
          <Skeleton height="20rem" />
        )}
        {guardians.hasNextPage ? (
          <div>
            <Button
              variant="secondary"
              busy={guardians.isFetchingNextPage}
              onClick={() => void guardians.fetchNextPage()}
            >
              Afficher la suite
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}
