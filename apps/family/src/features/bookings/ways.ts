import type { PlanningRow } from './bookings.queries.ts';

/** How the service takes bookings: who accepts them, and when they are paid. */
export type Ways = Pick<PlanningRow, 'acceptance' | 'cancellation' | 'payment' | 'enrolment'>;

export function waysOf({ acceptance, cancellation, payment, enrolment }: Ways): Ways {
  return { acceptance, cancellation, payment, enrolment };
}

/** How a service is booked where it is not at once and paid later; `null` where it is. */
export function waysWords({ acceptance, payment }: Ways): string | null {
  if (acceptance === 'none') return 'sans réservation';
  if (acceptance === 'staff') {
    return payment === 'later' ? 'sur demande' : 'sur demande, puis à payer d’avance';
  }
  switch (payment) {
    case 'later':
      return null;
    case 'hold':
      return 'à payer en réservant';
    case 'byDate':
      return 'à payer d’avance';
    case 'withRequest':
      return 'à payer au guichet en réservant';
  }
}
