import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { Users } from 'lucide-react';
import { counted } from '../../shared/format.ts';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { GuardianTable } from './guardian-table.tsx';
import classes from './families-page.module.css';
import { useGuardians } from './households.queries.ts';

/** Who may enter the family portal, and their invitations. */
export function FamiliesPage() {
  const guardians = useGuardians();
  return (
    <>
      <PageTitle>Familles</PageTitle>
      <div className={classes.stack}>
        {guardians.data ? (
          <LoadedGuardians guardians={guardians} />
        ) : guardians.error ? (
          <LoadFailure
            title="La liste n’a pas pu être chargée"
            error={guardians.error}
            retry={() => void guardians.refetch()}
            retrying={guardians.isFetching}
          />
        ) : (
          <PageSkeleton />
        )}
      </div>
    </>
  );
}

type LoadedGuardiansProps = { readonly guardians: ReturnType<typeof useGuardians> };

function LoadedGuardians({ guardians }: LoadedGuardiansProps) {
  const people = guardians.data?.pages.flatMap(({ items }) => items) ?? [];
  if (people.length === 0) {
    return <EmptyState icon={<Users size={28} />} title="Aucune famille enregistrée" />;
  }
  return (
    <>
      <p className={classes.intro}>
        Chaque responsable a son propre accès. L’invitation est un lien envoyé par e‑mail, valable
        sept jours ; la renvoyer rend le lien précédent inutilisable.
      </p>
      <GuardianTable guardians={people} />
      {guardians.isFetchNextPageError ? (
        <Notice tone="error" announced>
          {problemMessage(guardians.error)}
        </Notice>
      ) : null}
      <div className={classes.more}>
        {guardians.hasNextPage ? (
          <Button
            variant="secondary"
            busy={guardians.isFetchingNextPage}
            onClick={() => void guardians.fetchNextPage()}
          >
            Afficher la suite
          </Button>
        ) : null}
        <output>
          {counted(people.length, 'responsable affiché', 'responsables affichés')}
          {guardians.hasNextPage ? '' : ' : la liste est complète'}
        </output>
      </div>
    </>
  );
}
