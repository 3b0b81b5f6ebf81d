import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '../actions/button.tsx';
import { Notice } from '../feedback/notice.tsx';
import { Field } from '../forms/field.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import classes from './account-form.module.css';

export type Credentials = { readonly email: string; readonly password: string };

type SignInFormProps = {
  readonly busy: boolean;
  /** Sentence of the last refusal. */
  readonly problem: string | undefined;
  readonly onSubmit: (credentials: Credentials) => void;
  /** Links under the button. */
  readonly children?: ReactNode;
};

/** E-mail and password; what was typed stays when the server refuses. */
export function SignInForm({ busy, problem, onSubmit, children }: SignInFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const problemId = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit({ email: email.trim(), password });
  };

  return (
    <form className={classes.form} onSubmit={submit} aria-describedby={problemId}>
      <div id={problemId}>
        {problem ? (
          <Notice tone="error" announced>
            {problem}
          </Notice>
        ) : null}
      </div>
      <Field
        label="Adresse e-mail"
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordField
        label="Mot de passe"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" wide busy={busy}>
        Se connecter
      </Button>
      {children}
    </form>
  );
}
