import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState, ErrorState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { Users } from 'lucide-react';
import { ContactCard } from '../../shared/contact-card.tsx';
import { NewBookingLink } from '../../shared/new-booking-link.tsx';
import { type Organisation, useOrganisation } from '../../shared/organisation.ts';
import { ofName } from '../../shared/of-name.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { Announcements } from './announcements.tsx';
import { CartBar } from './cart-bar.tsx';
import { CartColumn } from './cart-column.tsx';
import classes from './planning.module.css';
import { ElsewhereNotice } from './elsewhere.tsx';
import { LatePart } from './late-part.tsx';
import { OverdueNotice } from './overdue-notice.tsx';
import { PlanningSheets } from './planning-sheets.tsx';
import { useChild } from './use-child.ts';
import { useGestures } from './use-gestures.ts';
import { useOnRequest } from './use-on-request.ts';
import { useOnline } from './use-online.ts';
import { usePreparedCart } from './use-prepared-cart.ts';
import { useServiceFilter } from './use-service-filter.tsx';
import { useTaps } from './use-taps.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { useView } from './use-view.ts';
import { WeekView } from './week-view.tsx';

const loadMonth = () => import('./month/month-view.tsx');
const loadPeriod = () => import('./period/period-view.tsx');
const loadSaveBar = () => import('./save-bar.tsx');
const loadWindows = () => import('../../shared/booking-windows.tsx');
const loadOffers = () => import('./offers/offer-notices.tsx');

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
  const onRequest = useOnRequest();
  useUndoKeys(useGestures());
  usePreparedCart();
  const whose = view === 'week' && child ? ofName(child.firstName) : 'de la famille';

  return (
    <div className={classes.page} data-view={view}>
      <PageTitle hidden>{`Planning ${whose}`}</PageTitle>
      <Announcements />
      <div className={classes.top}>
        {online ? null : (
          <div className={classes.notice}>
            <Notice tone="warning" announced>
              Vous êtes hors ligne. Vos choix sont gardés et partiront au retour du réseau.
            </Notice>
          </div>
        )}
        {organisation.bookingFlow === 'wizard' ? (
          <div className={classes.notice}>
            <NewBookingLink organisation={organisation} />
          </div>
        ) : null}
        <ElsewhereNotice />
        <OverdueNotice />
        <LatePart load={loadOffers} failed={() => null}>
          {({ OfferNotices }) => <OfferNotices organisation={organisation} />}
        </LatePart>
        <div className={classes.windows}>
          <LatePart load={loadWindows} failed={() => null}>
            {({ BookingWindows }) => <BookingWindows organisation={organisation} most={1} />}
          </LatePart>
        </div>
      </div>
      <div className={classes.board}>
        {view === 'week' ? (
          <WeekView organisation={organisation} filter={filter} taps={taps} />
        ) : view === 'month' ? (
          <LatePart key="month" load={loadMonth} waiting={<PageSkeleton />} failed={notLoaded}>
            {({ MonthView }) => (
              <MonthView organisation={organisation} filter={filter} taps={taps} />
            )}
          </LatePart>
        ) : (
          <LatePart key="period" load={loadPeriod} waiting={<PageSkeleton />} failed={notLoaded}>
            {({ PeriodView }) => <PeriodView organisation={organisation} filter={filter} />}
          </LatePart>
        )}
        <CartColumn timeZone={organisation.timeZone} onRequest={onRequest} />
      </div>
      {onRequest ? (
        <LatePart load={loadSaveBar} failed={cartInstead}>
          {({ SaveBar }) => <SaveBar />}
        </LatePart>
      ) : (
        <CartBar />
      )}
      <PlanningSheets taps={taps} organisation={organisation} />
    </div>
  );
}

/** Without the bar that saves, what is chosen is still sent from the cart. */
const cartInstead = () => <CartBar />;

const notLoaded = (retry: () => void) => (
  <ErrorState title="Cette vue n’a pas pu être chargée" onRetry={retry}>
    Vérifiez le réseau : ce que vous avez choisi est gardé.
  </ErrorState>
);

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
