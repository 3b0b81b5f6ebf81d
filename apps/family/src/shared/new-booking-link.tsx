import { buttonClass } from '@preau/ui/actions/button';
import { CalendarPlus } from 'lucide-react';
import { Link } from 'react-router';
import classes from './new-booking-link.module.css';
import { type Organisation, usePaths } from './organisation.ts';

/** The first button of a booking, where the organisation books step by step. */
export function NewBookingLink({ organisation }: { readonly organisation: Organisation }) {
  const paths = usePaths();
  if (organisation.bookingFlow !== 'wizard') return null;
  return (
    <Link className={`${buttonClass('primary')} ${classes.link}`} to={paths.newBooking}>
      <CalendarPlus size={20} aria-hidden="true" />
      Nouvelle réservation
    </Link>
  );
}
