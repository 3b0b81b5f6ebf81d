import { RotateCw, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../actions/button.tsx';
import classes from './states.module.css';

type EmptyStateProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** Nothing to show: what it means and what can be done. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      <span className={classes.badge} aria-hidden="true">
        {icon}
      </span>
      <p className={classes.title}>{title}</p>
      {children ? <div className={classes.text}>{children}</div> : null}
      {action}
    </div>
  );
}

type ErrorStateProps = {
  readonly title: string;
  readonly children?: ReactNode;
  readonly onRetry?: () => void;
  readonly retrying?: boolean;
};

/** What could not be shown, why as far as it is known, and the way to try again. */
export function ErrorState({ title, children, onRetry, retrying = false }: ErrorStateProps) {
  return (
    <div className={classes.state} role="alert">
      <span className={`${classes.badge} ${classes.failed}`} aria-hidden="true">
        <WifiOff size={28} />
      </span>
      <p className={classes.title}>{title}</p>
      {children ? <div className={classes.text}>{children}</div> : null}
      {onRetry ? (
        <Button
          variant="secondary"
          busy={retrying}
          icon={<RotateCw size={20} aria-hidden="true" />}
          onClick={onRetry}
        >
          Réessayer
        </Button>
      ) : null}
    </div>
  );
}

type SkeletonProps = { readonly width?: string; readonly height?: string };

/** The place of something that is coming. Decorative: the page says « Chargement… » once. */
export function Skeleton({ width = '100%', height = '1rem' }: SkeletonProps) {
  return <span className={classes.skeleton} style={{ width, height }} aria-hidden="true" />;
}
