/** What the process that sweeps may use of bookings. */
export { paymentReminders } from './payment-reminders.ts';
export { waitingListSweep } from './waiting-list-sweep.ts';
