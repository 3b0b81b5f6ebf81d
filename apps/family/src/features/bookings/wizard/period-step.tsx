import { Button, buttonClass } from '@preau/ui/actions/button';
import { EmptyState } from '@preau/ui/feedback/states';
import { Tag } from '@preau/ui/feedback/tag';
import { RadioCard } from '@preau/ui/forms/radio-card';
import { ArrowRight, CalendarClock, CalendarOff, CalendarX, Megaphone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { ContactCard } from '../../../shared/contact-card.tsx';
import { type Organisation, usePaths } from '../../../shared/organisation.ts';
import { periodKey } from '../../../shared/period-key.ts';
import { type BookingPeriod, useBookingPeriods } from './booking-periods.queries.ts';
import { periodsOfChild, placesWords, rangeWords, stateWords } from './period-words.ts';
import { type Child, findPeriod, useBookingPlace } from './use-booking-place.ts';
import { OnItsWay, WizardPage } from './wizard-page.tsx';
import classes from './wizard.module.css';

/** « Sélectionnez la période d’inscription », then « Continuer ». */
export function PeriodStep({ organisation }: { readonly organisation: Organisation }) {
  const paths = usePaths();
  const { children, child, place } = useBookingPlace();
  const periods = useBookingPeriods();
  if (children.length > 0 && !child) return <Navigate to={paths.bookingStep('enfant')} replace />;
  return (
    <WizardPage
      step="periode"
      place={place}
      title="Quelle période réservez-vous ?"
      chosen={child?.firstName}
    >
      {child && periods.data ? (
        <Periods periods={periods.data.items} child={child} organisation={organisation} />
      ) : (
        <OnItsWay read={periods} failed="Les périodes n’ont pas pu être chargées" />
      )}
    </WizardPage>
  );
}

type PeriodsProps = {
  readonly periods: readonly BookingPeriod[];
  readonly child: Child;
  readonly organisation: Organisation;
};

function Periods({ periods, child, organisation }: PeriodsProps) {
  const { place, choosePeriod } = useBookingPlace();
  const { open, others } = periodsOfChild(periods, child.id);
  // The address follows a moment later: what one has just chosen answers at once.
  const [wanted, setWanted] = useState(place.period);
  const chosen = findPeriod(open, { child: child.id, ...(wanted ? { period: wanted } : {}) });
  const choose = (period: BookingPeriod) => {
    setWanted(periodKey(period));
    choosePeriod(period);
  };
  return (
    <>
      {open.length > 0 ? (
        <fieldset className={classes.cards}>
          <legend className={classes.legend}>Périodes ouvertes</legend>
          {open.map((period) => (
            <RadioCard
              key={periodKey(period)}
              name="periode"
              value={periodKey(period)}
              checked={period === chosen}
              title={period.label}
              detail={<PeriodDetail period={period} organisation={organisation} />}
              onChoose={() => choose(period)}
            />
          ))}
        </fieldset>
      ) : (
        <NothingOpen child={child} others={others} organisation={organisation} />
      )}
      {others.length > 0 ? <OtherPeriods periods={others} organisation={organisation} /> : null}
      {open.length > 0 ? <Continue chosen={chosen} /> : null}
    </>
  );
}

type PeriodDetailProps = {
  readonly period: BookingPeriod;
  readonly organisation: Organisation;
};

function PeriodDetail({ period, organisation }: PeriodDetailProps) {
  const { timeZone, contact } = organisation;
  const places = placesWords(period);
  const service = [period.activity.label, period.facility].filter(
    (part) => part !== '' && part !== period.label,
  );
  return (
    <span className={classes.detail}>
      <span>{rangeWords(period)}</span>
      <span>{service.join(' · ')}</span>
      {places === null ? null : <span>{places}</span>}
      <span className={classes.when}>{stateWords(period, timeZone, contact.name)}</span>
    </span>
  );
}

type NothingOpenProps = {
  readonly child: Child;
  readonly others: readonly BookingPeriod[];
  readonly organisation: Organisation;
};

/** Nothing can be booked: whether it will be, whom to ask, where it is announced. */
function NothingOpen({ child, others, organisation }: NothingOpenProps) {
  const paths = usePaths();
  const known = others.length > 0;
  return (
    <EmptyState
      icon={<CalendarOff size={28} />}
      title={
        known
          ? `Aucune période n’est ouverte pour ${child.firstName}`
          : `${child.firstName} n’est inscrit(e) à aucune activité`
      }
      action={
        known ? (
          <Link className={buttonClass('secondary')} to={paths.root}>
            Lire les actualités
          </Link>
        ) : (
          <Link className={buttonClass('secondary')} to={paths.enrolments}>
            Voir mes inscriptions
          </Link>
        )
      }
    >
      <p>
        {known
          ? 'Les ouvertures à venir sont ci-dessous ; les dates sont annoncées dans les actualités.'
          : 'Son inscription doit être validée avant de réserver.'}
      </p>
      <div className={classes.contact}>
        <ContactCard organisation={organisation} />
      </div>
    </EmptyState>
  );
}

const marks: Readonly<Record<Exclude<BookingPeriod['state'], 'open'>, [string, ReactNode]>> = {
  notYet: ['À venir', <CalendarClock key="icon" size={16} />],
  notAnnounced: ['À annoncer', <Megaphone key="icon" size={16} />],
  closed: ['Fermée', <CalendarX key="icon" size={16} />],
};

type OtherPeriodsProps = {
  readonly periods: readonly BookingPeriod[];
  readonly organisation: Organisation;
};

/** Periods that cannot be chosen, each with the reason. */
function OtherPeriods({ periods, organisation }: OtherPeriodsProps) {
  const closed = periods.some(({ state }) => state === 'closed');
  return (
    <section className={classes.others} aria-labelledby="autres-periodes">
      <h2 id="autres-periodes">Autres périodes</h2>
      <ul className={classes.cards}>
        {periods.map((period) => {
          const [word, icon] = period.state === 'open' ? ['', null] : marks[period.state];
          return (
            <li key={`${periodKey(period)}-${period.opensAt}`} className={classes.other}>
              <span className={classes.otherHead}>
                <strong>{period.label}</strong>
                <Tag icon={icon}>{word}</Tag>
              </span>
              <PeriodDetail period={period} organisation={organisation} />
            </li>
          );
        })}
      </ul>
      {closed ? (
        <div className={classes.contact}>
          <ContactCard organisation={organisation} />
        </div>
      ) : null}
    </section>
  );
}

function Continue({ chosen }: { readonly chosen: BookingPeriod | undefined }) {
  const paths = usePaths();
  const navigate = useNavigate();
  const { place } = useBookingPlace();
  return (
    <div className={classes.foot}>
      <p id="pourquoi-continuer" className={classes.soft}>
        {chosen ? `${chosen.label} : choisissez ensuite les jours.` : 'Choisissez une période.'}
      </p>
      <Button
        icon={<ArrowRight size={20} aria-hidden="true" />}
        aria-disabled={chosen === undefined}
        aria-describedby="pourquoi-continuer"
        onClick={() => {
          if (!chosen) return;
          void navigate(paths.bookingStep('planning', { ...place, period: periodKey(chosen) }));
        }}
      >
        Continuer
      </Button>
    </div>
  );
}
