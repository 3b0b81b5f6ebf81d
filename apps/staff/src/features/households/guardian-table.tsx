import { formatDayShort } from '@preau/domain/explain/format-fr';
import { fromIso, localDayOf } from '@preau/domain/time/instant';
import { Button } from '@preau/ui/actions/button';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { Mail } from 'lucide-react';
import { useOrganisation } from '../../shared/organisation.ts';
import classes from './households.module.css';
import type { Guardian } from './households.queries.ts';

const stateWords: Readonly<Record<Guardian['account'], string>> = {
  none: 'Pas encore invité',
  invited: 'Invité',
  active: 'Actif',
  disabled: 'Désactivé',
};

/** What the button does to each state; `null` where there is nothing to send. */
const inviteWords: Readonly<Record<Guardian['account'], string | null>> = {
  none: 'Inviter',
  invited: 'Renvoyer l’invitation',
  active: null,
  disabled: null,
};

type GuardianTableProps = {
  readonly people: readonly Guardian[];
  /** Guardian whose invitation is being sent. */
  readonly inviting: string | null;
  readonly onInvite: (guardianId: string) => void;
};

export function GuardianTable({ people, inviting, onInvite }: GuardianTableProps) {
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Responsable</th>
            <th scope="col">Foyer</th>
            <th scope="col">Adresse e-mail</th>
            <th scope="col">Accès</th>
            <th scope="col">
              <VisuallyHidden>Invitation</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((guardian) => (
            <GuardianRow
              key={guardian.guardianId}
              guardian={guardian}
              busy={inviting === guardian.guardianId}
              onInvite={() => onInvite(guardian.guardianId)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type GuardianRowProps = {
  readonly guardian: Guardian;
  readonly busy: boolean;
  readonly onInvite: () => void;
};

function GuardianRow({ guardian, busy, onInvite }: GuardianRowProps) {
  const { data: organisation } = useOrganisation();
  const { firstName, lastName, householdName, email, account, invitedAt } = guardian;
  const invited =
    account === 'invited' && invitedAt && organisation
      ? ` le ${formatDayShort(localDayOf(fromIso(invitedAt), organisation.timeZone))}`
      : '';
  const action = inviteWords[account];
  return (
    <tr>
      <th scope="row">
        {lastName} {firstName}
      </th>
      <td data-label="Foyer">{householdName}</td>
      <td data-label="Adresse e-mail" className={classes.email}>
        {email}
      </td>
      <td data-label="Accès">
        <span className={classes.state} data-state={account}>
          {stateWords[account]}
          {invited}
        </span>
      </td>
      <td className={classes.action}>
        {action ? (
          <Button
            variant="secondary"
            busy={busy}
            icon={<Mail size={18} aria-hidden="true" />}
            onClick={onInvite}
          >
            {action}
            <VisuallyHidden>{` ${firstName} ${lastName}`}</VisuallyHidden>
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
