import { RequestResetForm } from '@preau/ui/accounts/request-reset-form';
import { Notice } from '@preau/ui/feedback/notice';
import { Link } from 'react-router';
import { usePaths, useSlug } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useAskPasswordReset } from './accounts.queries.ts';
import classes from './accounts.module.css';

export function ForgottenPasswordPage() {
  const slug = useSlug();
  const paths = usePaths();
  const request = useAskPasswordReset();
  return (
    <>
      <PageTitle>Mot de passe oublié</PageTitle>
      <div className={classes.stack}>
        {request.isSuccess ? (
          <Notice tone="success" title="Consultez votre messagerie" announced>
            Si un compte existe à cette adresse, un lien pour choisir un nouveau mot de passe arrive
            dans quelques minutes. Pensez à regarder dans les courriers indésirables.
          </Notice>
        ) : (
          <>
            <p>Nous vous envoyons un lien pour en choisir un nouveau.</p>
            <RequestResetForm
              busy={request.isPending}
              problem={request.error ? problemMessage(request.error) : undefined}
              onSubmit={(email) => request.mutate({ body: { organisation: slug, email } })}
            />
          </>
        )}
        <p>
          <Link className={classes.alone} to={paths.signIn()}>
            Revenir à la connexion
          </Link>
        </p>
      </div>
    </>
  );
}
