import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Sheet } from '@preau/ui/overlays/sheet';
import { documentMessage } from './document-problems.ts';
import { type FamilyDocument, useWithdrawDocument } from './documents.queries.ts';

type WithdrawSheetProps = { readonly document: FamilyDocument; readonly onClose: () => void };

/** Asks once: what is taken back is forgotten. */
export function WithdrawSheet({ document, onClose }: WithdrawSheetProps) {
  const withdraw = useWithdrawDocument();
  return (
    <Sheet
      title="Retirer ce document ?"
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Le garder
          </Button>
          <Button
            variant="danger"
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate({ path: { id: document.id } }, { onSuccess: onClose })}
          >
            Retirer le document
          </Button>
        </>
      }
    >
      <p>
        « {document.kind.label} » ne sera pas examiné et ses fichiers seront effacés. Vous pourrez
        en envoyer un autre.
      </p>
      {withdraw.error ? (
        <Notice tone="error" announced>
          {documentMessage(withdraw.error)}
        </Notice>
      ) : null}
    </Sheet>
  );
}
