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
    <section className={classes.panel} aria-labelledby="titre-identite">
      <div className={classes.roles}>
        <h2 id="titre-identite">{me.account.displayName}</h2>
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
    </section>
  );
}
