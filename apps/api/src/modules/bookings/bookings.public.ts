/** What the process that sweeps may use of bookings. */
export { waitingListSweep } from './waiting-list-sweep.ts';
