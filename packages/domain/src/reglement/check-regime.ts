import type { ActivityRules, Payment, Regime } from './document.ts';
import { limitProblems } from './check-stages.ts';

/** What prevents the regime of an activity from being run. */
export function regimeProblems(place: string, { regime, cancelling }: ActivityRules): string[] {
  const { acceptance, cancellation, payment } = regime;
  return [
    ...(acceptance.kind === 'staff'
      ? workingHoursProblems(`${place}, acceptation`, acceptance.answerWithinHours)
      : []),
    ...(cancellation.kind === 'staff'
      ? workingHoursProblems(`${place}, annulation`, cancellation.answerWithinHours)
      : []),
    ...lateCancellationProblems(place, cancellation, cancelling),
    ...paymentProblems(`${place}, paiement`, payment),
  ];
}

/** A delay in working hours is counted in days of 24 hours. */
export function workingHoursProblems(place: string, hours: number): string[] {
  return Number.isInteger(hours) && hours > 0 && hours % 24 === 0
    ? []
    : [`${place} : ${hours} h ouvrées n'est pas un multiple de 24`];
}

/** The staff answers a cancellation with a yes or a no: it does not choose what it costs. */
function lateCancellationProblems(
  place: string,
  cancellation: Regime['cancellation'],
  cancelling: ActivityRules['cancelling'],
): string[] {
  const askedLate = cancelling.slice(1).some(({ channels }) => channels.includes('online'));
  return cancellation.kind === 'staff' && askedLate
    ? [`${place} : une annulation hors délai en ligne ne peut pas être soumise au service`]
    : [];
}

function paymentProblems(place: string, payment: Payment): string[] {
  switch (payment.kind) {
    case 'later':
      return [];
    case 'hold':
      return Number.isInteger(payment.minutes) && payment.minutes > 0
        ? []
        : [`${place} : une place ne peut pas être tenue ${payment.minutes} minutes`];
    case 'byDate':
      return [
        ...limitProblems(place, payment.due),
        ...workingHoursProblems(place, payment.graceHours),
        ...(Number.isInteger(payment.remindHours) && payment.remindHours > 0
          ? []
          : [`${place} : rappel ${payment.remindHours} h avant, impossible`]),
      ];
  }
}
