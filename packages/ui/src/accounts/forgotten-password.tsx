import type { ReactNode } from 'react';
import { Notice } from '../feedback/notice.tsx';
import classes from './account-form.module.css';
import type { CallState } from './call-state.ts';
import { RequestResetForm } from './request-reset-form.tsx';

type ForgottenPasswordProps = {
  readonly call: CallState;
  readonly onSubmit: (email: string) => void;
  /** The link back to the sign-in page. */
  readonly back: ReactNode;
};

/** Asks for a link; the answer is the same whether an account has the address or not. */
export function ForgottenPassword({ call, onSubmit, back }: ForgottenPasswordProps) {
  return (
    <div className={classes.form}>
      {call.done ? (
        <Notice tone="success" title="Consultez votre messagerie" announced>
          Si un compte existe à cette adresse, un lien pour choisir un nouveau mot de passe arrive
          dans quelques minutes. Pensez à regarder dans les courriers indésirables.
        </Notice>
      ) : (
        <>
          <p>Nous vous envoyons un lien pour en choisir un nouveau.</p>
          <RequestResetForm busy={call.busy} problem={call.problem} onSubmit={onSubmit} />
        </>
      )}
      <p>{back}</p>
    </div>
  );
}
