import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState, ErrorState } from '@preau/ui/feedback/states';
import { Chip } from '@preau/ui/navigation/chip';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { Inbox } from 'lucide-react';
import { Link } from 'react-router';
import { ContactCard } from '../../../shared/contact-card.tsx';
import { type Organisation, useOrganisation, usePaths } from '../../../shared/organisation.ts';
import { PageTitle } from '../../../shared/page-title.tsx';
import { problemMessage } from '../../../shared/problem-messages.ts';
import { ChildChips } from '../child-chips.tsx';
import { useChild } from '../use-child.ts';
import { RequestCard } from './request-card.tsx';
import { type OwnRequests, useOwnRequestPages } from './requests.queries.ts';
import classes from './requests.module.css';
import { type RequestFilter, useRequestFilter } from './use-request-filter.ts';

/** « Mes demandes de réservation »: what waits for the service, what is to be paid, what was answered. */
export function RequestsPage() {
  const { data: organisation } = useOrganisation();
  const pages = useOwnRequestPages();
  return (
    <div className={classes.page}>
      <PageTitle>Mes demandes de réservation</PageTitle>
      {pages.data && organisation ? (
        <Requests pages={pages} held={pages.data.pages} organisation={organisation} />
      ) : pages.error ? (
        <ErrorState
          title="Vos demandes n’ont pas pu être chargées"
          onRetry={() => void pages.refetch()}
          retrying={pages.isFetching}
        >
          {problemMessage(pages.error)}
        </ErrorState>
      ) : (
        <PageSkeleton />
      )}
    </div>
  );
}

type RequestsProps = {
  readonly pages: ReturnType<typeof useOwnRequestPages>;
  readonly held: readonly OwnRequests[];
  readonly organisation: Organisation;
};

function Requests({ pages, held, organisation }: RequestsProps) {
  const filter = useRequestFilter();
  const items = held.flatMap((page) => page.items);
  const counts = held[0]?.counts ?? { pending: 0, toPay: 0, refused: 0 };
  const shown = items.filter(filter.shows);
  if (items.length === 0) return <Nothing />;
  return (
    <>
      {counts.toPay > 0 ? <HowToPay count={counts.toPay} organisation={organisation} /> : null}
      <Filters filter={filter} counts={counts} />
      {shown.length > 0 ? (
        <ul className={classes.list}>
          {shown.map((request) => (
            <li key={`${request.kind}/${request.id}`}>
              <RequestCard request={request} organisation={organisation} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<Inbox size={28} />}
          title="Aucune demande de ce genre"
          action={<Button onClick={filter.clear}>Voir toutes les demandes</Button>}
        />
      )}
      {pages.isFetchNextPageError ? (
        <Notice tone="error" announced>
          {problemMessage(pages.error)}
        </Notice>
      ) : null}
      {pages.hasNextPage ? (
        <p>
          <Button
            variant="secondary"
            busy={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            Afficher les demandes plus anciennes
          </Button>
        </p>
      ) : null}
    </>
  );
}

type HowToPayProps = { readonly count: number; readonly organisation: Organisation };

/** Where a payment is awaited: to whom it is made. */
function HowToPay({ count, organisation }: HowToPayProps) {
  return (
    <Notice
      tone="warning"
      title={count > 1 ? `${count} demandes sont à payer` : 'Une demande est à payer'}
    >
      <p>
        Les places sont gardées jusqu’à la date indiquée. Pour payer, adressez-vous au service :
      </p>
      <ContactCard organisation={organisation} />
    </Notice>
  );
}

type FiltersProps = { readonly filter: RequestFilter; readonly counts: OwnRequests['counts'] };

/** Whose requests, and which. */
function Filters({ filter, counts }: FiltersProps) {
  const { children } = useChild();
  return (
    <div className={classes.filters}>
      {children.length > 1 ? (
        <ChildChips childList={children} shown={filter.childId} onShow={filter.showChild} />
      ) : null}
      <fieldset className={classes.states} aria-label="Demandes affichées">
        <Chip pressed={filter.status === null} onPress={() => filter.showStatus(null)}>
          Toutes
        </Chip>
        <StatusChip filter={filter} status="pending" words="En attente" count={counts.pending} />
        <StatusChip filter={filter} status="toPay" words="À payer" count={counts.toPay} />
        <StatusChip filter={filter} status="refused" words="Refusées" count={counts.refused} />
      </fieldset>
    </div>
  );
}

type StatusChipProps = {
  readonly filter: RequestFilter;
  readonly status: NonNullable<RequestFilter['status']>;
  readonly words: string;
  readonly count: number;
};

/** Nothing of a kind is not counted. */
function StatusChip({ filter, status, words, count }: StatusChipProps) {
  return (
    <Chip pressed={filter.status === status} onPress={() => filter.showStatus(status)}>
      {count > 0 ? `${words} (${count})` : words}
    </Chip>
  );
}

function Nothing() {
  const paths = usePaths();
  return (
    <EmptyState
      icon={<Inbox size={28} />}
      title="Aucune demande en cours"
      action={
        <Link className={buttonClass('primary')} to={paths.planning()}>
          Ouvrir le planning
        </Link>
      }
    >
      Les jours que le service doit accepter, et ses réponses, s’afficheront ici.
    </EmptyState>
  );
}
