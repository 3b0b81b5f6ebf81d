import { ChoosePasswordForm } from '@preau/ui/accounts/choose-password-form';
import { buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Link } from 'react-router';
import { problemCodeOf } from '@preau/api-client/failure';
import { usePaths, useSlug } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useConfirmPasswordReset } from './accounts.queries.ts';
import classes from './accounts.module.css';
import { useLinkToken } from '@preau/ui/accounts/use-link-token';
import { minPasswordLength } from './password-policy.ts';

/** From the link of the « forgotten » message. A link that no longer serves leads to a new one. */
export function ResetPasswordPage() {
  const slug = useSlug();
  const paths = usePaths();
  const token = useLinkToken();
  const confirm = useConfirmPasswordReset();
  const unusable = token === '' || (problemCodeOf(confirm.error)?.startsWith('link-') ?? false);
  return (
    <>
      <PageTitle>Choisir un nouveau mot de passe</PageTitle>
      {unusable ? (
        <div className={classes.stack}>
          <Notice tone="warning" title="Ce lien ne peut plus servir" announced>
            Un lien ne sert qu’une fois et pendant un temps limité. Demandez-en un nouveau.
          </Notice>
          <Link className={buttonClass('primary', true)} to={paths.forgottenPassword}>
            Recevoir un nouveau lien
          </Link>
        </div>
      ) : (
        <ChoosePasswordForm
          minLength={minPasswordLength}
          email={undefined}
          submitLabel="Enregistrer et me connecter"
          busy={confirm.isPending}
          problem={confirm.error ? problemMessage(confirm.error) : undefined}
          onSubmit={(password) => confirm.mutate({ body: { organisation: slug, token, password } })}
        />
      )}
    </>
  );
}
