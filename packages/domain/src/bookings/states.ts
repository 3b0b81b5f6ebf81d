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

/** Live states that take a place from the pools; a place in a waiting list is not one. */
export const placeHoldingStates: readonly BookingState[] = liveStates.filter(
  (state) => state !== 'waitlisted',
);

export type BookingActor = 'guardian' | 'staff' | 'system';

export type BookingAction =
  | 'accept'
  | 'acceptToPay'
  | 'refuse'
  | 'cancel'
  | 'cancelLate'
  | 'restore'
  | 'requestCancellation'
  | 'acceptCancellation'
  | 'refuseCancellation'
  | 'pay'
  | 'expire'
  | 'offer'
  | 'acceptOffer'
  | 'acceptOfferToPay'
  | 'declineOffer'
  | 'lapse'
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
  { from: 'requested', action: 'cancel', actors: family, to: 'cancelled' },

  { from: 'awaitingPayment', action: 'pay', actors: decider, to: 'confirmed' },
  { from: 'awaitingPayment', action: 'expire', actors: system, to: 'expired' },
  { from: 'awaitingPayment', action: 'cancel', actors: family, to: 'cancelled' },

  { from: 'confirmed', action: 'cancel', actors: family, to: 'cancelled' },
  { from: 'confirmed', action: 'cancelLate', actors: family, to: 'cancelledLate' },
  // Booking that day again takes up the billed booking: a second one would be billed beside it.
  { from: 'cancelledLate', action: 'restore', actors: staff, to: 'confirmed' },
  {
    from: 'confirmed',
    action: 'requestCancellation',
    actors: ['guardian'],
    to: 'cancellationRequested',
  },
  { from: 'cancellationRequested', action: 'acceptCancellation', actors: decider, to: 'cancelled' },
  { from: 'cancellationRequested', action: 'refuseCancellation', actors: decider, to: 'confirmed' },

  { from: 'waitlisted', action: 'offer', actors: decider, to: 'offered' },
  { from: 'waitlisted', action: 'cancel', actors: family, to: 'cancelled' },
  { from: 'waitlisted', action: 'lapse', actors: system, to: 'lapsed' },
  { from: 'offered', action: 'acceptOffer', actors: family, to: 'confirmed' },
  { from: 'offered', action: 'acceptOfferToPay', actors: family, to: 'awaitingPayment' },
  { from: 'offered', action: 'declineOffer', actors: family, to: 'declined' },
  { from: 'offered', action: 'lapse', actors: system, to: 'lapsed' },

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
