import type { Organisation } from '../../../shared/organisation.ts';
import { OfferSheet } from './offer-sheet.tsx';
import { useOffers } from './offers.queries.ts';

type OfferOfProps = {
  readonly bookingId: string;
  readonly organisation: Organisation;
  readonly onClose: () => void;
};

/** The sheet of the offer a cell stands for, as long as it holds. */
export function OfferOf({ bookingId, organisation, onClose }: OfferOfProps) {
  const offer = useOffers().find((one) => one.bookingId === bookingId);
  if (!offer) return null;
  return <OfferSheet offer={offer} organisation={organisation} onClose={onClose} />;
}
