import classes from './demo-banner.module.css';

/** Nobody may take a demonstration for the real thing. */
export function DemoBanner() {
  return (
    <aside className={classes.demo} aria-label="Démonstration">
      <strong>Démonstration</strong> : personnes et prix sont inventés.
    </aside>
  );
}
