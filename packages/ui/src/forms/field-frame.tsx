import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import classes from './field.module.css';

export type FieldWords = {
  readonly label: string;
  /** What to write, said before, not in a placeholder that disappears. */
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right. */
  readonly error?: string | undefined;
};

/** What ties a control to its label, its hint and its error. */
type Ties = {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
};

type FieldFrameProps = FieldWords & { readonly children: (ties: Ties) => ReactNode };

/** The label, the hint and the error around a control; the last two are its description. */
export function FieldFrame({ label, hint, error, children }: FieldFrameProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className={classes.field}>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <div className={classes.hint} id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      <div className={classes.frame}>
        {children({
          id,
          'aria-invalid': error ? true : undefined,
          'aria-describedby': described || undefined,
        })}
      </div>
      {error ? (
        <p className={classes.error} id={`${id}-error`}>
          <CircleAlert size={18} aria-hidden="true" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}
