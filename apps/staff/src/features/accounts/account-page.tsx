import { Panel } from '@preau/ui/shell/panel';
import { PageTitle } from '../../shared/page-title.tsx';
import { type Me, type Role, useMe } from '../../shared/session.ts';
import classes from './accounts.module.css';
import { ChangePasswordPanel } from './change-password-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { SignOutButton } from './sign-out-button.tsx';

export function AccountPage() {
  const { data: me } = useMe();
  return (
    <>
      <PageTitle>Mon compte</PageTitle>
      <div className={classes.columns}>
        <div className={classes.stack}>
          {me ? <IdentityPanel me={me} /> : null}
          <SessionsPanel />
        </div>
        <ChangePasswordPanel />
      </div>
    </>
  );
}

const roleNames: Readonly<Record<Role, string>> = {
  administrator: 'Administration',
  office: 'Secrétariat',
  attendant: 'Animation',
};

function IdentityPanel({ me }: { readonly me: Me }) {
  return (
    <Panel title={me.account.displayName}>
      <div>
        <p className={classes.email}>{me.account.email}</p>
        <ul className={classes.note}>
          {me.roles.map(({ role, facilityId }) => (
            <li key={`${role} ${facilityId}`}>
              {roleNames[role]} · {facilityId === null ? 'tous les sites' : 'un seul site'}
            </li>
          ))}
        </ul>
      </div>
      <SignOutButton />
    </Panel>
  );
}
