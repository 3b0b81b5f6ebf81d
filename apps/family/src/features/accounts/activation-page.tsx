import { problemCodeOf } from '@preau/api-client/failure';
import { ChoosePasswordForm } from '@preau/ui/accounts/choose-password-form';
import { UnusableLink } from '@preau/ui/accounts/unusable-link';
import { useLinkToken } from '@preau/ui/accounts/use-link-token';
import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { Link } from 'react-router';
import { usePaths, useSlug } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useActivate, useActivationCheck, useRenewActivation } from './accounts.queries.ts';
import classes from './accounts.module.css';
import { minPasswordLength } from './password-policy.ts';

/** First visit, from the link of the invitation: choose a password, and one is signed in. */
export function ActivationPage() {
  const token = useLinkToken();
  return (
    <>
      <PageTitle>Activer votre compte</PageTitle>
      {token === '' ? (
        <OtherLink code="link-unknown" token={token} />
      ) : (
        <Activation token={token} />
      )}
    </>
  );
}

function Activation({ token }: { readonly token: string }) {
  const slug = useSlug();
  const check = useActivationCheck(slug, token);
  const activate = useActivate();

  if (check.isPending) return <Skeleton height="10rem" />;
  if (check.error) {
    const code = problemCodeOf(check.error) ?? '';
    if (code.startsWith('link-')) return <OtherLink code={code} token={token} />;
    return (
      <ErrorState
        title="Votre lien n’a pas pu être vérifié"
        onRetry={() => void check.refetch()}
        retrying={check.isFetching}
      >
        {problemMessage(check.error)}
      </ErrorState>
    );
  }
  const { firstName, email } = check.data;
  return (
    <div className={classes.stack}>
      <p>
        Bonjour {firstName}, choisissez le mot de passe de votre compte. Votre identifiant est{' '}
        <strong className={classes.email}>{email}</strong>.
      </p>
      <ChoosePasswordForm
        minLength={minPasswordLength}
        email={email}
        submitLabel="Activer mon compte"
        busy={activate.isPending}
        problem={activate.error ? problemMessage(activate.error) : undefined}
        onSubmit={(password) => activate.mutate({ body: { organisation: slug, token, password } })}
      />
    </div>
  );
}

type OtherLinkProps = { readonly code: string; readonly token: string };

/** A link that opens nothing: why, and how to have another. */
function OtherLink({ code, token }: OtherLinkProps) {
  const slug = useSlug();
  const paths = usePaths();
  const renew = useRenewActivation();
  return (
    <UnusableLink
      code={code}
      signInPath={paths.signIn()}
      Link={Link}
      renewal={{
        ask: () => renew.mutate({ body: { organisation: slug, token } }),
        busy: renew.isPending,
        done: renew.isSuccess,
        problem: renew.error ? problemMessage(renew.error) : undefined,
      }}
    />
  );
}
