import { buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState } from '@preau/ui/feedback/states';
import { Chip } from '@preau/ui/navigation/chip';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { ArrowLeft, Inbox } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import inboxClasses from '../../../shared/inbox/inbox.module.css';
import { GoneNotice } from '../../../shared/inbox/gone-notice.tsx';
import { MoreRequests } from '../../../shared/inbox/more-requests.tsx';
import { RequestsHead } from '../../../shared/inbox/requests-head.tsx';
import { ShortcutsChoice } from '../../../shared/inbox/shortcuts-choice.tsx';
import { UndoNotice } from '../../../shared/inbox/undo-notice.tsx';
import { LoadFailure } from '../../../shared/load-failure.tsx';
import { useOrganisation } from '../../../shared/organisation.ts';
import classes from '../requests.module.css';
import { EnrolmentList } from './enrolment-list.tsx';
import { EnrolmentPanel } from './enrolment-panel.tsx';
import {
  enrolmentRequestStates,
  type EnrolmentsShown,
  useEnrolmentRequests,
} from './enrolments.queries.ts';
import { type EnrolmentReading, useEnrolmentReading } from './use-enrolment-reading.ts';

const chips: Readonly<Record<EnrolmentsShown, string>> = {
  pending: 'À répondre',
  answered: 'Répondues',
};

const nothing: Readonly<Record<EnrolmentsShown, string>> = {
  pending: 'Aucune inscription à traiter',
  answered: 'Aucune inscription n’a encore reçu de réponse',
};

/** Word of the address for what was answered. */
const answeredWord = 'repondues';

/** « Demandes », inscriptions: what parents ask for a school year, answered one by one. */
export function EnrolmentRequestsPage() {
  const [search, setSearch] = useSearchParams();
  const state = search.get('etat') === answeredWord ? 'answered' : 'pending';
  const inbox = useEnrolmentRequests(state);
  const pending = inbox.data?.pages[0]?.counts.pending;
  return (
    <>
      <RequestsHead current="enrolments" />
      <fieldset className={inboxClasses.tabs} aria-label="Demandes affichées">
        {enrolmentRequestStates.map((one) => (
          <Chip
            key={one}
            pressed={one === state}
            onPress={() =>
              setSearch(one === 'answered' ? { etat: answeredWord } : {}, { replace: true })
            }
          >
            {chips[one]}
            {one === 'pending' && pending ? ` (${pending})` : ''}
          </Chip>
        ))}
      </fieldset>
      {inbox.data ? (
        <LoadedEnrolments key={state} inbox={inbox} state={state} />
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

type LoadedProps = {
  readonly inbox: ReturnType<typeof useEnrolmentRequests>;
  readonly state: EnrolmentsShown;
};

function LoadedEnrolments({ inbox, state }: LoadedProps) {
  const { data: organisation } = useOrganisation();
  const reading = useEnrolmentReading(inbox);
  const { requests, shown } = reading;
  if (!organisation) return <PageSkeleton />;
  return (
    <>
      <Notices answering={reading.answering} />
      {requests.length === 0 && !reading.isGone ? (
        <EmptyState icon={<Inbox size={28} />} title={nothing[state]} />
      ) : (
        <div className={inboxClasses.columns} data-reading={reading.isReading || undefined}>
          <div className={inboxClasses.list}>
            <EnrolmentList
              requests={requests}
              shownId={shown?.id}
              addressOf={(id) => addressOf(state, id)}
              timeZone={organisation.timeZone}
            />
            <MoreRequests inbox={inbox} />
            {state === 'pending' ? (
              <ShortcutsChoice on={reading.shortcuts.on} onChange={reading.shortcuts.change} />
            ) : null}
          </div>
          <div className={inboxClasses.reading}>
            <Link
              className={`${buttonClass('quiet')} ${inboxClasses.back}`}
              to={addressOf(state, null)}
            >
              <ArrowLeft size={20} aria-hidden="true" />
              Toutes les demandes
            </Link>
            {shown ? (
              <EnrolmentPanel
                key={shown.id}
                request={shown}
                organisation={organisation}
                reading={reading}
              />
            ) : null}
            {reading.isGone ? <GoneNotice onNext={reading.toNext} /> : null}
          </div>
        </div>
      )}
    </>
  );
}

function addressOf(state: EnrolmentsShown, id: string | null): string {
  const query = new URLSearchParams();
  if (state === 'answered') query.set('etat', answeredWord);
  if (id !== null) query.set('demande', id);
  return `?${query}`;
}

function Notices({ answering }: { readonly answering: EnrolmentReading['answering'] }) {
  const { given, said, undo, undoing } = answering;
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
      {said ? <Notice announced>{said}</Notice> : null}
    </div>
  );
}
