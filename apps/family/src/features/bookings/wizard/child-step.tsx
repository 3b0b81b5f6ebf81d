import { EmptyState } from '@preau/ui/feedback/states';
import { ChildBadge } from '@preau/ui/planning/child-badge';
import { ChevronRight, Users } from 'lucide-react';
import { Link } from 'react-router';
import { ContactCard } from '../../../shared/contact-card.tsx';
import { type Organisation, usePaths } from '../../../shared/organisation.ts';
import { type BookingPeriod, useBookingPeriods } from './booking-periods.queries.ts';
import { childWords } from './period-words.ts';
import { ResumeNotice } from './resume-notice.tsx';
import { type Child, useBookingPlace } from './use-booking-place.ts';
import { OnItsWay, WizardPage } from './wizard-page.tsx';
import classes from './wizard.module.css';

/** « Sélectionnez l’enfant concerné », even where there is one: nobody books for the wrong child. */
export function ChildStep({ organisation }: { readonly organisation: Organisation }) {
  const { children, place } = useBookingPlace();
  const periods = useBookingPeriods();
  return (
    <WizardPage step="enfant" place={place} title="Pour quel enfant réservez-vous ?">
      <ResumeNotice />
      {children.length === 0 ? (
        <EmptyState icon={<Users size={28} />} title="Aucun enfant n’est rattaché à votre compte">
          <p>
            Le service doit d’abord valider votre dossier. Contactez-le pour savoir où il en est.
          </p>
          <div className={classes.contact}>
            <ContactCard organisation={organisation} />
          </div>
        </EmptyState>
      ) : periods.data ? (
        <ul className={classes.cards}>
          {children.map((child, index) => (
            <ChildCard
              key={child.id}
              child={child}
              hue={index}
              periods={periods.data.items}
              timeZone={organisation.timeZone}
            />
          ))}
        </ul>
      ) : (
        <OnItsWay read={periods} failed="Les périodes n’ont pas pu être chargées" />
      )}
    </WizardPage>
  );
}

type ChildCardProps = {
  readonly child: Child;
  readonly hue: number;
  readonly periods: readonly BookingPeriod[];
  readonly timeZone: string;
};

function ChildCard({ child, hue, periods, timeZone }: ChildCardProps) {
  const paths = usePaths();
  const { place } = useBookingPlace();
  // The period goes along where this child has it too: the same holidays for each in turn.
  const kept = place.period === undefined ? {} : { period: place.period };
  return (
    <li>
      <Link
        className={classes.childCard}
        to={paths.bookingStep('periode', { ...kept, child: child.id })}
      >
        <ChildBadge firstName={child.firstName} hue={hue} />
        <span className={classes.cardText}>
          <strong>
            {child.firstName}
            {child.schoolClass ? ` · ${child.schoolClass}` : ''}
          </strong>
          <span className={classes.soft}>{childWords(periods, child.id, timeZone)}</span>
        </span>
        <ChevronRight size={22} aria-hidden="true" />
      </Link>
    </li>
  );
}
