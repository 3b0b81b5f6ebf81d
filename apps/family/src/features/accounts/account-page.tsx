import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Panel } from '@preau/ui/shell/panel';
import { BookOpen, History, LogOut } from 'lucide-react';
import { Link } from 'react-router';
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
        <Panel title={me ? `${me.account.firstName} ${me.account.lastName}` : 'Vous'}>
          {me ? (
            <div>
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
        </Panel>
        <Panel title="À consulter">
          <div className={classes.stack}>
            <Link className={buttonClass('secondary', true)} to={paths.history}>
              <History size={20} aria-hidden="true" />
              Historique des réservations
            </Link>
            <Link className={buttonClass('secondary', true)} to={paths.legend}>
              <BookOpen size={20} aria-hidden="true" />
              Légende du planning
            </Link>
          </div>
        </Panel>
        <Panel title="Contacter le service">
          {organisation ? <ContactCard organisation={organisation} /> : null}
        </Panel>
        <ChangePasswordPanel />
        <SessionsPanel />
      </div>
    </>
  );
}
