import type { CellKey } from '@preau/domain/bookings/cell-view';
import type { RuleTopic } from '../../../shared/reglement.ts';
import type { Cell } from '../cell.ts';

/** The part of the règlement that a cell comes from; where it is booked, what may be cancelled. */
const topics: Readonly<Record<CellKey, RuleTopic>> = {
  free: 'booking',
  add: 'prices',
  remove: 'cancelling',
  wait: 'waitingList',
  pendingAdd: 'booking',
  booked: 'cancelling',
  pendingCancel: 'cancelling',
  refused: 'booking',
  late: 'booking',
  full: 'waitingList',
  waitlisted: 'waitingList',
  offered: 'waitingList',
  awaitingPayment: 'payment',
  expired: 'payment',
  present: 'presence',
  absent: 'presence',
  absenceDeclared: 'presence',
  deadline: 'booking',
  neverOnline: 'booking',
  notOpenYet: 'opening',
  closed: 'closures',
  holiday: 'closures',
  docs: 'documents',
  notEnrolled: 'documents',
  ageOut: 'who',
};

export function topicOf({ view }: Cell): RuleTopic {
  const topic = topics[view.key];
  return topic === 'booking' && view.pressed && view.key !== 'pendingAdd' ? 'cancelling' : topic;
}
