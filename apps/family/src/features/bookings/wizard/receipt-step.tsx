import { buttonClass } from '@preau/ui/actions/button';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { type Organisation, usePaths } from '../../../shared/organisation.ts';
import { confirmationQuery } from '../bookings.queries.ts';
import { Receipt, ReceiptOnItsWay } from '../receipt-page.tsx';
import { Stepper } from './stepper.tsx';
import classes from './wizard.module.css';

/** What was done, line by line, what is to be paid and by when; « Terminer ». */
export function ReceiptStep({ organisation }: { readonly organisation: Organisation }) {
  const { id = '' } = useParams();
  const paths = usePaths();
  const receipt = useQuery(confirmationQuery(id));
  return (
    <div className={classes.page}>
      <Stepper current="termine" />
      {receipt.data ? (
        <>
          <Receipt receipt={receipt.data} organisation={organisation} />
          <div className={classes.ends}>
            <Link className={buttonClass('secondary')} to={paths.newBooking}>
              Nouvelle réservation
            </Link>
            <Link className={buttonClass('primary')} to={paths.root}>
              Terminer
            </Link>
          </div>
        </>
      ) : (
        <ReceiptOnItsWay receipt={receipt} />
      )}
    </div>
  );
}
