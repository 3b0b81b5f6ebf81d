import { notFound, Problem } from '../../platform/http/problem.ts';
import type { DeclareRefusal } from './use-cases/close-days.ts';
import type { RemoveRefusal } from './use-cases/remove-closure.ts';

type Refusal = DeclareRefusal | RemoveRefusal;

const problems: Record<Refusal, () => Problem> = {
  'not-theirs': notFound,
  'closure-past': () => new Problem(409, 'closure-past', 'A closure begins today at the soonest'),
  'closure-begun': () =>
    new Problem(409, 'closure-begun', 'A closure that has begun cannot be removed'),
  'impact-changed': () =>
    new Problem(409, 'impact-changed', 'What it would cancel is not what was shown any more'),
};

/** Why days were not closed, or not opened again, as it is answered. */
export function closureProblem(refusal: Refusal): Problem {
  return problems[refusal]();
}
