import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState, ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { FileUp, Upload } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useOrganisation, usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { DocumentCard } from './document-card.tsx';
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
        <LoadedDocuments documents={documents} timeZone={organisation.timeZone} />
      ) : documents.error ? (
        <ErrorState
          title="Vos documents n’ont pas pu être chargés"
          onRetry={() => void documents.refetch()}
          retrying={documents.isFetching}
        >
          {documentMessage(documents.error)}
        </ErrorState>
      ) : (
        <div className={classes.list}>
          <VisuallyHidden>Chargement…</VisuallyHidden>
          <Skeleton height="9rem" />
          <Skeleton height="9rem" />
        </div>
      )}
    </div>
  );
}

type LoadedDocumentsProps = {
  readonly documents: ReturnType<typeof useDocuments>;
  readonly timeZone: string;
};

function LoadedDocuments({ documents, timeZone }: LoadedDocumentsProps) {
  const [withdrawn, setWithdrawn] = useState<FamilyDocument | null>(null);
  const items = documents.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return <NothingSent />;
  return (
    <>
      <JustSent />
      <div>
        <SendLink />
      </div>
      <ul className={classes.list}>
        {items.map((document) => (
          <DocumentCard
            key={document.id}
            document={document}
            timeZone={timeZone}
            onWithdraw={() => setWithdrawn(document)}
          />
        ))}
      </ul>
      {documents.isFetchNextPageError ? (
        <Notice tone="error" announced>
          {documentMessage(documents.error)}
        </Notice>
      ) : null}
      {documents.hasNextPage ? (
        <div>
          <Button
            variant="secondary"
            busy={documents.isFetchingNextPage}
            onClick={() => void documents.fetchNextPage()}
          >
            Afficher les plus anciens
          </Button>
        </div>
      ) : null}
      {withdrawn ? <WithdrawSheet document={withdrawn} onClose={() => setWithdrawn(null)} /> : null}
    </>
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
  const { state } = useLocation();
  const sent = typeof state === 'object' && state !== null && 'sent' in state;
  return sent ? (
    <Notice tone="success" title="Votre document est envoyé" announced>
      La réponse arrivera ici et par e‑mail.
    </Notice>
  ) : null;
}
