import type { Organisation } from '../../../shared/organisation.ts';
import type { Cell } from '../cell.ts';

/** What helps with a cell, beside its sentences. */
export type CellHelp = {
  /** What its sheet does by itself, as it reads on the button. */
  readonly action: { readonly words: string; readonly givesUp: boolean } | null;
  /** Where what is missing can be put right. */
  readonly page: 'documents' | 'enrolments' | 'news' | null;
  /** Whether the service is to be reached. */
  readonly contact: boolean;
};

const nothing: CellHelp = { action: null, page: null, contact: false };

/**
 * What a parent can do about a cell: here, on another page, or through the service.
 * @param features what the organisation offers online: nothing leads to a page it does without.
 */
export function helpOf(
  cell: Cell,
  { enrolments, requests }: Pick<Organisation['features'], 'enrolments' | 'requests'>,
): CellHelp {
  if (cell.sessionId === null) return nothing;
  const action = actionOf(cell);
  switch (cell.view.key) {
    case 'docs':
      return { action, page: requests ? 'documents' : null, contact: !requests };
    case 'notEnrolled':
      return { action, page: enrolments ? 'enrolments' : null, contact: true };
    case 'notOpenYet':
      return { action, page: 'news', contact: false };
    case 'pendingAdd':
      return { action, page: null, contact: false };
    case 'awaitingPayment':
      return { action, page: null, contact: true };
    default:
      return { action, page: null, contact: action === null };
  }
}

function actionOf(cell: Cell): CellHelp['action'] {
  const { view, again, ways } = cell;
  if (view.tap === 'wait' || again === 'wait') {
    return { words: 'Mettre en liste d’attente', givesUp: false };
  }
  if (again === 'add') {
    const words = ways.acceptance === 'staff' ? 'Redemander' : 'Réserver à nouveau';
    return { words, givesUp: false };
  }
  if (view.tap !== 'remove') return null;
  return view.key === 'awaitingPayment'
    ? { words: 'Renoncer à la place', givesUp: true }
    : { words: 'Retirer ma demande', givesUp: true };
}
