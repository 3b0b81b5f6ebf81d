import { useState } from 'react';
import { Notice } from '../feedback/notice.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import type { CallState } from './call-state.ts';
import { ChoosePasswordForm } from './choose-password-form.tsx';

type ChangePasswordProps = {
  /** Fewest characters accepted. */
  readonly minLength: number;
  readonly email: string | undefined;
  readonly call: CallState;
  readonly onSubmit: (passwords: { readonly current: string; readonly next: string }) => void;
};

/** Changing the password ends the sessions of the other devices. */
export function ChangePassword({ minLength, email, call, onSubmit }: ChangePasswordProps) {
  const [current, setCurrent] = useState('');
  if (call.done) {
    return (
      <Notice tone="success" title="Mot de passe changé" announced>
        Vos autres appareils ont été déconnectés.
      </Notice>
    );
  }
  return (
    <ChoosePasswordForm
      minLength={minLength}
      email={email}
      submitLabel="Changer le mot de passe"
      busy={call.busy}
      problem={call.problem}
      onSubmit={(next) => onSubmit({ current, next })}
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
  );
}
