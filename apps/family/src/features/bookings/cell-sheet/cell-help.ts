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

/** What a parent can do about a cell: here, on another page, or through the service. */
export function helpOf(cell: Cell): CellHelp {
  if (cell.sessionId === null) return nothing;
  const action = actionOf(cell);
  switch (cell.view.key) {
    case 'docs':
      return { action, page: 'documents', contact: false };
    case 'notEnrolled':
      return { action, page: 'enrolments', contact: true };
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
