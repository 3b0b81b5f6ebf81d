import { Notice } from '@preau/ui/feedback/notice';
import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import type { ReactNode } from 'react';
import type { BookingPlace, BookingStep } from '../../../shared/paths.ts';
import { PageTitle } from '../../../shared/page-title.tsx';
import { problemMessage } from '../../../shared/problem-messages.ts';
import { Announcements } from '../announcements.tsx';
import { useOnline } from '../use-online.ts';
import { Stepper } from './stepper.tsx';
import classes from './wizard.module.css';

type WizardPageProps = {
  readonly step: BookingStep;
  readonly place: BookingPlace;
  readonly title: string;
  /** What was chosen in the steps before: `Léa · Vacances de Noël`. */
  readonly chosen?: string | undefined;
  readonly children: ReactNode;
};

/** One step of a new booking: where one is, what was chosen, and that there is no network. */
export function WizardPage({ step, place, title, chosen, children }: WizardPageProps) {
  const online = useOnline();
  return (
    <div className={classes.page}>
      <Announcements />
      <Stepper current={step} place={place} />
      <div className={classes.head}>
        <PageTitle>{title}</PageTitle>
        {chosen ? <p className={classes.chosen}>{chosen}</p> : null}
      </div>
      {online ? null : (
        <Notice tone="warning" announced>
          Vous êtes hors ligne. Vos choix sont gardés et partiront au retour du réseau.
        </Notice>
      )}
      {children}
    </div>
  );
}

type Read = {
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
};

/** The place of what is being read, or could not be. */
export function OnItsWay({ read, failed }: { readonly read: Read; readonly failed: string }) {
  if (read.error) {
    return (
      <ErrorState title={failed} onRetry={() => void read.refetch()} retrying={read.isFetching}>
        {problemMessage(read.error)}
      </ErrorState>
    );
  }
  return (
    <div className={classes.cards} aria-busy="true">
      <VisuallyHidden>Chargement…</VisuallyHidden>
      <Skeleton height="5.5rem" />
      <Skeleton height="5.5rem" />
      <Skeleton height="5.5rem" />
    </div>
  );
}
