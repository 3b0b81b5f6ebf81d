import classes from './child-badge.module.css';

type ChildBadgeProps = {
  readonly firstName: string;
  /** Which of the fixed colours, counted from 0 in the order of the household. */
  readonly hue: number;
};

/** The initial of a child in a round; the name stands beside it. */
export function ChildBadge({ firstName, hue }: ChildBadgeProps) {
  return (
    <span className={classes.badge} data-hue={hue % 4} aria-hidden="true">
      {firstName.charAt(0)}
    </span>
  );
}
