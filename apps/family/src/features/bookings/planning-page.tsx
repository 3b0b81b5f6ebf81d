import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { Users } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { ContactCard } from '../../shared/contact-card.tsx';
import { type Organisation, useOrganisation } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { Announcements } from './announcements.tsx';
import { CartBar } from './cart-bar.tsx';
import { CartColumn } from './cart-column.tsx';
import classes from './planning.module.css';
import { ElsewhereNotice } from './elsewhere.tsx';
import { OverdueNotice } from './overdue-notice.tsx';
import { PlanningSheets } from './planning-sheets.tsx';
import { useChild } from './use-child.ts';
import { useGestures } from './use-gestures.ts';
import { useOnline } from './use-online.ts';
import { useServiceFilter } from './use-service-filter.tsx';
import { useTaps } from './use-taps.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { useView } from './use-view.ts';
import { WeekView } from './week-view.tsx';

const MonthView = lazy(async () => ({
  default: (await import('./month/month-view.tsx')).MonthView,
}));

const PeriodView = lazy(async () => ({
  default: (await import('./period/period-view.tsx')).PeriodView,
}));
const OfferNotices = lazy(async () => ({
  default: (await import('./offers/offer-notices.tsx')).OfferNotices,
}));

/** The page a parent opens most: what is booked, what can be, and the cart beside it. */
export function PlanningPage() {
  const { data: organisation } = useOrganisation();
  const { children } = useChild();
  if (!organisation) return null;
  if (children.length === 0) return <NoChildren organisation={organisation} />;
  return <PlanningOf organisation={organisation} />;
}

function PlanningOf({ organisation }: { readonly organisation: Organisation }) {
  const view = useView();
  const online = useOnline();
  const taps = useTaps();
  const filter = useServiceFilter();
  const { child } = useChild();
  useUndoKeys(useGestures());
  const whose = view === 'week' && child ? child.firstName : 'la famille';

  return (
    <div className={classes.page} data-view={view}>
      <PageTitle hidden>{`Planning de ${whose}`}</PageTitle>
      <Announcements />
      {online ? null : (
        <div className={classes.notice}>
          <Notice tone="warning" announced>
            Vous êtes hors ligne. Vos choix sont gardés et partiront au retour du réseau.
          </Notice>
        </div>
      )}
      <ElsewhereNotice />
      <OverdueNotice />
      <Suspense fallback={null}>
        <OfferNotices organisation={organisation} />
      </Suspense>
      <div className={classes.board}>
        <Suspense fallback={<PageSkeleton />}>
          {view === 'week' ? (
            <WeekView organisation={organisation} filter={filter} taps={taps} />
          ) : view === 'period' ? (
            <PeriodView organisation={organisation} filter={filter} />
          ) : (
            <MonthView organisation={organisation} filter={filter} taps={taps} />
          )}
        </Suspense>
        <CartColumn />
      </div>
      <CartBar />
      <PlanningSheets taps={taps} organisation={organisation} />
    </div>
  );
}

function NoChildren({ organisation }: { readonly organisation: Organisation }) {
  return (
    <>
      <PageTitle>Planning</PageTitle>
      <EmptyState icon={<Users size={28} />} title="Aucun enfant n’est rattaché à votre compte">
        <p>Le service doit d’abord valider votre dossier. Contactez-le pour savoir où il en est.</p>
        <div className={classes.emptyContact}>
          <ContactCard organisation={organisation} />
        </div>
      </EmptyState>
    </>
  );
}
