import type { BookingRequest, RequestDay } from './requests.queries.ts';

/** Whether a day waits for an answer of the office. */
export function isPending({ state }: Pick<RequestDay, 'state'>): boolean {
  return state === 'requested' || state === 'cancellationRequested';
}

/** The days of a request one can do something about: answer them or, once accepted, be paid. */
export function openDays({ days }: Pick<BookingRequest, 'days'>): readonly RequestDay[] {
  const pending = days.filter(isPending);
  return pending.length > 0 ? pending : days.filter(({ state }) => state === 'awaitingPayment');
}
