import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Sheet } from '@preau/ui/overlays/sheet';
import { MailPlus } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../shared/format.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import classes from './families-page.module.css';
import { useHouseholdCounts, useInviteEverybody } from './households.queries.ts';
import { InvitationResult } from './invitation-result.tsx';

/** When files are complete and nobody was written to: all of them, at once. */
export function InviteEverybody() {
  const { data: counts } = useHouseholdCounts();
  const [asked, setAsked] = useState(false);
  const count = counts?.invitable ?? 0;
  if (count === 0 && !asked) return null;
  return (
    <div className={classes.everybody}>
      <p>
        {counted(count, 'responsable attend', 'responsables attendent')} une première invitation,
        dossier complet.
      </p>
      <Button
        variant="secondary"
        icon={<MailPlus size={20} aria-hidden="true" />}
        onClick={() => setAsked(true)}
      >
        {count === 1 ? 'L’inviter' : 'Tous les inviter'}
      </Button>
      {asked ? <EverybodySheet count={count} onClose={() => setAsked(false)} /> : null}
    </div>
  );
}

function EverybodySheet({
  count,
  onClose,
}: {
  readonly count: number;
  readonly onClose: () => void;
}) {
  // As when one was asked: the list shrinks while invitations leave.
  const [total] = useState(count);
  const [done, setDone] = useState(0);
  const invite = useInviteEverybody(setDone);
  if (invite.data) {
    return (
      <Sheet
        title="Invitations"
        onClose={onClose}
        actions={<Button onClick={onClose}>Fermer</Button>}
      >
        <InvitationResult tally={invite.data} />
      </Sheet>
    );
  }
  return (
    <Sheet
      title={`Inviter ${counted(total, 'responsable', 'responsables')}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Annuler
          </Button>
          <Button busy={invite.isPending} onClick={() => invite.mutate()}>
            Envoyer {counted(total, 'invitation', 'invitations')}
          </Button>
        </>
      }
    >
      {invite.error ? (
        <Notice tone="error" announced>
          {problemMessage(invite.error)}
        </Notice>
      ) : null}
      <p>
        Chacun recevra un lien par e‑mail, valable sept jours. Les familles dont le dossier est
        incomplet ne sont pas concernées.
      </p>
      {invite.isPending ? (
        <div className={classes.stack}>
          <progress max={total} value={done} aria-label="Invitations envoyées" />
          <output>
            {done} sur {total}
          </output>
        </div>
      ) : null}
    </Sheet>
  );
}
