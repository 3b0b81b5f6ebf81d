import type { ReactNode } from 'react';
import classes from './bottom-bar.module.css';

type BottomBarProps = {
  readonly label: string;
  /** Small action before the summary, e.g. undo. */
  readonly leading?: ReactNode;
  readonly title: ReactNode;
  readonly detail: ReactNode;
  /** The action the bar leads to. */
  readonly action: ReactNode;
};

/** What is pending and what comes next, in one line; the page says where it sticks. */
export function BottomBar({ label, leading, title, detail, action }: BottomBarProps) {
  return (
    <section className={classes.bar} aria-label={label}>
      {leading}
      <div className={classes.summary}>
        <p className={classes.title}>{title}</p>
        <p className={classes.detail}>{detail}</p>
      </div>
      {action}
    </section>
  );
}
