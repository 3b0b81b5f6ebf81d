import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { type Me, useMe } from '../../shared/session.ts';
import { documentMessage } from './document-problems.ts';
import classes from './documents.module.css';
import { type DocumentKind, type Limits, useDocuments } from './documents.queries.ts';
import { useDocumentForm } from './form-store.ts';
import { SendForm } from './send-form.tsx';

/** « Envoyer un document ». */
export function SendDocumentPage() {
  const paths = usePaths();
  const { data: me } = useMe();
  const documents = useDocuments();
  const page = documents.data;
  return (
    <div className={classes.page}>
      <p>
        <Link className={classes.back} to={paths.documents}>
          Toutes mes demandes
        </Link>
      </p>
      <PageTitle>Envoyer un document</PageTitle>
      {page && me ? (
        <Prefilled me={me} kinds={page.kinds} limits={page.limits} />
      ) : documents.error ? (
        <ErrorState
          title="Le formulaire n’a pas pu être chargé"
          onRetry={() => void documents.refetch()}
          retrying={documents.isFetching}
        >
          {documentMessage(documents.error)}
        </ErrorState>
      ) : (
        <Skeleton height="20rem" />
      )}
    </div>
  );
}

type PrefilledProps = {
  readonly me: Me;
  readonly kinds: readonly DocumentKind[];
  readonly limits: Limits;
};

/** The form, with what is known already: what the address says, the only child there is. */
function Prefilled({ me, kinds, limits }: PrefilledProps) {
  const [search] = useSearchParams();
  const { form, dispatch } = useDocumentForm(me.household.id);
  const kind = kinds.find(({ code }) => code === search.get('document'))?.code;
  const only = me.children.length === 1 ? me.children[0] : undefined;
  const childId = (me.children.find(({ id }) => id === search.get('enfant')) ?? only)?.id;

  useEffect(() => {
    if (kind) dispatch({ type: 'kind', kind });
  }, [kind, dispatch]);
  useEffect(() => {
    if (childId) dispatch({ type: 'child', childId });
  }, [childId, dispatch]);

  return <SendForm me={me} kinds={kinds} limits={limits} form={form} dispatch={dispatch} />;
}
