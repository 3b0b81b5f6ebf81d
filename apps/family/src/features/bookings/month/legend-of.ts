import { type CellKey, cellKeys } from '@preau/domain/bookings/cell-view';
import { cellOf } from '../cell.ts';
import { emptyDraft } from '../draft.ts';
import type { Month } from './month.ts';

/** Met in any month, or by the next gesture. */
const always: readonly CellKey[] = [
  'free',
  'add',
  'remove',
  'booked',
  'full',
  'deadline',
  'closed',
  'holiday',
];

/** The states to explain under a month: the usual ones, and those it shows, in the order of the domain. */
export function legendOf({ planning, columns, rows }: Month): readonly CellKey[] {
  const shown = new Set(always);
  for (const { row } of rows) {
    if (row.waitingList === 'online') shown.add('wait').add('waitlisted').add('offered');
    if (row.acceptance === 'staff') shown.add('pendingAdd').add('refused');
    if (row.cancellation === 'staff') shown.add('pendingCancel');
    if (row.payment !== 'later') shown.add('awaitingPayment').add('expired');
    for (const column of columns) shown.add(cellOf(planning, row, column, emptyDraft).view.key);
  }
  return cellKeys.filter((key) => shown.has(key));
}
