import { fromIso } from '@preau/domain/time/instant';
import { Tag, type TagTone } from '@preau/ui/feedback/tag';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { Ban, CircleCheck, CircleDashed, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatMoment } from '../../shared/format.ts';
import { formatTimeAgo } from '../../shared/time-ago.ts';
import { useOrganisation } from '../../shared/organisation.ts';
import { type AccountState, stateWords } from './account-states.ts';
import { GuardianInvitation } from './guardian-invitation.tsx';
import classes from './guardian-table.module.css';
import type { Guardian } from './households.queries.ts';

const stateLooks: Readonly<
  Record<AccountState, { readonly tone: TagTone; readonly icon: ReactNode }>
> = {
  none: { tone: 'plain', icon: <CircleDashed size={16} /> },
  invited: { tone: 'warning', icon: <Clock size={16} /> },
  active: { tone: 'brand', icon: <CircleCheck size={16} /> },
  disabled: { tone: 'danger', icon: <Ban size={16} /> },
};

/** Guardians by name, the state of their access and what can be done about it. */
export function GuardianTable({ guardians }: { readonly guardians: readonly Guardian[] }) {
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Responsable</th>
            <th scope="col">Foyer</th>
            <th scope="col">Accès</th>
            <th scope="col">
              <VisuallyHidden>Invitation</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {guardians.map((guardian) => (
            <GuardianRow key={guardian.guardianId} guardian={guardian} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GuardianRow({ guardian }: { readonly guardian: Guardian }) {
  const { firstName, lastName, householdName, email } = guardian;
  return (
    <tr>
      <th scope="row">
        {lastName} {firstName}
        <span className={classes.email}>{email}</span>
      </th>
      <td>{householdName}</td>
      <td>
        <AccountAccess guardian={guardian} />
      </td>
      <td className={classes.action}>
        <GuardianInvitation guardian={guardian} />
      </td>
    </tr>
  );
}

function AccountAccess({ guardian }: { readonly guardian: Guardian }) {
  const { data: organisation } = useOrganisation();
  const { account, invitedAt } = guardian;
  const { tone, icon } = stateLooks[account];
  return (
    <>
      <Tag tone={tone} icon={icon}>
        {stateWords[account]}
      </Tag>
      {account === 'invited' && invitedAt !== null && organisation ? (
        <span className={classes.moment}>
          Dernier envoi {formatMoment(fromIso(invitedAt), organisation.timeZone)},{' '}
          {formatTimeAgo(invitedAt)}
        </span>
      ) : null}
    </>
  );
}
