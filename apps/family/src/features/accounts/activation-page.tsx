import { problemCodeOf } from '@preau/api-client/failure';
import { ChoosePasswordForm } from '@preau/ui/accounts/choose-password-form';
import { UnusableLink } from '@preau/ui/accounts/unusable-link';
import { useLinkToken } from '@preau/ui/accounts/use-link-token';
import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { useState } from 'react';
import { Link } from 'react-router';
import { Agreement } from '../../shared/agreement.tsx';
import { legalPages } from '../../shared/legal-pages.ts';
import { useOrganisation, usePaths, useSlug } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useActivate, useActivationCheck, useRenewActivation } from './sign-in.queries.ts';
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
  const terms = useOrganisation().data?.termsVersion ?? null;
  const [agreed, setAgreed] = useState(false);
  const [missed, setMissed] = useState(false);

  const submit = (password: string) => {
    const waits = terms !== null && !agreed;
    setMissed(waits);
    if (waits) return;
    const accepted = terms === null ? {} : { acceptedTerms: terms };
    activate.mutate({ body: { organisation: slug, token, password, ...accepted } });
  };

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
        onSubmit={submit}
        beforeSubmit={
          terms === null ? null : (
            <Agreement
              agreed={agreed}
              missed={missed}
              onChange={(now) => {
                setAgreed(now);
                setMissed(false);
              }}
            >
              J’ai lu et j’accepte les <TermsLink />
            </Agreement>
          )
        }
      />
    </div>
  );
}

/** In a tab of its own: what is typed here stays. */
function TermsLink() {
  const paths = usePaths();
  return (
    <a href={paths.legalPage(legalPages.terms.address)} target="_blank" rel="noreferrer">
      conditions générales d’utilisation (nouvel onglet)
    </a>
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
