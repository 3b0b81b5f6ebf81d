import type { CellKey } from '@preau/domain/bookings/cell-view';
import { buttonClass } from '@preau/ui/actions/button';
import { Legend } from '@preau/ui/planning/legend';
import { Link } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import classes from './planning.module.css';

/** Every state a parent can meet, whatever the services of the organisation. */
const meanings: Readonly<Record<CellKey, string>> = {
  free: 'Le jour peut être réservé : touchez-le pour l’ajouter. « Demander » : le service doit l’accepter.',
  add: 'Choisi, pas encore envoyé. Il sera réservé, ou demandé, quand vous aurez validé ou enregistré.',
  remove: 'Choisi, pas encore envoyé. Il sera annulé quand vous aurez validé ou enregistré.',
  wait: 'Choisi, pas encore envoyé. Vous serez en liste d’attente quand vous aurez validé.',
  booked:
    'Votre enfant est attendu. Touchez le jour pour l’annuler ; avec un cadenas, il n’est plus modifiable en ligne.',
  pendingAdd:
    'Votre demande est envoyée ; le service doit encore y répondre. Touchez le jour pour savoir quand, ou pour la retirer.',
  pendingCancel:
    'Votre demande d’annulation est envoyée ; d’ici à la réponse, le jour reste réservé.',
  refused:
    'Le service n’a pas pu accepter ce jour : touchez-le pour savoir pourquoi, ou pour redemander.',
  late: 'Encore possible, à un autre prix : touchez le jour pour le voir.',
  full: 'Toutes les places sont prises : touchez le jour pour la liste d’attente, ou pour savoir qui contacter.',
  waitlisted:
    'Vous êtes en liste d’attente, à ce rang. Touchez le jour pour la quitter, sans frais.',
  offered: 'Une place s’est libérée pour vous : acceptez-la ou refusez-la avant la fin du délai.',
  awaitingPayment:
    'La place est gardée pour vous jusqu’à cette date : sans paiement d’ici là, elle est rendue.',
  expired: 'La place n’a pas été payée à temps : la réservation est annulée.',
  present: 'Votre enfant était là.',
  absent: 'Votre enfant n’était pas là.',
  absenceDeclared: 'L’absence de votre enfant est signalée au service.',
  deadline: 'Le délai est dépassé : touchez le jour pour savoir depuis quand et qui contacter.',
  neverOnline: 'Ne se réserve pas en ligne : touchez le jour pour savoir qui contacter, et quand.',
  notOpenYet:
    'Les réservations ne sont pas encore ouvertes : la date est indiquée quand elle est connue.',
  closed: 'Pas d’accueil ce jour-là.',
  holiday: 'Vacances scolaires ou jour férié.',
  docs: 'Un document est à envoyer d’abord : touchez le jour pour savoir lequel.',
  notEnrolled: 'Votre enfant doit d’abord être inscrit à cette activité.',
  ageOut: 'L’accueil est réservé à d’autres âges.',
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
