import { problemCodeOf } from '@preau/api-client/failure';
import { ResetPassword } from '@preau/ui/accounts/reset-password';
import { useLinkToken } from '@preau/ui/accounts/use-link-token';
import { buttonClass } from '@preau/ui/actions/button';
import { Link } from 'react-router';
import { callState } from '../../shared/call-state.ts';
import { usePaths, useSlug } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { useConfirmPasswordReset } from './sign-in.queries.ts';
import { minPasswordLength } from './password-policy.ts';

/** From the link of the « forgotten » message. A link that no longer serves leads to a new one. */
export function ResetPasswordPage() {
  const organisation = useSlug();
  const paths = usePaths();
  const token = useLinkToken();
  const confirm = useConfirmPasswordReset();
  const refusedLink = problemCodeOf(confirm.error)?.startsWith('link-') ?? false;
  return (
    <>
      <PageTitle>Choisir un nouveau mot de passe</PageTitle>
      <ResetPassword
        minLength={minPasswordLength}
        unusable={token === '' || refusedLink}
        call={callState(confirm)}
        onSubmit={(password) => confirm.mutate({ body: { organisation, token, password } })}
        again={
          <Link className={buttonClass('primary', true)} to={paths.forgottenPassword}>
            Recevoir un nouveau lien
          </Link>
        }
      />
    </>
  );
}
