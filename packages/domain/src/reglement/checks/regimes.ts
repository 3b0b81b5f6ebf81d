import type { ActivityRules, EnrolmentRules, Payment, WaitingList } from '../document.ts';
import { type LimitScope, checkLimit } from './limits.ts';
import type { Place } from './place.ts';
import { checkCount, checkDailyHours, checkMonthDay } from './scalars.ts';

export function checkRegime(
  place: Place,
  { regime, cancelling }: ActivityRules,
  scope: LimitScope,
): void {
  const { acceptance, cancellation, payment } = regime;
  const here = place.at(['regime']);
  if (acceptance.kind === 'staff') {
    const answer = here.at(['acceptance', 'answerWithinHours'], 'acceptation');
    checkDailyHours(answer, acceptance.answerWithinHours);
  }
  if (cancellation.kind === 'staff') {
    const answer = here.at(['cancellation', 'answerWithinHours'], 'annulation');
    checkDailyHours(answer, cancellation.answerWithinHours);
    checkLateCancellation(place.at(['cancelling']), cancelling);
  }
  checkPayment(here.at(['payment'], 'paiement'), payment, scope);
}

/** The staff answers a cancellation with a yes or a no: it does not choose what it costs. */
function checkLateCancellation(place: Place, cancelling: ActivityRules['cancelling']): void {
  const late = cancelling.findIndex(
    ({ channels, consequence }, at) =>
      at > 0 && channels.includes('online') && consequence.kind !== 'refused',
  );
  if (late < 0) return;
  place.at([late]).wrong('une annulation hors délai en ligne ne peut pas être soumise au service');
}

function checkPayment(place: Place, payment: Payment, scope: LimitScope): void {
  switch (payment.kind) {
    case 'later':
    case 'withRequest':
      return;
    case 'hold':
      if (Number.isInteger(payment.minutes) && payment.minutes > 0) return;
      return place
        .at(['minutes'])
        .wrong(`une place ne peut pas être tenue ${payment.minutes} minutes`);
    case 'byDate':
      checkLimit(place.at(['due']), payment.due, scope);
      checkDailyHours(place.at(['graceHours']), payment.graceHours);
      return checkCount(place.at(['remindHours']), payment.remindHours, 'heures');
  }
}

export function checkEnrolment(place: Place, enrolment: EnrolmentRules): void {
  if (enrolment.kind === 'byStaff') return;
  checkMonthDay(place.at(['nextYearFrom']), enrolment.nextYearFrom);
  if (enrolment.answerWithinHours === null) return;
  checkDailyHours(place.at(['answerWithinHours']), enrolment.answerWithinHours);
}

export function checkWaitingList(place: Place, list: WaitingList): void {
  switch (list.kind) {
    case 'none':
      return;
    case 'staff':
    case 'online':
      if (Number.isInteger(list.offerHours) && list.offerHours > 0) return;
      return place
        .at(['offerHours'])
        .wrong(`une place ne peut pas être proposée pendant ${list.offerHours} h`);
  }
}
