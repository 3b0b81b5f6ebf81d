import classes from './count-badge.module.css';

/** A counter on an icon; zero shows nothing. Its meaning is said by the link that bears it. */
export function CountBadge({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className={classes.badge} aria-hidden="true">
      {count > 99 ? '99+' : count}
    </span>
  );
}
