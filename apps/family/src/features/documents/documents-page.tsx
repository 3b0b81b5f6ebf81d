import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState, ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { FileUp, Upload } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { useOrganisation, usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { DocumentCard } from './document-card.tsx';
import { ExpectedDocuments } from './expected-documents.tsx';
import { documentMessage } from './document-problems.ts';
import classes from './documents.module.css';
import { type FamilyDocument, useDocuments } from './documents.queries.ts';
import { WithdrawSheet } from './withdraw-sheet.tsx';

/** « Mes demandes »: what the household has sent to the office, and what was answered. */
export function DocumentsPage() {
  const { data: organisation } = useOrganisation();
  const documents = useDocuments();
  const title = organisation?.labels.requests ?? 'Mes demandes';
  return (
    <div className={classes.page}>
      <PageTitle>{title}</PageTitle>
      {documents.data && organisation ? (
        <>
          <JustSent />
          <ExpectedDocuments />
          {documents.data.items.length === 0 ? (
            <NothingSent />
          ) : (
            <LoadedDocuments timeZone={organisation.timeZone} />
          )}
        </>
      ) : documents.error ? (
        <ErrorState
          title="Vos documents n’ont pas pu être chargés"
          onRetry={() => void documents.refetch()}
          retrying={documents.isFetching}
        >
          {documentMessage(documents.error)}
        </ErrorState>
      ) : (
        <Loading />
      )}
    </div>
  );
}

type LoadedDocumentsProps = { readonly timeZone: string };

function LoadedDocuments({ timeZone }: LoadedDocumentsProps) {
  const [withdrawn, setWithdrawn] = useState<FamilyDocument | null>(null);
  /** Where each page begins; the first without a cursor. */
  const [starts, setStarts] = useState<readonly (string | null)[]>([null]);
  return (
    <>
      <div className={classes.sentHead}>
        <h2>Ce que vous avez envoyé</h2>
        <SendLink />
      </div>
      {starts.map((after, index) => (
        <DocumentPart
          key={after}
          after={after}
          timeZone={timeZone}
          onWithdraw={setWithdrawn}
          onMore={index === starts.length - 1 ? (next) => setStarts([...starts, next]) : undefined}
        />
      ))}
      {withdrawn ? <WithdrawSheet document={withdrawn} onClose={() => setWithdrawn(null)} /> : null}
    </>
  );
}

type DocumentPartProps = LoadedDocumentsProps & {
  readonly after: string | null;
  readonly onWithdraw: (document: FamilyDocument) => void;
  /** Only after the last part shown. */
  readonly onMore: ((next: string) => void) | undefined;
};

function DocumentPart({ after, timeZone, onWithdraw, onMore }: DocumentPartProps) {
  const { data, error, refetch, isFetching } = useDocuments(after);
  if (!data) {
    return error ? (
      <Notice
        tone="error"
        announced
        actions={
          <Button variant="secondary" busy={isFetching} onClick={() => void refetch()}>
            Réessayer
          </Button>
        }
      >
        {documentMessage(error)}
      </Notice>
    ) : (
      <Loading />
    );
  }
  const { items, next } = data;
  return (
    <>
      <ul className={classes.list}>
        {items.map((document) => (
          <DocumentCard
            key={document.id}
            document={document}
            timeZone={timeZone}
            onWithdraw={() => onWithdraw(document)}
          />
        ))}
      </ul>
      {next && onMore ? (
        <div>
          <Button variant="secondary" onClick={() => onMore(next)}>
            Afficher les plus anciens
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Loading() {
  return (
    <div className={classes.list} aria-busy="true">
      <VisuallyHidden>Chargement…</VisuallyHidden>
      <Skeleton height="9rem" />
      <Skeleton height="9rem" />
    </div>
  );
}

function SendLink() {
  const paths = usePaths();
  return (
    <Link className={buttonClass('primary')} to={paths.sendDocument}>
      <Upload size={20} aria-hidden="true" />
      Envoyer un document
    </Link>
  );
}

function NothingSent() {
  return (
    <EmptyState
      icon={<FileUp size={28} />}
      title="Vous n’avez encore rien envoyé"
      action={<SendLink />}
    >
      Envoyez ici une dispense médicale, un dossier ou une attestation : un PDF, ou une photo prise
      avec votre téléphone. Vous suivrez la réponse sur cette page.
    </EmptyState>
  );
}

/** One comes from the form, which has just sent something. */
function JustSent() {
  const { state, pathname } = useLocation();
  const navigate = useNavigate();
  const [sent] = useState(() => typeof state === 'object' && state !== null && 'sent' in state);

  useEffect(() => {
    // Said once: a page that is reloaded has not sent anything.
    if (sent) void navigate(pathname, { replace: true, state: null });
  }, [sent, navigate, pathname]);

  return sent ? (
    <Notice tone="success" title="Votre document est envoyé" announced>
      La réponse arrivera ici et par e‑mail.
    </Notice>
  ) : null;
}
