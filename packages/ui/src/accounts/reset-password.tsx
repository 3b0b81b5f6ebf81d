import type { ReactNode } from 'react';
import { Notice } from '../feedback/notice.tsx';
import classes from './account-form.module.css';
import type { CallState } from './call-state.ts';
import { ChoosePasswordForm } from './choose-password-form.tsx';

type ResetPasswordProps = {
  /** Fewest characters accepted. */
  readonly minLength: number;
  /** The link opens nothing: it has served, it is too old or it is not whole. */
  readonly unusable: boolean;
  readonly call: CallState;
  readonly onSubmit: (password: string) => void;
  /** The link that asks for another one. */
  readonly again: ReactNode;
};

/** A new password, from the link of the « forgotten » message. */
export function ResetPassword(props: ResetPasswordProps) {
  const { minLength, unusable, call, onSubmit, again } = props;
  if (unusable) {
    return (
      <div className={classes.form}>
        <Notice tone="warning" title="Ce lien ne peut plus servir" announced>
          Un lien ne sert qu’une fois et pendant un temps limité. Demandez-en un nouveau.
        </Notice>
        {again}
      </div>
    );
  }
  return (
    <ChoosePasswordForm
      minLength={minLength}
      email={undefined}
      submitLabel="Enregistrer et me connecter"
      busy={call.busy}
      problem={call.problem}
      onSubmit={onSubmit}
    />
  );
}
