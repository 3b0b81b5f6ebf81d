import { Panel } from '@preau/ui/shell/panel';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { useMe } from '../../shared/session.ts';
import { emptyDraft, registrationOf } from './form/draft.ts';
import { HouseholdForm } from './form/household-form.tsx';
import { useHeldDraft } from './form/held-draft.ts';
import classes from './form/household-form.module.css';
import { BackToFamilies } from './household-page.tsx';
import { type Registration, useRegisterHousehold } from './households.queries.ts';
import { schoolYearStart, useToday } from './use-today.ts';

/** « Nouvelle famille »: who was handed in on paper is written in, then invited. */
export function NewHouseholdPage() {
  const paths = usePaths();
  const navigate = useNavigate();
  const today = useToday();
  const { data: me } = useMe();
  const { draft, setDraft, letGo } = useHeldDraft('new', me?.account.id ?? '', () =>
    emptyDraft(schoolYearStart(today)),
  );
  const register = useRegisterHousehold();
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const label = useId();

  const submit = () => {
    const body = registrationOf(draft);
    const next = attemptAt(body, attempt);
    setAttempt(next);
    register.mutate(next, {
      onSuccess: ({ id }) => {
        letGo();
        void navigate(paths.family(id), { replace: true });
      },
    });
  };

  return (
    <>
      <BackToFamilies />
      <PageTitle>Nouvelle famille</PageTitle>
      <HouseholdForm
        draft={draft}
        onChange={setDraft}
        today={today}
        busy={register.isPending || register.isSuccess}
        error={register.error}
        action="Enregistrer la famille"
        onSubmit={submit}
        onCancel={() => {
          letGo();
          void navigate(paths.families());
        }}
      >
        <Panel title="Dossier">
          <label className={classes.complete} htmlFor={label}>
            <input
              id={label}
              type="checkbox"
              checked={draft.complete}
              onChange={({ currentTarget }) =>
                setDraft({ ...draft, complete: currentTarget.checked })
              }
            />
            <span>Le dossier est complet : la famille peut être invitée.</span>
          </label>
        </Panel>
      </HouseholdForm>
    </>
  );
}

type Attempt = { readonly body: Registration; readonly key: string };

/** The same words sent again are the same attempt: a second click writes nothing twice. */
function attemptAt(body: Registration, former: Attempt | null): Attempt {
  const isSame = former !== null && JSON.stringify(former.body) === JSON.stringify(body);
  return isSame ? former : { body, key: crypto.randomUUID() };
}
