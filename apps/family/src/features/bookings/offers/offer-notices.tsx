import { formatDayLong, formatInstant } from '@preau/domain/explain/format-fr';
import { type Cents, formatEuros } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { Button } from '@preau/ui/actions/button';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import type { Organisation } from '../../../shared/organisation.ts';
import { serviceName } from '../cart-groups.ts';
import { LateSheet } from '../late-sheet.tsx';
import classes from './offers.module.css';
import { type Offer, useOffers } from './offers.queries.ts';

const loadSheet = () => import('./offer-sheet.tsx');

/** Places that wait for an answer, above everything else: they do not wait for long. */
export function OfferNotices({ organisation }: { readonly organisation: Organisation }) {
  const offers = useOffers();
  const [shown, setShown] = useState<Offer | null>(null);
  const close = () => setShown(null);
  return (
    <>
      <Offers offers={offers} timeZone={organisation.timeZone} onAnswer={setShown} />
      {/* It stays when its offer goes: what became of the answer is still to be read. */}
      {shown ? (
        <LateSheet load={loadSheet} onClose={close}>
          {({ OfferSheet }) => (
            <OfferSheet offer={shown} organisation={organisation} onClose={close} />
          )}
        </LateSheet>
      ) : null}
    </>
  );
}

type OffersProps = {
  readonly offers: readonly Offer[];
  readonly timeZone: string;
  readonly onAnswer: (offer: Offer) => void;
};

function Offers({ offers, timeZone, onAnswer }: OffersProps) {
  if (offers.length === 0) return null;
  return (
    <section className={classes.offers} aria-labelledby="titre-places">
      <h2 id="titre-places">
        <Bell size={20} aria-hidden="true" />
        {offers.length > 1
          ? `${offers.length} places libres pour vous`
          : 'Une place libre pour vous'}
      </h2>
      <ul>
        {offers.map((offer) => {
          const service = serviceName(offer.activityLabel, offer.unitLabel);
          const date = formatDayLong(day(offer.on));
          return (
            <li key={offer.bookingId} className={classes.offer}>
              <p>
                <strong>
                  {service} · {offer.childFirstName} · {date}
                </strong>
                <br />
                {formatEuros(offer.cents as Cents)} · à accepter avant le{' '}
                {formatInstant(fromIso(offer.until), timeZone)}
              </p>
              <Button onClick={() => onAnswer(offer)}>
                Répondre
                <VisuallyHidden>{` : ${service}, ${offer.childFirstName}, ${date}`}</VisuallyHidden>
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
