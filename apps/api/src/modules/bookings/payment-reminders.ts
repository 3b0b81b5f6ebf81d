import type { Sweep } from '../../platform/jobs/sweep.ts';
import { remindOfPayments } from './use-cases/remind-of-payments.ts';

/** Reminders of payments, every minute: the jobs role sees that somewhere one is to be sent. */
export const paymentReminders: Sweep = {
  task: 'remind-of-payments',
  organisations: 'select distinct organisation_id from booking where remind_at is not null',
  sweep: remindOfPayments,
};
