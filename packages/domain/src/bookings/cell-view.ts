import type { WaitingList } from '../reglement/document.ts';
import type { BookingState } from './states.ts';
import type { Constraint } from './verdict.ts';

/** How a cell is drawn and named. The order is that of the legend. */
export const cellKeys = [
  'free',
  'add',
  'remove',
  'wait',
  'pendingAdd',
  'booked',
  'pendingCancel',
  'refused',
  'late',
  'full',
  'waitlisted',
  'offered',
  'awaitingPayment',
  'expired',
  'present',
  'absent',
  'absenceDeclared',
  'deadline',
  'neverOnline',
  'notOpenYet',
  'closed',
  'holiday',
  'docs',
  'notEnrolled',
  'ageOut',
] as const;

export type CellKey = (typeof cellKeys)[number];

/**
 * What a tap does. `explain` tells why nothing can be done and whom to contact; `detail` shows the
 * booking and what it allows; `offer` lets a place that is offered be accepted or declined.
 */
export type CellTap = 'add' | 'remove' | 'wait' | 'undo' | 'explain' | 'detail' | 'offer';

/** What a draft asks for a cell. `wait`: book it if a place is free by then, else join the list. */
export type DraftAction = 'add' | 'remove' | 'wait';

export type CellInput = {
  /** State of the latest booking of the child for the session; `null` = none. */
  readonly state: BookingState | null;
  /** Of the verdict on cancelling where there is a live booking, on booking elsewhere. */
  readonly constraint: Constraint;
  readonly draft: DraftAction | null;
  /** Of the activity: whether a full day can be waited for online. */
  readonly waitingList: WaitingList['kind'];
};

export type CellView = {
  readonly key: CellKey;
  /** `aria-pressed`: the child is expected, or would be once the cart is confirmed. */
  readonly pressed: boolean;
  readonly tap: CellTap;
  readonly word: string;
  /** A live booking that can no longer be changed online: it keeps its look and gains a padlock. */
  readonly locked: boolean;
};

/** The word of each cell: never colour alone. */
export const cellWords: Readonly<Record<CellKey, string>> = {
  free: 'Libre',
  add: 'À ajouter',
  remove: 'À annuler',
  wait: 'À mettre en attente',
  pendingAdd: 'En attente',
  booked: 'Réservé',
  pendingCancel: 'Annul. demandée',
  refused: 'Refusé',
  late: 'Tarif majoré',
  full: 'Complet',
  waitlisted: "Liste d'attente",
  offered: 'Place libre !',
  awaitingPayment: 'À payer',
  expired: 'Non payé, annulé',
  present: 'Présent',
  absent: 'Absent',
  absenceDeclared: 'Absence signalée',
  deadline: 'Hors délai',
  neverOnline: 'Nous contacter',
  notOpenYet: 'Pas encore ouvert',
  closed: 'Fermé',
  holiday: 'Vacances',
  docs: 'Pièce manquante',
  notEnrolled: 'Inscription requise',
  ageOut: 'Âge non concerné',
};

type Drawn = Pick<CellView, 'key' | 'pressed' | 'tap'>;

/** Bookings that are drawn for themselves; `null` leaves the cell to its constraint. */
const byState: Readonly<Record<BookingState, Drawn | null>> = {
  requested: { key: 'pendingAdd', pressed: true, tap: 'remove' },
  confirmed: { key: 'booked', pressed: true, tap: 'remove' },
  cancellationRequested: { key: 'pendingCancel', pressed: false, tap: 'detail' },
  refused: { key: 'refused', pressed: false, tap: 'detail' },
  waitlisted: { key: 'waitlisted', pressed: true, tap: 'remove' },
  offered: { key: 'offered', pressed: true, tap: 'offer' },
  awaitingPayment: { key: 'awaitingPayment', pressed: true, tap: 'remove' },
  expired: { key: 'expired', pressed: false, tap: 'detail' },
  absenceDeclared: { key: 'absenceDeclared', pressed: true, tap: 'detail' },
  attended: { key: 'present', pressed: true, tap: 'detail' },
  absentExcused: { key: 'absent', pressed: false, tap: 'detail' },
  absentUnexcused: { key: 'absent', pressed: false, tap: 'detail' },
  cancelled: null,
  cancelledLate: null,
  declined: null,
  lapsed: null,
};

const fullToWait: Drawn = { key: 'full', pressed: false, tap: 'wait' };

const byConstraint: Readonly<Record<Constraint, Drawn>> = {
  free: { key: 'free', pressed: false, tap: 'add' },
  late: { key: 'late', pressed: false, tap: 'add' },
  full: { key: 'full', pressed: false, tap: 'explain' },
  staffOnly: { key: 'deadline', pressed: false, tap: 'explain' },
  deadlinePassed: { key: 'deadline', pressed: false, tap: 'explain' },
  neverOnline: { key: 'neverOnline', pressed: false, tap: 'explain' },
  notOpenYet: { key: 'notOpenYet', pressed: false, tap: 'explain' },
  closed: { key: 'closed', pressed: false, tap: 'explain' },
  holiday: { key: 'holiday', pressed: false, tap: 'explain' },
  documentsMissing: { key: 'docs', pressed: false, tap: 'explain' },
  notEnrolled: { key: 'notEnrolled', pressed: false, tap: 'explain' },
  ageOut: { key: 'ageOut', pressed: false, tap: 'explain' },
};

const drafted: Readonly<Record<DraftAction, Drawn>> = {
  add: { key: 'add', pressed: true, tap: 'undo' },
  remove: { key: 'remove', pressed: false, tap: 'undo' },
  wait: { key: 'wait', pressed: true, tap: 'undo' },
};

/**
 * What a cell shows and does: the draft over the booking over the constraint. A booked day past its
 * limit still reads « Réservé », because that the child is expected matters more than that it is
 * too late to change it.
 */
export function cellView({ state, constraint, draft, waitingList }: CellInput): CellView {
  if (draft !== null) return view(drafted[draft], false);
  const booked = state === null ? null : byState[state];
  if (booked === null) {
    const toWait = constraint === 'full' && waitingList === 'online';
    return view(toWait ? fullToWait : byConstraint[constraint], false);
  }
  const locked = isLocked(booked.tap, constraint);
  return view(locked ? { ...booked, tap: 'explain' } : booked, locked);
}

/** An offer is never cancelled, it is answered: only somebody else's is out of reach. */
function isLocked(tap: CellTap, constraint: Constraint): boolean {
  if (tap === 'offer') return constraint === 'staffOnly';
  return tap === 'remove' && byConstraint[constraint].tap !== 'add';
}

function view(drawn: Drawn, locked: boolean): CellView {
  return { ...drawn, word: cellWords[drawn.key], locked };
}
