import { paymentReminders, waitingListSweep } from './modules/bookings/bookings.public.ts';
import { decisionsSweep } from './modules/decisions/decisions.public.ts';
import type { Sweep } from './platform/jobs/sweep.ts';

/** What falls due by itself, looked for every minute. */
export const sweeps: readonly Sweep[] = [waitingListSweep, paymentReminders, decisionsSweep];
