import type { ReactNode } from 'react';
import classes from './tag.module.css';

export type TagTone = 'plain' | 'brand' | 'warning' | 'danger';

type TagProps = {
  readonly tone?: TagTone;
  /** Decorative: the words say the same. */
  readonly icon: ReactNode;
  readonly children: ReactNode;
};

/** A state or a warning in a few words, with an icon: never colour alone. */
export function Tag({ tone = 'plain', icon, children }: TagProps) {
  return (
    <span className={classes.tag} data-tone={tone}>
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <span>{children}</span>
    </span>
  );
}
