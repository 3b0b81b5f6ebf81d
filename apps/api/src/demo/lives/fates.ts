/**
 * What becomes of a day a family wants, where the service answers, or where one pays first: as
 * usually, or one of the turns that are to be seen.
 */
export const fates = [
  /** Asked in time, answered, paid, as the règlement has it. */
  'usual',
  /** The same, early enough to be settled by now. */
  'accepted',
  /** Asked lately; the answer is not due yet. */
  'requested',
  /** Asked, and the answer was due before now. */
  'overdue',
  'refused',
  'withdrawn',
  /** Accepted, and not paid yet. */
  'toPay',
  'expired',
  'cancellationRequested',
  'cancellationRefused',
  'cancelled',
  'cancelledLate',
  'waitlisted',
  'offered',
  'declined',
  'lapsed',
  /** By telephone, past the limit or before the opening. */
  'byStaff',
  'attended',
  'missed',
] as const;

export type Fate = (typeof fates)[number];

/** Fates of days to come; the others may be seen on days that are over. */
export const fatesToCome: readonly Fate[] = [
  'requested',
  'overdue',
  'toPay',
  'cancellationRequested',
  'waitlisted',
  'offered',
];

/** Fates of which the session has no place left for anybody else. */
export const fatesOfFullDays: readonly Fate[] = ['waitlisted', 'offered', 'declined', 'lapsed'];
