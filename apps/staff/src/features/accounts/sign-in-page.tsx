import { SignInForm } from '@preau/ui/accounts/sign-in-form';
import { Link, useSearchParams } from 'react-router';
import { usePaths, useSlug } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useSignIn } from './accounts.queries.ts';
import classes from './accounts.module.css';

export function SignInPage() {
  const slug = useSlug();
  const paths = usePaths();
  const [query] = useSearchParams();
  const signIn = useSignIn(query.get('retour'));
  return (
    <>
      <PageTitle>Connexion</PageTitle>
      <SignInForm
        busy={signIn.isPending}
        problem={signIn.error ? problemMessage(signIn.error) : undefined}
        onSubmit={(credentials) => signIn.mutate({ body: { organisation: slug, ...credentials } })}
      >
        <p>
          <Link className={classes.alone} to={paths.forgottenPassword}>
            Mot de passe oublié ?
          </Link>
        </p>
      </SignInForm>
    </>
  );
}
