import { formatDayLong } from '@preau/domain/explain/format-fr';
import { formatEuros } from '@preau/domain/money/cents';
import type { Cell } from './cell.ts';

/** Service, child, full date and price, in this order: the state's word is said after them. */
export function nameOf(title: string, firstName: string, cell: Cell): string {
  const price = cell.sessionId === null ? [] : [formatEuros(cell.unitCents)];
  return [title, firstName, formatDayLong(cell.on), ...price].join(', ');
}

/** The word of its state, or a more exact one, e.g. « Férié ». */
export const wordOf = (cell: Cell): string => cell.word ?? cell.view.word;
