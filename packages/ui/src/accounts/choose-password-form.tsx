import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../actions/button.tsx';
import { Notice } from '../feedback/notice.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import classes from './account-form.module.css';

type ChoosePasswordFormProps = {
  /** Fewest characters accepted, said before and checked here and by the server. */
  readonly minLength: number;
  /** Kept for password managers; never shown as a field to fill. */
  readonly email: string | undefined;
  readonly submitLabel: string;
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onSubmit: (password: string) => void;
  readonly children?: ReactNode;
  /** What is to be agreed to, under the password. */
  readonly beforeSubmit?: ReactNode;
};

/** A new password: its rules come first, it can be shown, so it is typed once. */
export function ChoosePasswordForm(props: ChoosePasswordFormProps) {
  const { minLength, email, submitLabel, busy, problem, onSubmit, children, beforeSubmit } = props;
  const [password, setPassword] = useState('');
  const [tooShort, setTooShort] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const short = password.length < minLength;
    setTooShort(short);
    if (!short && !busy) onSubmit(password);
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {problem ? (
        <Notice tone="error" announced>
          {problem}
        </Notice>
      ) : null}
      {email ? (
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      ) : null}
      {children}
      <PasswordField
        label="Nouveau mot de passe"
        name="new-password"
        autoComplete="new-password"
        required
        rules={passwordRules(minLength)}
        error={tooShort ? `Écrivez au moins ${minLength} caractères.` : undefined}
        value={password}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
          if (event.currentTarget.value.length >= minLength) setTooShort(false);
        }}
      />
      {beforeSubmit}
      <Button type="submit" wide busy={busy}>
        {submitLabel}
      </Button>
    </form>
  );
}

/** No composition rule: length and an uncommon choice are what protects. */
function passwordRules(minLength: number): readonly string[] {
  return [
    `au moins ${minLength} caractères ;`,
    'pas un mot de passe trop courant : plusieurs mots sans rapport conviennent très bien ;',
    'un mot de passe que vous n’utilisez nulle part ailleurs.',
  ];
}
