import { CircleAlert } from 'lucide-react';
import { type ReactNode, type TextareaHTMLAttributes, useId } from 'react';
import classes from './field.module.css';

type TextAreaFieldProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & {
  readonly label: string;
  /** What to write, said before. */
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right. */
  readonly error?: string | undefined;
};

/** A labelled text of several lines, which grows with what is written. */
export function TextAreaField({ label, hint, error, ...area }: TextAreaFieldProps) {
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
        <textarea
          rows={3}
          {...area}
          id={id}
          className={`${classes.input} ${classes.area}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
        />
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
