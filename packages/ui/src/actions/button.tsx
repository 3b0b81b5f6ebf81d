import type { ButtonHTMLAttributes, ReactNode } from 'react';
import classes from './button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/** The look of a button, for links that lead somewhere and yet are the action of the page. */
export function buttonClass(variant: ButtonVariant = 'primary', wide = false): string {
  return [classes.button, classes[variant], wide ? classes.wide : ''].filter(Boolean).join(' ');
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly variant?: ButtonVariant;
  readonly icon?: ReactNode;
  /** Full width of its container. */
  readonly wide?: boolean;
  /** The action runs: the button keeps its place and its focus, and does nothing meanwhile. */
  readonly busy?: boolean;
};

/** A native button of at least 44 × 44 px; a verb inside. */
export function Button({
  variant = 'primary',
  icon,
  wide = false,
  busy = false,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      className={buttonClass(variant, wide)}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <span className={classes.spinner} aria-hidden="true" /> : icon}
      <span>{children}</span>
    </button>
  );
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** What it does, read aloud and shown on hover. */
  readonly label: string;
  readonly bordered?: boolean;
  readonly children: ReactNode;
};

/** A square button of one icon; its label is its name. */
export function IconButton({ label, bordered = false, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`${classes.iconButton} ${bordered ? classes.bordered : ''}`}
      aria-label={label}
      title={label}
    >
      {children}
    </button>
  );
}
