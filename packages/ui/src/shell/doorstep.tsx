import type { ReactNode } from 'react';
import { BrandMark } from '../navigation/brand-mark.tsx';
import classes from './doorstep.module.css';

type DoorstepProps = {
  readonly portal: string;
  readonly organisation: string;
  readonly children: ReactNode;
  /** Whom to reach when one cannot come in. */
  readonly help?: ReactNode;
  /** What the law asks for on every page. */
  readonly legal?: ReactNode;
};

/** Pages before signing in: one card in the middle, whom to contact under it. */
export function Doorstep({ portal, organisation, children, help, legal }: DoorstepProps) {
  return (
    <div className={classes.doorstep}>
      <header className={classes.header}>
        <BrandMark portal={portal} organisation={organisation} />
      </header>
      <main id="contenu" tabIndex={-1} className={classes.card}>
        {children}
      </main>
      {help ? (
        <footer className={classes.footer}>
          <h2>Besoin d’aide ?</h2>
          {help}
          {legal}
        </footer>
      ) : null}
    </div>
  );
}
