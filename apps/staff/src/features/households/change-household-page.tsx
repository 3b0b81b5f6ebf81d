import { problemCodeOf } from '@preau/api-client/failure';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { useMe } from '../../shared/session.ts';
import { changeOf, draftOf } from './form/draft.ts';
import { HouseholdForm } from './form/household-form.tsx';
import { useHeldDraft } from './form/held-draft.ts';
import { type Household, useChangeHousehold, useHousehold } from './households.queries.ts';
import { schoolYearStart, useToday } from './use-today.ts';

/** The sheet of a household, to be changed. */
export function ChangeHouseholdPage({ id }: { readonly id: string }) {
  const household = useHousehold(id);
  // The sheet as it is being changed: it is replaced on demand alone, never while somebody writes.
  const [reloads, setReloads] = useState(0);
  if (household.error && !household.data) {
    return (
      <>
        <PageTitle>Modifier la fiche</PageTitle>
        <LoadFailure
          title="La fiche n’a pas pu être chargée"
          error={household.error}
          retry={() => void household.refetch()}
          retrying={household.isFetching}
        />
      </>
    );
  }
  if (!household.data || household.isPlaceholderData) {
    return (
      <>
        <PageTitle>Modifier la fiche</PageTitle>
        <PageSkeleton />
      </>
    );
  }
  return (
    <ChangeForm
      key={reloads}
      shown={household.data}
      onReload={() => void household.refetch().then(() => setReloads(reloads + 1))}
      reloading={household.isFetching}
    />
  );
}

type ChangeFormProps = {
  readonly shown: Household;
  readonly onReload: () => void;
  readonly reloading: boolean;
};

function ChangeForm({ shown, onReload, reloading }: ChangeFormProps) {
  const [household] = useState(shown);
  const paths = usePaths();
  const navigate = useNavigate();
  const today = useToday();
  const { data: me } = useMe();
  const change = useChangeHousehold(household.id);
  const place = `${household.id} ${household.revision}`;
  const { draft, setDraft, letGo } = useHeldDraft(place, me?.account.id ?? '', () =>
    draftOf(household, schoolYearStart(today)),
  );
  const back = paths.family(household.id);
  const leave = () => {
    letGo();
    void navigate(back, { replace: true });
  };
  return (
    <>
      <PageTitle>{`Modifier la fiche : ${household.name}`}</PageTitle>
      <HouseholdForm
        draft={draft}
        onChange={setDraft}
        today={today}
        busy={change.isPending || change.isSuccess}
        error={change.error}
        action="Enregistrer"
        onSubmit={() =>
          change.mutate(
            { path: { id: household.id }, body: changeOf(draft, household.revision) },
            { onSuccess: leave },
          )
        }
        onCancel={leave}
      >
        {problemCodeOf(change.error) === 'stale' ? (
          <Notice
            tone="warning"
            actions={
              <Button
                variant="secondary"
                busy={reloading}
                onClick={() => {
                  letGo();
                  onReload();
                }}
              >
                Recharger la fiche
              </Button>
            }
          >
            Ce que vous avez écrit reste affiché : notez-le avant de recharger.
          </Notice>
        ) : null}
      </HouseholdForm>
    </>
  );
}
