import { Button } from '@preau/ui/actions/button';
import { LogOut } from 'lucide-react';
import { usePaths } from '../../shared/organisation.ts';
import { useSignOut } from './accounts.queries.ts';

/** Ends the session of this device. */
export function SignOutButton() {
  const paths = usePaths();
  const signOut = useSignOut(paths.signIn());
  return (
    <Button
      variant="secondary"
      busy={signOut.isPending}
      icon={<LogOut size={20} aria-hidden="true" />}
      onClick={() => signOut.mutate({})}
    >
      {signOut.isError ? 'Réessayer' : 'Se déconnecter'}
    </Button>
  );
}
