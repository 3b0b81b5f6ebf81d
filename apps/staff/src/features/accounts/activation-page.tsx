import { ChoosePasswordForm } from '@preau/ui/accounts/choose-password-form';
import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { Link } from 'react-router';
import { problemCodeOf } from '@preau/api-client/failure';
import { usePaths, useSlug } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useActivate, useActivationCheck, useRenewActivation } from './accounts.queries.ts';
import classes from './accounts.module.css';
import { useLinkToken } from '@preau/ui/accounts/use-link-token';
import { minPasswordLength } from './password-policy.ts';

/** First visit, from the link of the invitation: choose a password, and one is signed in. */
export function ActivationPage() {
  const slug = useSlug();
  const token = useLinkToken();
  const check = useActivationCheck(slug, token);
  const activate = useActivate();

  return (
    <>
      <PageTitle>Activer votre compte</PageTitle>
      {token === '' ? (
        <UnusableLink code="link-unknown" token={token} />
      ) : check.isPending ? (
        <div className={classes.stack}>
          <Skeleton height="1.5rem" />
          <Skeleton height="3rem" />
        </div>
      ) : check.error ? (
        isLinkProblem(check.error) ? (
          <UnusableLink code={problemCodeOf(check.error) ?? ''} token={token} />
        ) : (
          <ErrorState
            title="Votre lien n’a pas pu être vérifié"
            onRetry={() => void check.refetch()}
            retrying={check.isFetching}
          >
            {problemMessage(check.error)}
          </ErrorState>
        )
      ) : (
        <div className={classes.stack}>
          <p>
            Bonjour {check.data.firstName}, choisissez le mot de passe de votre compte. Votre
            identifiant est <strong className={classes.email}>{check.data.email}</strong>.
          </p>
          <ChoosePasswordForm
            minLength={minPasswordLength}
            email={check.data.email}
            submitLabel="Activer mon compte"
            busy={activate.isPending}
            problem={activate.error ? problemMessage(activate.error) : undefined}
            onSubmit={(password) =>
              activate.mutate({ body: { organisation: slug, token, password } })
            }
          />
        </div>
      )}
    </>
  );
}

const isLinkProblem = (error: unknown): boolean =>
  problemCodeOf(error)?.startsWith('link-') ?? false;

type UnusableLinkProps = { readonly code: string; readonly token: string };

function UnusableLink({ code, token }: UnusableLinkProps) {
  const slug = useSlug();
  const paths = usePaths();
  const renew = useRenewActivation();

  if (renew.isSuccess) {
    return (
      <Notice tone="success" title="Demande enregistrée" announced>
        Si ce lien était bien le vôtre, un nouveau message arrive à la même adresse dans quelques
        minutes. Pensez à regarder dans les courriers indésirables.
      </Notice>
    );
  }
  if (code === 'link-used') {
    return (
      <div className={classes.stack}>
        <Notice title="Ce lien a déjà servi">
          Votre compte est actif : connectez-vous avec le mot de passe que vous avez choisi.
        </Notice>
        <Link className={buttonClass('primary', true)} to={paths.signIn()}>
          Se connecter
        </Link>
      </div>
    );
  }
  const expired = code === 'link-expired';
  return (
    <div className={classes.stack}>
      <Notice tone="warning" title={expired ? 'Ce lien a expiré' : 'Ce lien n’est pas reconnu'}>
        {expired
          ? 'Pour votre sécurité, un lien d’activation ne sert qu’un temps. Demandez-en un nouveau : il arrive à la même adresse.'
          : 'Ouvrez-le depuis le message reçu, ou copiez-le en entier.'}
      </Notice>
      {renew.error ? <Notice tone="error">{problemMessage(renew.error)}</Notice> : null}
      {expired ? (
        <Button
          wide
          busy={renew.isPending}
          onClick={() => renew.mutate({ body: { organisation: slug, token } })}
        >
          Recevoir un nouveau lien
        </Button>
      ) : (
        <Link className={buttonClass('secondary', true)} to={paths.signIn()}>
          Aller à la connexion
        </Link>
      )}
    </div>
  );
}
