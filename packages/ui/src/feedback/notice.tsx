import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

const icons = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  error: CircleAlert,
} as const;

type NoticeProps = {
  readonly tone?: NoticeTone;
  readonly title?: string;
  readonly children?: ReactNode;
  /** Buttons or links that answer the notice. */
  readonly actions?: ReactNode;
  /** Read aloud when it appears: at once for an error, when there is time for the rest. */
  readonly announced?: boolean;
};

/** A message in the page: an icon and words, never colour alone. */
export function Notice({
  tone = 'info',
  title,
  children,
  actions,
  announced = false,
}: NoticeProps) {
  const Icon = icons[tone];
  const role = tone === 'error' ? 'alert' : 'status';
  return (
    <div className={`${classes.notice} ${classes[tone]}`} role={announced ? role : undefined}>
      <Icon size={22} aria-hidden="true" />
      <div className={classes.body}>
        {title ? <p className={classes.title}>{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}
