import type { Sweep } from '../../platform/jobs/sweep.ts';
import { sweepWaitingList } from './use-cases/sweep-waiting-list.ts';

/** Waiting lists, every minute: the jobs role sees that somebody waits somewhere, never who. */
export const waitingListSweep: Sweep = {
  task: 'sweep-waiting-list',
  organisations: 'select distinct organisation_id from booking where expires_at is not null',
  sweep: sweepWaitingList,
};
