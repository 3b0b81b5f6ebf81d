import { problemCodeOf } from '@preau/api-client/failure';
import { ChoosePasswordForm } from '@preau/ui/accounts/choose-password-form';
import { UnusableLink } from '@preau/ui/accounts/unusable-link';
import { useLinkToken } from '@preau/ui/accounts/use-link-token';
import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { Link } from 'react-router';
import { usePaths, useSlug } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useActivate, useActivationCheck, useRenewActivation } from './accounts.queries.ts';
import classes from './accounts.module.css';
import { minPasswordLength } from './password-policy.ts';

/** First visit, from the link of the invitation: choose a password, and one is signed in. */
export function ActivationPage() {
  const slug = useSlug();
  const token = useLinkToken();
  const check = useActivationCheck(slug, token);
  const activate = useActivate();
  const refusal = problemCodeOf(activate.error) ?? problemCodeOf(check.error) ?? '';
  const unusable = token === '' || refusal.startsWith('link-');

  return (
    <>
      <PageTitle>Activer votre accès</PageTitle>
      {unusable ? (
        <ActivationRefused code={refusal} token={token} />
      ) : check.data ? (
        <div className={classes.stack}>
          <p>
            Bonjour {check.data.firstName}, choisissez le mot de passe de votre accès. Votre
            identifiant est <strong className={classes.email}>{check.data.email}</strong>.
          </p>
          <ChoosePasswordForm
            minLength={minPasswordLength}
            email={check.data.email}
            submitLabel="Activer mon accès"
            busy={activate.isPending}
            problem={activate.error ? problemMessage(activate.error) : undefined}
            onSubmit={(password) =>
              activate.mutate({ body: { organisation: slug, token, password } })
            }
          />
        </div>
      ) : check.error ? (
        <ErrorState
          title="Votre lien n’a pas pu être vérifié"
          onRetry={() => void check.refetch()}
          retrying={check.isFetching}
        >
          {problemMessage(check.error)}
        </ErrorState>
      ) : (
        <div className={classes.stack} aria-busy="true">
          <VisuallyHidden>Chargement…</VisuallyHidden>
          <Skeleton height="1.5rem" />
          <Skeleton height="3rem" />
        </div>
      )}
    </>
  );
}

function ActivationRefused({ code, token }: { readonly code: string; readonly token: string }) {
  const organisation = useSlug();
  const paths = usePaths();
  const renew = useRenewActivation();
  return (
    <UnusableLink
      code={code}
      signInPath={paths.signIn()}
      Link={Link}
      renewal={{
        ask: () => renew.mutate({ body: { organisation, token } }),
        busy: renew.isPending,
        done: renew.isSuccess,
        problem: renew.error ? problemMessage(renew.error) : undefined,
      }}
    />
  );
}
