import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { LogOut } from 'lucide-react';
import { ContactCard } from '../../shared/contact-card.tsx';
import { useOrganisation, usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useMe } from '../../shared/session.ts';
import { useSignOut } from './accounts.queries.ts';
import classes from './accounts.module.css';
import { ChangePasswordPanel } from './change-password-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';

export function AccountPage() {
  const { data: me } = useMe();
  const { data: organisation } = useOrganisation();
  const paths = usePaths();
  const signOut = useSignOut(paths.signIn());
  return (
    <>
      <PageTitle>Mon compte</PageTitle>
      <div className={classes.columns}>
        <section className={classes.panel} aria-label="Vous">
          {me ? (
            <div className={classes.identity}>
              <h2>
                {me.account.firstName} {me.account.lastName}
              </h2>
              <p className={classes.email}>{me.account.email}</p>
              <p className={classes.note}>{me.household.name}</p>
            </div>
          ) : null}
          {signOut.error ? (
            <Notice tone="error" announced>
              {problemMessage(signOut.error)}
            </Notice>
          ) : null}
          <Button
            variant="secondary"
            wide
            busy={signOut.isPending}
            icon={<LogOut size={20} aria-hidden="true" />}
            onClick={() => signOut.mutate({})}
          >
            Se déconnecter
          </Button>
        </section>
        <section className={classes.panel} aria-labelledby="titre-contact">
          <h2 id="titre-contact">Contacter le service</h2>
          {organisation ? <ContactCard organisation={organisation} /> : null}
        </section>
        <ChangePasswordPanel />
        <SessionsPanel />
      </div>
    </>
  );
}
