import type { InputHTMLAttributes, ReactNode } from 'react';
import { FieldFrame, type FieldWords } from './field-frame.tsx';
import classes from './field.module.css';

export type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> &
  FieldWords & {
    /** Placed in the field's frame, after the input. */
    readonly after?: ReactNode;
  };

/** A labelled input; its hint and its error are its description. */
export function Field({ label, hint, error, after, ...input }: FieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(ties) => (
        <>
          <input {...input} {...ties} className={classes.input} />
          {after}
        </>
      )}
    </FieldFrame>
  );
}
