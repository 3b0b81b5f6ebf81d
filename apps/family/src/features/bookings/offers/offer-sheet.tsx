import { formatDayLong, formatInstant } from '@preau/domain/explain/format-fr';
import { type Cents, formatEuros } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Sheet } from '@preau/ui/overlays/sheet';
import { capitalised } from '@preau/ui/text/capitalised';
import { explainContext, type Organisation } from '../../../shared/organisation.ts';
import { announcer } from '../announcements.tsx';
import { serviceName } from '../cart-groups.ts';
import classes from '../planning.module.css';
import { sentencesOf } from '../sentences.ts';
import { type Offer, type OfferAnswer, offerProblem, useAnswerOffer } from './offers.queries.ts';

type OfferSheetProps = {
  readonly offer: Offer;
  readonly organisation: Organisation;
  readonly onClose: () => void;
};

const said: Readonly<Record<OfferAnswer, string>> = {
  accept: 'Place acceptée : le jour est réservé.',
  decline: 'Place refusée : elle est proposée à la famille suivante.',
};

/** A place that came free: what it costs, until when it is held, and what silence means. */
export function OfferSheet({ offer, organisation, onClose }: OfferSheetProps) {
  const answer = useAnswerOffer();
  const reply = (given: OfferAnswer) =>
    answer.mutate(
      { id: offer.bookingId, answer: given },
      {
        onSuccess: () => {
          announcer.say(said[given]);
          onClose();
        },
      },
    );
  const asked = answer.isPending ? answer.variables.answer : undefined;
  const until = formatInstant(fromIso(offer.until), organisation.timeZone);
  return (
    <Sheet
      title="Une place s’est libérée"
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" busy={asked === 'decline'} onClick={() => reply('decline')}>
            Refuser
          </Button>
          <Button busy={asked === 'accept'} onClick={() => reply('accept')}>
            Accepter la place
          </Button>
        </>
      }
    >
      <div>
        <p className={classes.sheetLead}>
          {serviceName(offer.activityLabel, offer.unitLabel)} · {offer.childFirstName} ·{' '}
          {offer.facility}
        </p>
        <p className={classes.sheetState}>
          <strong>{capitalised(formatDayLong(day(offer.on)))}</strong> ·{' '}
          {formatEuros(offer.cents as Cents)}
        </p>
      </div>
      <div className={classes.sentences}>
        <p>
          La place vous est réservée jusqu’au <strong>{until}</strong>. Sans réponse de votre part
          d’ici là, elle est proposée à la famille suivante et vous sortez de la liste d’attente.
        </p>
        <p>
          Si vous l’acceptez, le jour est réservé tout de suite et{' '}
          {formatEuros(offer.cents as Cents)} s’ajoutent à votre facture du mois. La refuser ne
          coûte rien.
        </p>
        {sentencesOf(offer.priceReasons, explainContext(organisation)).map((sentence) => (
          <p key={sentence} className={classes.muted}>
            {sentence}
          </p>
        ))}
      </div>
      {answer.error ? (
        <Notice tone="error" announced>
          {offerProblem(answer.error)}
        </Notice>
      ) : null}
    </Sheet>
  );
}
