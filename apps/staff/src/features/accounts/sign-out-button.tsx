import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { LogOut } from 'lucide-react';
import { usePaths } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useSignOut } from './accounts.queries.ts';

/** Ends the session of this device. */
export function SignOutButton() {
  const paths = usePaths();
  const signOut = useSignOut(paths.signIn());
  return (
    <>
      {signOut.error ? (
        <Notice tone="error" announced>
          {problemMessage(signOut.error)}
        </Notice>
      ) : null}
      <Button
        variant="secondary"
        busy={signOut.isPending}
        icon={<LogOut size={20} aria-hidden="true" />}
        onClick={() => signOut.mutate({})}
      >
        Se déconnecter
      </Button>
    </>
  );
}
