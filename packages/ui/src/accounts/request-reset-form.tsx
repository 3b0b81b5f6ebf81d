import { type FormEvent, useState } from 'react';
import { Button } from '../actions/button.tsx';
import { Notice } from '../feedback/notice.tsx';
import { Field } from '../forms/field.tsx';
import classes from './account-form.module.css';

type RequestResetFormProps = {
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onSubmit: (email: string) => void;
};

/** Asks for the address; the answer never says whether an account has it. */
export function RequestResetForm({ busy, problem, onSubmit }: RequestResetFormProps) {
  const [email, setEmail] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit(email.trim());
  };

  return (
    <form className={classes.form} onSubmit={submit}>
      {problem ? (
        <Notice tone="error" announced>
          {problem}
        </Notice>
      ) : null}
      <Field
        label="Adresse e-mail"
        hint="Celle à laquelle vous recevez les messages du service."
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
      <Button type="submit" wide busy={busy}>
        Recevoir un lien
      </Button>
    </form>
  );
}
