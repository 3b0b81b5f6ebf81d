import { Problem } from '../../platform/http/problem.ts';

/** Too late to take an answer back, or done already. */
export const decisionFinal = () =>
  new Problem(409, 'decision-final', 'This answer can no longer be taken back');
