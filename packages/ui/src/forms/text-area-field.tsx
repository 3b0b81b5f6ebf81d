import type { TextareaHTMLAttributes } from 'react';
import { FieldFrame, type FieldWords } from './field-frame.tsx';
import classes from './field.module.css';

type TextAreaFieldProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & FieldWords;

/** A labelled text of several lines, which grows with what is written. */
export function TextAreaField({ label, hint, error, ...area }: TextAreaFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(ties) => (
        <textarea rows={3} {...area} {...ties} className={`${classes.input} ${classes.area}`} />
      )}
    </FieldFrame>
  );
}
