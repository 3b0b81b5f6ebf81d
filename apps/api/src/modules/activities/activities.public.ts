/** What other modules and the demonstration may use of activities. */
export { createFacility } from './use-cases/create-facility.ts';
export { declareClosure } from './use-cases/declare-closure.ts';
export { defineAgeGroups } from './use-cases/define-age-groups.ts';
export { offerActivity } from './use-cases/offer-activity.ts';
export { openSessions, type Places } from './use-cases/open-sessions.ts';
export {
  closedByClosure,
  closureScope,
  deleteClosure,
  insertClosure,
  lockClosure,
} from './closure.store.ts';
export { keptBookings } from './opening.store.ts';
export {
  allowOneMore,
  changePools,
  type PoolChange,
  type SeatShift,
  shiftSeats,
} from './seat-pool.store.ts';
export { type SessionCalendar, sessionCalendar, type UnitSessions } from './session-calendar.ts';
