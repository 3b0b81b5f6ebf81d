import { buttonClass } from '@preau/ui/actions/button';
import { LiveRegion } from '@preau/ui/feedback/live-region';
import { EmptyState } from '@preau/ui/feedback/states';
import { Chip } from '@preau/ui/navigation/chip';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { ArrowLeft, Inbox } from 'lucide-react';
import { Link } from 'react-router';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { useOrganisation, usePaths } from '../../shared/organisation.ts';
import { MoreRequests } from '../../shared/inbox/more-requests.tsx';
import { RequestsHead } from '../../shared/inbox/requests-head.tsx';
import { DocumentPanel } from './document-panel.tsx';
import { type InboxState, inboxStates, useInbox } from './documents.queries.ts';
import { InboxList } from './inbox-list.tsx';
import classes from '../../shared/inbox/inbox.module.css';
import { ShortcutsChoice } from '../../shared/inbox/shortcuts-choice.tsx';
import { useInboxPlace } from './use-inbox-place.ts';
import { useReading } from './use-reading.ts';

const tabs: Readonly<Record<InboxState, string>> = {
  sent: 'À traiter',
  accepted: 'Acceptées',
  refused: 'Refusées',
};

const nothing: Readonly<Record<InboxState, string>> = {
  sent: 'Aucune demande à traiter',
  accepted: 'Aucune demande acceptée',
  refused: 'Aucune demande refusée',
};

/** « Demandes »: documents families have sent, one after the other. */
export function InboxPage() {
  const place = useInboxPlace();
  const inbox = useInbox(place.state);
  const waiting = inbox.data?.pages[0]?.waiting;
  return (
    <>
      <RequestsHead current="documents" />
      <fieldset className={classes.tabs} aria-label="Documents affichés">
        {inboxStates.map((state) => (
          <Chip key={state} pressed={state === place.state} onPress={() => place.showState(state)}>
            {tabs[state]}
            {state === 'sent' && waiting ? ` (${waiting})` : ''}
          </Chip>
        ))}
      </fieldset>
      {inbox.data ? (
        <LoadedInbox key={place.state} inbox={inbox} place={place} />
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

type LoadedInboxProps = {
  readonly inbox: ReturnType<typeof useInbox>;
  readonly place: ReturnType<typeof useInboxPlace>;
};

function LoadedInbox({ inbox, place }: LoadedInboxProps) {
  const { data: organisation } = useOrganisation();
  const reading = useReading(inbox, place);
  const { documents, shown, said } = reading;
  const { documentRequests: root } = usePaths();
  if (documents.length === 0 && !shown) {
    return (
      <>
        <EmptyState icon={<Inbox size={28} />} title={nothing[place.state]}>
          {place.state === 'sent' ? 'Tout est traité : les nouvelles arrivent ici.' : null}
        </EmptyState>
        <LiveRegion message={said} />
      </>
    );
  }
  return (
    <div className={classes.columns} data-reading={place.selected !== null || undefined}>
      <div className={classes.list}>
        <InboxList
          documents={documents}
          shownId={shown?.id}
          addressOf={(id) => `${root}${place.queryOf(id)}`}
        />
        <MoreRequests inbox={inbox} />
        <ShortcutsChoice on={reading.shortcuts.on} onChange={reading.shortcuts.change} />
      </div>
      <div className={classes.reading}>
        <Link
          className={`${buttonClass('quiet')} ${classes.back}`}
          to={`${root}${place.queryOf(null)}`}
        >
          <ArrowLeft size={20} aria-hidden="true" />
          Toutes les demandes
        </Link>
        {shown && organisation ? (
          <DocumentPanel
            key={shown.id}
            document={shown}
            timeZone={organisation.timeZone}
            decisions={reading.decisions}
            heading={reading.heading}
          />
        ) : null}
      </div>
      <LiveRegion message={said} />
    </div>
  );
}
