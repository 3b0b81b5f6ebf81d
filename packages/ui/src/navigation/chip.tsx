import type { ReactNode } from 'react';
import classes from './chip.module.css';

type ChipProps = {
  readonly pressed: boolean;
  readonly onPress: () => void;
  /** Letter in the round, or an icon. */
  readonly badge?: ReactNode;
  /** Which of the fixed badge colours, counted from 0. */
  readonly hue?: number;
  readonly label?: string;
  readonly children?: ReactNode;
};

/** One choice among a few, as a toggle: a child, a filter. */
export function Chip({ pressed, onPress, badge, hue = 0, label, children }: ChipProps) {
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={pressed}
      aria-label={label}
      onClick={onPress}
    >
      {badge ? (
        <span className={classes.badge} data-hue={hue % 4} aria-hidden="true">
          {badge}
        </span>
      ) : null}
      {children ? <span className={classes.text}>{children}</span> : null}
    </button>
  );
}
