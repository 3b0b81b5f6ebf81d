import { localDayOf } from '@preau/domain/time/instant';
import { day } from '@preau/domain/time/day';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState } from '@preau/ui/feedback/states';
import { CalendarOff } from 'lucide-react';
import { Link, Navigate } from 'react-router';
import { deviceNow } from '../../../shared/clock.ts';
import { ContactCard } from '../../../shared/contact-card.tsx';
import { type Organisation, usePaths } from '../../../shared/organisation.ts';
import { ElsewhereNotice } from '../elsewhere.tsx';
import { OverdueNotice } from '../overdue-notice.tsx';
import { PlanningSheets } from '../planning-sheets.tsx';
import { useDraft } from '../use-draft.ts';
import { useGestures } from '../use-gestures.ts';
import { usePreparedCart } from '../use-prepared-cart.ts';
import { useTaps } from '../use-taps.ts';
import { useUndoKeys } from '../use-undo-keys.ts';
import { type BookingPeriod, useBookingPeriods } from './booking-periods.queries.ts';
import { LackingNotice } from './lacking-notice.tsx';
import { LimitNotice } from './limit-notice.tsx';
import { PeriodWeeks } from './period-weeks.tsx';
import { weeksOf } from './period-weeks.ts';
import { stateWords } from './period-words.ts';
import { type Child, findPeriod, useBookingPlace } from './use-booking-place.ts';
import { usePeriodPlannings } from './use-period-plannings.ts';
import { WholeUnits } from './whole-units.tsx';
import { OnItsWay, WizardPage } from './wizard-page.tsx';
import { WizardBar } from './wizard-bar.tsx';
import classes from './wizard.module.css';

/** « Sélectionnez dans le planning les périodes souhaitées », then « Valider le planning ». */
export function PlanningStep({ organisation }: { readonly organisation: Organisation }) {
  const paths = usePaths();
  const { children, child, place } = useBookingPlace();
  const periods = useBookingPeriods();
  if (children.length > 0 && !child) return <Navigate to={paths.bookingStep('enfant')} replace />;
  const period = findPeriod(periods.data?.items ?? [], place);
  if (periods.data && !period) return <Navigate to={paths.bookingStep('periode', place)} replace />;
  return (
    <WizardPage
      step="planning"
      place={place}
      title="Cochez les jours"
      chosen={child && period ? [child.firstName, period.label].join(' · ') : undefined}
    >
      {child && period ? (
        <Ticking child={child} period={period} organisation={organisation} />
      ) : (
        <OnItsWay read={periods} failed="La période n’a pas pu être chargée" />
      )}
    </WizardPage>
  );
}

type TickingProps = {
  readonly child: Child;
  readonly period: BookingPeriod;
  readonly organisation: Organisation;
};

function Ticking({ child, period, organisation }: TickingProps) {
  const { draft } = useDraft();
  const taps = useTaps();
  useUndoKeys(useGestures());
  usePreparedCart();
  const today = localDayOf(deviceNow(), organisation.timeZone);
  const range = { from: day(period.from), until: day(period.until) };
  const plannings = usePeriodPlannings(period, today);
  // A week that is over is not shown any more; in the present one, the days behind are.
  const from = range.from > today ? range.from : today;
  const asked = { ...range, from, childId: child.id, activity: period.activity.code };
  const weeks = weeksOf(plannings.data, asked, draft);
  return (
    <>
      {period.state === 'open' ? null : (
        <Notice tone="warning" announced>
          {stateWords(period, organisation.timeZone, organisation.contact.name)}.
        </Notice>
      )}
      <ElsewhereNotice />
      <OverdueNotice />
      <LackingNotice childId={child.id} organisation={organisation} />
      {plannings.read.map(({ data, dataUpdatedAt }) =>
        data ? (
          <LimitNotice
            key={data.days[0]?.on}
            planning={data}
            receivedAt={dataUpdatedAt}
            childId={child.id}
          />
        ) : null,
      )}
      {weeks.length > 0 ? (
        <>
          <WholeUnits weeks={weeks} range={range} child={child} />
          <PeriodWeeks weeks={weeks} range={range} child={child} taps={taps} />
        </>
      ) : null}
      {plannings.waiting ? (
        <OnItsWay read={plannings.waiting} failed="Le planning n’a pas pu être chargé en entier" />
      ) : weeks.length === 0 ? (
        <NoDays organisation={organisation} />
      ) : null}
      <WizardBar />
      <PlanningSheets taps={taps} organisation={organisation} />
    </>
  );
}

function NoDays({ organisation }: { readonly organisation: Organisation }) {
  const paths = usePaths();
  const { place } = useBookingPlace();
  return (
    <EmptyState
      icon={<CalendarOff size={28} />}
      title="Aucun jour d’accueil dans cette période"
      action={<Link to={paths.bookingStep('periode', place)}>Choisir une autre période</Link>}
    >
      <div className={classes.contact}>
        <ContactCard organisation={organisation} />
      </div>
    </EmptyState>
  );
}
