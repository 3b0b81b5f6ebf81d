/** Every state of a booking, in the order of its life. These names are used everywhere. */
export const bookingStates = [
  'requested',
  'waitlisted',
  'offered',
  'awaitingPayment',
  'confirmed',
  'cancellationRequested',
  'absenceDeclared',
  'attended',
  'absentExcused',
  'absentUnexcused',
  'refused',
  'cancelled',
  'cancelledLate',
  'expired',
  'declined',
  'lapsed',
] as const;

export type BookingState = (typeof bookingStates)[number];

/** A child has at most one live booking for a session: the others are history. */
export const liveStates: readonly BookingState[] = [
  'requested',
  'waitlisted',
  'offered',
  'awaitingPayment',
  'confirmed',
  'cancellationRequested',
  'absenceDeclared',
  'attended',
  'absentExcused',
  'absentUnexcused',
];

/**
 * Live states that take a place from the pools; a place in a waiting list is not one. A request
 * takes one where the règlement says so, which its booking remembers.
 */
export const placeHoldingStates: readonly BookingState[] = liveStates.filter(
  (state) => state !== 'waitlisted',
);

/**
 * Whether a booking takes a place from the pools.
 *
 * @param requestHolds whether a request keeps a place until its answer, where it was made
 */
export function holdsPlace(state: BookingState, requestHolds: boolean): boolean {
  return placeHoldingStates.includes(state) && (state !== 'requested' || requestHolds);
}

/** States that wait for somebody, hence end by themselves: their bookings bear a term. */
export const waitingStates: readonly BookingState[] = [
  'requested',
  'waitlisted',
  'offered',
  'awaitingPayment',
  'cancellationRequested',
];

export type BookingActor = 'guardian' | 'staff' | 'system';

export type BookingAction =
  | 'accept'
  | 'acceptToPay'
  | 'refuse'
  /** The staff takes its own answer back, within the time it has for that. */
  | 'reopen'
  | 'cancel'
  | 'cancelLate'
  | 'restore'
  | 'requestCancellation'
  | 'acceptCancellation'
  | 'refuseCancellation'
  | 'reopenCancellation'
  | 'pay'
  | 'expire'
  | 'offer'
  /** The staff gives a place to who waits, without asking them. */
  | 'place'
  | 'placeToPay'
  | 'acceptOffer'
  | 'acceptOfferToPay'
  | 'declineOffer'
  | 'lapse'
  /** The service does not take place that day: free of charge, or billed all the same. */
  | 'close'
  | 'closeBilled'
  | 'declareAbsence'
  | 'withdrawAbsence'
  | 'recordAttended'
  | 'recordAbsentExcused'
  | 'recordAbsentUnexcused';

export type Transition = {
  readonly from: BookingState;
  readonly action: BookingAction;
  readonly actors: readonly BookingActor[];
  readonly to: BookingState;
};

const family: readonly BookingActor[] = ['guardian', 'staff'];
const staff: readonly BookingActor[] = ['staff'];
const decider: readonly BookingActor[] = ['staff', 'system'];
const system: readonly BookingActor[] = ['system'];

/**
 * What may happen to a booking, in which state, by whom, and what it becomes. Whether it may happen
 * *now* is the règlement's matter (`decideBooking`); what is not here may never happen.
 */
export const transitions: readonly Transition[] = [
  { from: 'requested', action: 'accept', actors: decider, to: 'confirmed' },
  { from: 'requested', action: 'acceptToPay', actors: decider, to: 'awaitingPayment' },
  { from: 'requested', action: 'refuse', actors: decider, to: 'refused' },
  { from: 'confirmed', action: 'reopen', actors: staff, to: 'requested' },
  { from: 'awaitingPayment', action: 'reopen', actors: staff, to: 'requested' },
  { from: 'refused', action: 'reopen', actors: staff, to: 'requested' },
  { from: 'requested', action: 'cancel', actors: family, to: 'cancelled' },

  { from: 'awaitingPayment', action: 'pay', actors: decider, to: 'confirmed' },
  { from: 'awaitingPayment', action: 'expire', actors: system, to: 'expired' },
  { from: 'awaitingPayment', action: 'cancel', actors: family, to: 'cancelled' },

  { from: 'confirmed', action: 'cancel', actors: family, to: 'cancelled' },
  { from: 'confirmed', action: 'cancelLate', actors: family, to: 'cancelledLate' },
  // Booking that day again takes up the billed booking: a second one would be billed beside it.
  { from: 'cancelledLate', action: 'restore', actors: family, to: 'confirmed' },
  {
    from: 'confirmed',
    action: 'requestCancellation',
    actors: ['guardian'],
    to: 'cancellationRequested',
  },
  { from: 'cancellationRequested', action: 'acceptCancellation', actors: decider, to: 'cancelled' },
  { from: 'cancellationRequested', action: 'refuseCancellation', actors: decider, to: 'confirmed' },

  {
    from: 'cancelled',
    action: 'reopenCancellation',
    actors: staff,
    to: 'cancellationRequested',
  },
  {
    from: 'confirmed',
    action: 'reopenCancellation',
    actors: staff,
    to: 'cancellationRequested',
  },

  { from: 'waitlisted', action: 'offer', actors: decider, to: 'offered' },
  { from: 'waitlisted', action: 'place', actors: staff, to: 'confirmed' },
  { from: 'waitlisted', action: 'placeToPay', actors: staff, to: 'awaitingPayment' },
  { from: 'waitlisted', action: 'cancel', actors: family, to: 'cancelled' },
  { from: 'waitlisted', action: 'lapse', actors: system, to: 'lapsed' },
  { from: 'offered', action: 'acceptOffer', actors: family, to: 'confirmed' },
  { from: 'offered', action: 'acceptOfferToPay', actors: family, to: 'awaitingPayment' },
  { from: 'offered', action: 'declineOffer', actors: family, to: 'declined' },
  { from: 'offered', action: 'lapse', actors: system, to: 'lapsed' },

  ...closed('requested', 'waitlisted', 'offered', 'awaitingPayment'),
  ...closed('confirmed', 'cancellationRequested', 'absenceDeclared'),
  { from: 'confirmed', action: 'closeBilled', actors: staff, to: 'cancelledLate' },
  { from: 'cancellationRequested', action: 'closeBilled', actors: staff, to: 'cancelledLate' },
  { from: 'absenceDeclared', action: 'closeBilled', actors: staff, to: 'cancelledLate' },

  { from: 'confirmed', action: 'declareAbsence', actors: family, to: 'absenceDeclared' },
  { from: 'absenceDeclared', action: 'withdrawAbsence', actors: family, to: 'confirmed' },

  { from: 'confirmed', action: 'recordAttended', actors: staff, to: 'attended' },
  { from: 'confirmed', action: 'recordAbsentExcused', actors: staff, to: 'absentExcused' },
  { from: 'confirmed', action: 'recordAbsentUnexcused', actors: staff, to: 'absentUnexcused' },
  { from: 'absenceDeclared', action: 'recordAttended', actors: staff, to: 'attended' },
  { from: 'absenceDeclared', action: 'recordAbsentExcused', actors: staff, to: 'absentExcused' },
  {
    from: 'absenceDeclared',
    action: 'recordAbsentUnexcused',
    actors: staff,
    to: 'absentUnexcused',
  },
];

function closed(...states: readonly BookingState[]): Transition[] {
  return states.map((from) => ({ from, action: 'close', actors: staff, to: 'cancelled' }));
}

/** The transition this actor may make from this state, or `undefined`. */
export function findTransition(
  from: BookingState,
  action: BookingAction,
  actor: BookingActor,
): Transition | undefined {
  return transitions.find(
    (transition) =>
      transition.from === from && transition.action === action && transition.actors.includes(actor),
  );
}

/**
 * What a cancelled booking becomes, or `undefined` when this state cannot be cancelled. Only a
 * confirmed booking can be cancelled late, hence billed: a request that nobody accepted owes nothing.
 *
 * @param late whether the limit for cancelling is passed
 */
export function findStateAfterCancelling(
  state: BookingState,
  late: boolean,
): 'cancelled' | 'cancelledLate' | undefined {
  if (late && findTransition(state, 'cancelLate', 'staff') !== undefined) return 'cancelledLate';
  return findTransition(state, 'cancel', 'staff') === undefined ? undefined : 'cancelled';
}

const atTerm: Readonly<Partial<Record<BookingState, BookingState>>> = {
  waitlisted: 'lapsed',
  offered: 'lapsed',
  requested: 'refused',
  awaitingPayment: 'expired',
  // A cancellation nobody has accepted leaves the booking as it was.
  cancellationRequested: 'confirmed',
};

/** What a booking becomes whose term has passed; `undefined` for what does not wait for anything. */
export function stateAtTerm(state: BookingState): BookingState | undefined {
  return atTerm[state];
}
