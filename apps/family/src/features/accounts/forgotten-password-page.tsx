import { ForgottenPassword } from '@preau/ui/accounts/forgotten-password';
import { Link } from 'react-router';
import { callState } from '../../shared/call-state.ts';
import { usePaths, useSlug } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { useAskPasswordReset } from './sign-in.queries.ts';
import classes from './accounts.module.css';

export function ForgottenPasswordPage() {
  const organisation = useSlug();
  const paths = usePaths();
  const request = useAskPasswordReset();
  return (
    <>
      <PageTitle>Mot de passe oublié</PageTitle>
      <ForgottenPassword
        call={callState(request)}
        onSubmit={(email) => request.mutate({ body: { organisation, email } })}
        back={
          <Link className={classes.alone} to={paths.signIn()}>
            Revenir à la connexion
          </Link>
        }
      />
    </>
  );
}
