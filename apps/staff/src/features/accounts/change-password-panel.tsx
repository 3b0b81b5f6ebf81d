import { ChoosePasswordForm } from '@preau/ui/accounts/choose-password-form';
import { Notice } from '@preau/ui/feedback/notice';
import { PasswordField } from '@preau/ui/forms/password-field';
import { useState } from 'react';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useMe } from '../../shared/session.ts';
import { useChangePassword } from './accounts.queries.ts';
import classes from './accounts.module.css';
import { minPasswordLength } from './password-policy.ts';

/** Changing the password ends the sessions of the other devices. */
export function ChangePasswordPanel() {
  const { data: me } = useMe();
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  return (
    <section className={classes.panel} aria-labelledby="titre-mot-de-passe">
      <h2 id="titre-mot-de-passe">Changer de mot de passe</h2>
      {change.isSuccess ? (
        <Notice tone="success" title="Mot de passe changé" announced>
          Vos autres appareils ont été déconnectés.
        </Notice>
      ) : (
        <ChoosePasswordForm
          minLength={minPasswordLength}
          email={me?.account.email}
          submitLabel="Changer le mot de passe"
          busy={change.isPending}
          problem={change.error ? problemMessage(change.error) : undefined}
          onSubmit={(next) => change.mutate({ body: { current, next } })}
        >
          <PasswordField
            label="Mot de passe actuel"
            name="current-password"
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        </ChoosePasswordForm>
      )}
    </section>
  );
}
