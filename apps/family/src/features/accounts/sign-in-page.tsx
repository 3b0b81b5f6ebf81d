import { SignInForm } from '@preau/ui/accounts/sign-in-form';
import { Notice } from '@preau/ui/feedback/notice';
import { Link, useSearchParams } from 'react-router';
import { usePaths, useSlug } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useSignIn } from './sign-in.queries.ts';
import classes from './accounts.module.css';

export function SignInPage() {
  const slug = useSlug();
  const paths = usePaths();
  const [query] = useSearchParams();
  const backTo = query.get('retour');
  const signIn = useSignIn(backTo);
  const cameFromPage = backTo !== null && backTo !== paths.root;
  return (
    <>
      <PageTitle>Connexion</PageTitle>
      <div className={classes.stack}>
        {cameFromPage && !signIn.error ? (
          <Notice>Connectez-vous pour continuer : vous reviendrez à la même page.</Notice>
        ) : null}
        <SignInForm
          busy={signIn.isPending}
          problem={signIn.error ? problemMessage(signIn.error) : undefined}
          onSubmit={(credentials) =>
            signIn.mutate({ body: { organisation: slug, ...credentials } })
          }
        >
          <p>
            <Link className={classes.alone} to={paths.forgottenPassword}>
              Mot de passe oublié ?
            </Link>
          </p>
        </SignInForm>
        <p className={classes.note}>
          Première visite ? Votre lien d’activation vous est envoyé par le service, par e‑mail.
        </p>
      </div>
    </>
  );
}
