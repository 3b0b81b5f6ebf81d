import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Sheet } from '@preau/ui/overlays/sheet';
import { useState } from 'react';
import type { Organisation } from '../../../shared/organisation.ts';
import { OfferSheet } from './offer-sheet.tsx';
import { offerGone, useOffer } from './offers.queries.ts';

type OfferOfProps = {
  readonly bookingId: string;
  readonly organisation: Organisation;
  readonly onClose: () => void;
};

/** The sheet of the offer a cell stands for; it stays when the offer goes, to say what became of it. */
export function OfferOf({ bookingId, organisation, onClose }: OfferOfProps) {
  const { offer: current, isAsked } = useOffer(bookingId);
  const [seen, setSeen] = useState(current);
  if (current && !seen) setSeen(current);
  const offer = current ?? seen;
  if (offer) return <OfferSheet offer={offer} organisation={organisation} onClose={onClose} />;
  return isAsked ? null : (
    <Sheet
      title="Une place s’est libérée"
      onClose={onClose}
      actions={<Button onClick={onClose}>Fermer</Button>}
    >
      <Notice tone="warning">{offerGone}</Notice>
    </Sheet>
  );
}
