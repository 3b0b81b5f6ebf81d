import { Button, buttonClass } from '@preau/ui/actions/button';
import { LiveRegion } from '@preau/ui/feedback/live-region';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { SearchX, UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { counted } from '../../shared/format.ts';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import classes from './families-page.module.css';
import { FamilyFilters } from './family-filters.tsx';
import { FamilySearch } from './family-search.tsx';
import { HouseholdTable } from './household-table.tsx';
import { type ListedHousehold, useHouseholds } from './households.queries.ts';
import { InviteEverybody } from './invite-everybody.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useFamiliesPlace } from './use-families-place.ts';

/** « Familles »: found as one types, and what is left to do with them. */
export function FamiliesPage() {
  const paths = usePaths();
  const place = useFamiliesPlace();
  const found = useHouseholds({ q: place.searched, filter: place.filter });
  const [chosen, setChosen] = useState<ReadonlyMap<string, ListedHousehold>>(new Map());
  const households = found.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <>
      <div className={classes.head}>
        <PageTitle>Familles</PageTitle>
        <Link className={buttonClass('primary')} to={paths.newFamily}>
          <UserPlus size={20} aria-hidden="true" />
          Nouvelle famille
        </Link>
      </div>
      <div className={classes.stack}>
        <FamilySearch
          typed={place.typed}
          busy={found.isPlaceholderData}
          takesFocus={place.opened === null}
          onType={place.type}
        />
        <FamilyFilters chosen={place.filter} onChoose={place.choose} />
        {place.typed === '' ? <InviteEverybody /> : null}
        {found.data ? (
          <section aria-label="Familles trouvées" aria-busy={found.isPlaceholderData || undefined}>
            <Found
              households={households}
              found={found}
              place={place}
              chosen={chosen}
              onChoose={setChosen}
            />
          </section>
        ) : found.error ? (
          <LoadFailure
            title="La liste n’a pas pu être chargée"
            error={found.error}
            retry={() => void found.refetch()}
            retrying={found.isFetching}
          />
        ) : (
          <PageSkeleton />
        )}
      </div>
      <SelectionBar chosen={[...chosen.values()]} onClear={() => setChosen(new Map())} />
    </>
  );
}

type FoundProps = {
  readonly households: readonly ListedHousehold[];
  readonly found: ReturnType<typeof useHouseholds>;
  readonly place: ReturnType<typeof useFamiliesPlace>;
  readonly chosen: ReadonlyMap<string, ListedHousehold>;
  readonly onChoose: (chosen: ReadonlyMap<string, ListedHousehold>) => void;
};

function Found({ households, found, place, chosen, onChoose }: FoundProps) {
  const count = counted(households.length, 'famille affichée', 'familles affichées');
  const told = found.isPlaceholderData ? '' : found.hasNextPage ? `${count}, et d’autres` : count;
  if (households.length === 0) {
    return (
      <>
        <LiveRegion message={told} />
        <NothingFound searched={place.searched} narrowed={place.filter !== null} />
      </>
    );
  }
  return (
    <div className={classes.stack}>
      <LiveRegion message={told} />
      {found.error && !found.isFetchNextPageError ? (
        <Notice tone="error" announced>
          {problemMessage(found.error)}
        </Notice>
      ) : null}
      <HouseholdTable
        households={households}
        opened={place.opened}
        chosen={chosen}
        onChoose={onChoose}
        onOpen={place.noteOpened}
      />
      {found.isFetchNextPageError ? (
        <Notice tone="error" announced>
          {problemMessage(found.error)}
        </Notice>
      ) : null}
      <div className={classes.more}>
        {found.hasNextPage ? (
          <Button
            variant="secondary"
            busy={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            Afficher la suite
          </Button>
        ) : null}
        <p>
          {count}
          {found.hasNextPage ? '' : ' : la liste est complète'}
        </p>
      </div>
    </div>
  );
}

function NothingFound({ searched, narrowed }: { searched: string; narrowed: boolean }) {
  const paths = usePaths();
  if (searched === '' && !narrowed) {
    return (
      <EmptyState
        icon={<Users size={28} />}
        title="Aucune famille enregistrée"
        action={
          <Link className={buttonClass('primary')} to={paths.newFamily}>
            Nouvelle famille
          </Link>
        }
      >
        Enregistrez une famille dès que son dossier vous est remis, puis invitez-la.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SearchX size={28} />}
      title={searched === '' ? 'Aucune famille dans ce cas' : `Aucune famille pour « ${searched} »`}
    >
      {searched === ''
        ? 'Il ne reste rien à faire ici.'
        : 'Vérifiez l’orthographe, ou cherchez le prénom d’un enfant, un téléphone, une adresse e‑mail.'}
    </EmptyState>
  );
}
