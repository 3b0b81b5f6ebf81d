import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Sheet } from '@preau/ui/overlays/sheet';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../shared/format.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { inviteWords } from './access-words.tsx';
import { type ListedHousehold, useInviteGuardians } from './households.queries.ts';
import { InvitationResult } from './invitation-result.tsx';
import classes from './selection-bar.module.css';

type SelectionBarProps = {
  readonly chosen: readonly ListedHousehold[];
  readonly onClear: () => void;
};

/** What can be done with the families chosen; at the foot of the screen while there are some. */
export function SelectionBar({ chosen, onClear }: SelectionBarProps) {
  const [asked, setAsked] = useState(false);
  if (chosen.length === 0) return null;
  const words = counted(chosen.length, 'famille choisie', 'familles choisies');
  return (
    <section className={classes.bar} aria-label="Familles choisies">
      <output className={classes.words}>{words}</output>
      <Button variant="quiet" onClick={onClear}>
        Tout désélectionner
      </Button>
      <Button icon={<Mail size={20} aria-hidden="true" />} onClick={() => setAsked(true)}>
        {chosen.length === 1
          ? 'Inviter la famille choisie'
          : `Inviter les ${chosen.length} familles choisies`}
      </Button>
      {asked ? (
        <InviteSheet
          chosen={chosen}
          onClose={() => setAsked(false)}
          onDone={() => {
            setAsked(false);
            onClear();
          }}
        />
      ) : null}
    </section>
  );
}

type Invitable = {
  readonly ready: readonly string[];
  readonly waiting: number;
  readonly settled: number;
};

/** Whom an invitation can be sent to, who waits for the file, who needs none. */
export function invitableOf(households: readonly ListedHousehold[]): Invitable {
  const people = households.flatMap(({ fileComplete, guardians }) =>
    guardians.map(({ id, access }) => ({ id, fileComplete, sends: inviteWords[access] !== null })),
  );
  const open = people.filter(({ sends }) => sends);
  return {
    ready: open.filter(({ fileComplete }) => fileComplete).map(({ id }) => id),
    waiting: open.filter(({ fileComplete }) => !fileComplete).length,
    settled: people.length - open.length,
  };
}

type InviteSheetProps = {
  readonly chosen: readonly ListedHousehold[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

function InviteSheet({ chosen, onClose, onDone }: InviteSheetProps) {
  const invite = useInviteGuardians();
  const { ready, waiting, settled } = invitableOf(chosen);
  if (invite.data) {
    return (
      <Sheet
        title="Invitations"
        onClose={onDone}
        actions={<Button onClick={onDone}>Fermer</Button>}
      >
        <InvitationResult tally={invite.data} />
      </Sheet>
    );
  }
  return (
    <Sheet
      title={
        chosen.length === 1 ? `Inviter « ${chosen[0]?.name} »` : `Inviter ${chosen.length} familles`
      }
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Annuler
          </Button>
          <Button
            busy={invite.isPending}
            aria-disabled={ready.length === 0 || undefined}
            onClick={() => {
              if (ready.length > 0) invite.mutate(ready);
            }}
          >
            {ready.length === 0
              ? 'Personne à inviter'
              : `Envoyer ${counted(ready.length, 'invitation', 'invitations')}`}
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
        {ready.length === 0
          ? 'Aucun responsable de ces familles ne peut être invité.'
          : `${counted(ready.length, 'responsable recevra', 'responsables recevront')} un lien par e‑mail, valable sept jours. Un lien envoyé auparavant ne marchera plus.`}
      </p>
      {waiting > 0 ? (
        <p>
          {counted(waiting, 'responsable attend', 'responsables attendent')} que le dossier soit
          complet : rien ne lui sera envoyé.
        </p>
      ) : null}
      {settled > 0 ? (
        <p>{counted(settled, 'responsable n’a', 'responsables n’ont')} pas besoin d’invitation.</p>
      ) : null}
    </Sheet>
  );
}
