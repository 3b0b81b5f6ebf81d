import type { Sweep } from '../../platform/jobs/sweep.ts';
import { tellDecisions } from './use-cases/tell-decisions.ts';

/** Answers that are final, every minute: the jobs role sees that there are some, never whose. */
export const decisionsSweep: Sweep = {
  task: 'tell-decisions',
  organisations:
    'select distinct organisation_id from request_decision where told_at is null and taken_back_at is null',
  sweep: tellDecisions,
};
