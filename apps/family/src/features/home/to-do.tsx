import { formatDayLong, formatInstant } from '@preau/domain/explain/format-fr';
import { day, mondayOf } from '@preau/domain/time/day';
import { fromIso, localDayOf } from '@preau/domain/time/instant';
import { Bell, ChevronRight, CircleX, Euro, FilePlus, FileX, ShoppingCart } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { deviceNow } from '../../shared/clock.ts';
import { type Organisation, usePaths } from '../../shared/organisation.ts';
import {
  useMissingDocuments,
  useOffers,
  useOwnRequests,
  useRefusedDocuments,
} from '../../shared/waiting-for-you.ts';
import { usePendingChanges } from './home.queries.ts';
import { missingWords, refusedWords, toPayWords } from './tasks.ts';
import classes from './to-do.module.css';

type Task = {
  readonly key: string;
  readonly tone: 'offer' | 'payment' | 'refused' | 'document' | 'cart';
  readonly icon: ReactNode;
  readonly title: string;
  readonly detail: string;
  readonly to: string;
};

/** « À faire »: what waits for the parent, with its term. Nothing to do is not said. */
export function ToDo({ organisation }: { readonly organisation: Organisation }) {
  const titleId = useId();
  const tasks = useTasks(organisation);
  if (tasks.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby={titleId}>
      <h2 id={titleId}>À faire</h2>
      <ul className={classes.tasks}>
        {tasks.map(({ key, tone, icon, title, detail, to }) => (
          <li key={key}>
            <Link className={classes.task} data-tone={tone} to={to}>
              <span className={classes.icon} aria-hidden="true">
                {icon}
              </span>
              <span className={classes.words}>
                <strong>{title}</strong>
                <span>{detail}</span>
              </span>
              <ChevronRight size={20} aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useTasks(organisation: Organisation): readonly Task[] {
  const { timeZone, features } = organisation;
  const paths = usePaths();
  const offers = useOffers().data?.items ?? [];
  const refused = useRefusedDocuments(features.requests);
  const pending = usePendingChanges();
  const answers = offers.map((offer) => ({
    key: offer.bookingId,
    tone: 'offer' as const,
    icon: <Bell size={22} />,
    title: `Une place pour ${offer.childFirstName} : ${offer.unitLabel}, ${formatDayLong(day(offer.on))}`,
    detail: `Répondez avant ${formatInstant(fromIso(offer.until), timeZone)}`,
    to: paths.planning({ child: offer.childId, week: mondayOf(day(offer.on)) }),
  }));
  const asked = useAskedTasks(organisation);
  const documents = refused.map(({ id, kind, child, reason }) => ({
    key: id,
    tone: 'refused' as const,
    icon: <FileX size={22} />,
    title: `Document refusé : ${kind.label}${child ? `, ${child.firstName}` : ''}`,
    detail: reason ? `${reason} Envoyez-le à nouveau.` : 'Envoyez-le à nouveau.',
    to: paths.documents,
  }));
  const cart = {
    key: 'cart',
    tone: 'cart' as const,
    icon: <ShoppingCart size={22} />,
    title:
      pending > 1
        ? `${pending} modifications attendent dans votre panier`
        : '1 modification attend dans votre panier',
    detail:
      pending > 1
        ? 'Elles ne comptent qu’une fois le panier validé.'
        : 'Elle ne compte qu’une fois le panier validé.',
    to: paths.cart,
  };
  const missing = missingWords(
    // One that was refused is told with the reason of its refusal.
    useMissingDocuments(features.requests).filter(
      ({ code, child }) =>
        !refused.some(({ kind, child: whose }) => kind.code === code && whose?.id === child?.id),
    ),
  ).map((task) => ({
    ...task,
    tone: 'document' as const,
    icon: <FilePlus size={22} />,
    to: paths.documents,
  }));
  return [
    ...answers,
    ...asked.toPay,
    ...documents,
    ...missing,
    ...asked.refused,
    ...(pending > 0 ? [cart] : []),
  ];
}

/** What was asked of the service: accepted, and to be paid; refused, and still to come. */
function useAskedTasks({ timeZone }: Organisation): {
  readonly toPay: readonly Task[];
  readonly refused: readonly Task[];
} {
  const paths = usePaths();
  const requests = useOwnRequests().data?.items ?? [];
  const today = localDayOf(deviceNow(), timeZone);
  return {
    toPay: toPayWords(requests, timeZone).map((task) => ({
      ...task,
      tone: 'payment',
      icon: <Euro size={22} />,
      to: `${paths.bookingRequests}?etat=a-payer`,
    })),
    refused: refusedWords(requests, today).map((task) => ({
      ...task,
      tone: 'refused',
      icon: <CircleX size={22} />,
      to: `${paths.bookingRequests}?etat=refusees`,
    })),
  };
}
