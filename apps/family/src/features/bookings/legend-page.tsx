import type { CellKey } from '@preau/domain/bookings/cell-view';
import { buttonClass } from '@preau/ui/actions/button';
import { Legend } from '@preau/ui/planning/legend';
import { Link } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import classes from './planning.module.css';

/** The states a parent can meet where days are accepted at once and paid later. */
const meanings: Readonly<Partial<Record<CellKey, string>>> = {
  free: 'Le jour peut être réservé : touchez-le pour l’ajouter au panier.',
  add: 'Dans votre panier. Il sera réservé quand vous aurez validé le panier.',
  remove: 'Dans votre panier. Il sera annulé quand vous aurez validé le panier.',
  wait: 'Dans votre panier. Vous serez en liste d’attente quand vous aurez validé le panier.',
  booked:
    'Votre enfant est attendu. Touchez le jour pour l’annuler ; avec un cadenas, il n’est plus modifiable en ligne.',
  pendingAdd: 'Votre demande est envoyée ; le service doit encore y répondre.',
  pendingCancel: 'Votre demande d’annulation est envoyée ; le service doit encore y répondre.',
  refused: 'Le service n’a pas pu accepter ce jour : touchez-le pour savoir pourquoi.',
  full: 'Toutes les places sont prises : touchez le jour pour vous mettre en liste d’attente.',
  waitlisted:
    'Vous êtes en liste d’attente, à ce rang. Touchez le jour pour la quitter, sans frais.',
  offered: 'Une place s’est libérée pour vous : acceptez-la ou refusez-la avant la fin du délai.',
  present: 'Votre enfant était là.',
  absent: 'Votre enfant n’était pas là.',
  deadline: 'Le délai est dépassé : touchez le jour pour savoir depuis quand et qui contacter.',
  closed: 'Pas d’accueil ce jour-là.',
  holiday: 'Vacances scolaires ou jour férié.',
  notEnrolled: 'Votre enfant doit d’abord être inscrit à cette activité.',
};

export function LegendPage() {
  const paths = usePaths();
  return (
    <div className={classes.legendPage}>
      <PageTitle>Comprendre le planning</PageTitle>
      <Legend meanings={meanings} />
      <p>
        <Link className={buttonClass('primary')} to={paths.planning()}>
          Revenir au planning
        </Link>
      </p>
    </div>
  );
}
