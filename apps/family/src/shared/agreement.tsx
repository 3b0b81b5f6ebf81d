import { type ReactNode, useId } from 'react';
import classes from './agreement.module.css';

type AgreementProps = {
  readonly agreed: boolean;
  /** One went on without ticking it. */
  readonly missed: boolean;
  readonly onChange: (agreed: boolean) => void;
  /** What is agreed to. */
  readonly children: ReactNode;
};

/** A box to tick before going on: its error says what to do when one would rather not. */
export function Agreement({ agreed, missed, onChange, children }: AgreementProps) {
  const id = useId();
  return (
    <div>
      <div className={classes.line}>
        <input
          id={id}
          type="checkbox"
          checked={agreed}
          aria-required="true"
          aria-invalid={missed || undefined}
          aria-describedby={missed ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <label htmlFor={id}>{children}</label>
      </div>
      {missed ? (
        <p className={classes.error} id={`${id}-error`} role="alert">
          Cochez la case pour continuer. Si vous ne souhaitez pas accepter ces conditions, contactez
          le service.
        </p>
      ) : null}
    </div>
  );
}
