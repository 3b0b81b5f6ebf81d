import { ChangePassword } from '@preau/ui/accounts/change-password';
import { Panel } from '@preau/ui/shell/panel';
import { callState } from '../../shared/call-state.ts';
import { useMe } from '../../shared/session.ts';
import { useChangePassword } from './accounts.queries.ts';
import { minPasswordLength } from './password-policy.ts';

export function ChangePasswordPanel() {
  const { data: me } = useMe();
  const change = useChangePassword();
  return (
    <Panel title="Changer de mot de passe">
      <ChangePassword
        minLength={minPasswordLength}
        email={me?.account.email}
        call={callState(change)}
        onSubmit={(body) => change.mutate({ body })}
      />
    </Panel>
  );
}
