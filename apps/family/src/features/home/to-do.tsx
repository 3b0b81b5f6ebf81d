import { formatDayLong, formatInstant } from '@preau/domain/explain/format-fr';
import { day, mondayOf } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { Bell, ChevronRight, FileX, ShoppingCart } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { type Organisation, usePaths } from '../../shared/organisation.ts';
import { useOffers, useRefusedDocuments } from '../../shared/waiting-for-you.ts';
import { usePendingChanges } from './home.queries.ts';
import classes from './to-do.module.css';

type Task = {
  readonly key: string;
  readonly tone: 'offer' | 'refused' | 'cart';
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

function useTasks({ timeZone, features }: Organisation): readonly Task[] {
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
  return [...answers, ...documents, ...(pending > 0 ? [cart] : [])];
}
