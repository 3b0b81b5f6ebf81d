import { buttonClass } from '@preau/ui/actions/button';
import { LiveRegion } from '@preau/ui/feedback/live-region';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState } from '@preau/ui/feedback/states';
import { SelectField } from '@preau/ui/forms/select-field';
import { Chip } from '@preau/ui/navigation/chip';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { ArrowLeft, Inbox } from 'lucide-react';
import { Link } from 'react-router';
import inboxClasses from '../../shared/inbox/inbox.module.css';
import { GoneNotice } from '../../shared/inbox/gone-notice.tsx';
import { MoreRequests } from '../../shared/inbox/more-requests.tsx';
import { RequestsHead } from '../../shared/inbox/requests-head.tsx';
import { ShortcutsChoice } from '../../shared/inbox/shortcuts-choice.tsx';
import { UndoNotice } from '../../shared/inbox/undo-notice.tsx';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { useOrganisation, usePaths } from '../../shared/organisation.ts';
import { FirstNotice } from './first-notice.tsx';
import { RequestList } from './request-list.tsx';
import { RequestPanel } from './request-panel.tsx';
import classes from './requests.module.css';
import { requestStates, type RequestsShown, useRequests } from './requests.queries.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useFacilities } from './use-facilities.ts';
import { useRequestReading } from './use-request-reading.ts';
import { type RequestsPlace, useRequestsPlace } from './use-requests-place.ts';

const chips: Readonly<Record<RequestsShown, string>> = {
  pending: 'À répondre',
  overdue: 'En retard',
  toPay: 'À payer',
  answered: 'Répondues',
};

const nothing: Readonly<Record<RequestsShown, string>> = {
  pending: 'Aucune demande à traiter',
  overdue: 'Aucune réponse en retard',
  toPay: 'Aucune réservation à payer',
  answered: 'Aucune réponse donnée',
};

/** « Demandes », réservations: each request by its term, answered day by day or many at once. */
export function BookingRequestsPage() {
  const place = useRequestsPlace();
  const inbox = useRequests(place.state, place.facility);
  const counts = inbox.data?.pages[0]?.counts;
  const counted: Partial<Record<RequestsShown, number | undefined>> = {
    pending: counts?.bookings,
    overdue: counts?.overdue,
  };
  return (
    <>
      <RequestsHead current="bookings" />
      <div className={classes.filters}>
        <fieldset className={inboxClasses.tabs} aria-label="Demandes affichées">
          {requestStates.map((state) => (
            <Chip
              key={state}
              pressed={state === place.state}
              onPress={() => place.showState(state)}
            >
              {chips[state]}
              {counted[state] ? ` (${counted[state]})` : ''}
            </Chip>
          ))}
        </fieldset>
        <FacilityFilter place={place} />
      </div>
      {inbox.data ? (
        <LoadedRequests
          key={`${place.state} ${place.facility ?? ''}`}
          inbox={inbox}
          place={place}
        />
      ) : inbox.error ? (
        <LoadFailure
          title="Les demandes n’ont pas pu être chargées"
          error={inbox.error}
          retry={() => void inbox.refetch()}
          retrying={inbox.isFetching}
        />
      ) : (
        <PageSkeleton />
      )}
    </>
  );
}

function FacilityFilter({ place }: { readonly place: RequestsPlace }) {
  const facilities = useFacilities(place.state);
  if (facilities.length < 2 && place.facility === null) return null;
  return (
    <SelectField
      label="Site"
      value={place.facility ?? ''}
      options={[
        { value: '', label: 'Tous les sites' },
        ...facilities.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChoose={(id) => place.showFacility(id === '' ? null : id)}
    />
  );
}

type LoadedProps = {
  readonly inbox: ReturnType<typeof useRequests>;
  readonly place: RequestsPlace;
};

function LoadedRequests({ inbox, place }: LoadedProps) {
  const { data: organisation } = useOrganisation();
  const reading = useRequestReading(inbox, place);
  const { requests, shown, answering, said } = reading;
  const { bookingRequests: root } = usePaths();
  const answers = place.state === 'pending' || place.state === 'overdue';
  if (!organisation) return <PageSkeleton />;
  return (
    <>
      <Notices answering={answering} timeZone={organisation.timeZone} />
      {requests.length === 0 && !reading.isGone && !reading.named.isLoading && !shown ? (
        <EmptyState icon={<Inbox size={28} />} title={nothing[place.state]}>
          {place.state === 'pending' ? 'Tout est traité : les nouvelles arrivent ici.' : null}
        </EmptyState>
      ) : (
        <div className={inboxClasses.columns} data-reading={place.selected !== null || undefined}>
          <div className={inboxClasses.list}>
            <RequestList
              requests={requests}
              shownId={shown?.id}
              addressOf={(id) => `${root}${place.queryTo(id)}`}
              timeZone={organisation.timeZone}
              {...(answers ? { chosen: reading.chosenIds, onChoose: reading.choose } : {})}
            />
            <MoreRequests inbox={inbox} />
            {answers ? (
              <ShortcutsChoice on={reading.shortcuts.on} onChange={reading.shortcuts.change} />
            ) : null}
          </div>
          <div className={inboxClasses.reading}>
            <Link
              className={`${buttonClass('quiet')} ${inboxClasses.back}`}
              to={`${root}${place.queryTo(null)}`}
            >
              <ArrowLeft size={20} aria-hidden="true" />
              Toutes les demandes
            </Link>
            {shown ? (
              <RequestPanel
                key={shown.id}
                request={shown}
                organisation={organisation}
                answering={answering}
                chosen={reading.days}
                onChoose={reading.chooseDay}
                refusing={reading.refusing}
                onRefusing={reading.setRefusing}
                heading={reading.heading}
              />
            ) : null}
            {shown === undefined ? <NamedRequest named={reading.named} /> : null}
            {reading.isGone ? <GoneNotice onNext={reading.toNext} /> : null}
          </div>
        </div>
      )}
      {reading.chosen.length > 0 ? <div className={classes.spacer} /> : null}
      <SelectionBar chosen={reading.chosen} answering={answering} onClear={reading.clearChosen} />
      <LiveRegion message={said} />
    </>
  );
}

/** While the request of the address is looked for, or where it could not be. */
function NamedRequest({
  named,
}: {
  readonly named: ReturnType<typeof useRequestReading>['named'];
}) {
  if (named.isLoading) return <PageSkeleton />;
  if (!named.error) return null;
  return (
    <LoadFailure
      title="La demande n’a pas pu être chargée"
      error={named.error}
      retry={() => void named.refetch()}
      retrying={named.isFetching}
    />
  );
}

type NoticesProps = {
  readonly answering: ReturnType<typeof useRequestReading>['answering'];
  readonly timeZone: string;
};

function Notices({ answering, timeZone }: NoticesProps) {
  const { given, takenBack, notDone, undo, undoing } = answering;
  return (
    <div className={classes.notices}>
      {given ? (
        <UndoNotice
          key={given.decisionId}
          given={given}
          busy={undoing.busy}
          error={undoing.error}
          onUndo={undo}
        />
      ) : null}
      {takenBack ? (
        <Notice announced title="Réponse annulée">
          {takenBack}
        </Notice>
      ) : null}
      <FirstNotice results={notDone} timeZone={timeZone} />
    </div>
  );
}
