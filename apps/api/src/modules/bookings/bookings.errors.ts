import { sqlState, violatedConstraint } from '../../platform/db/transaction.ts';
import { notFound, Problem } from '../../platform/http/problem.ts';
import type { OfferDecision } from './decide-offer.ts';
import type { ConfirmResult } from './use-cases/confirm-cart.ts';

type ConfirmRefusal = Extract<ConfirmResult, { kind: 'refused' }>['code'];

const confirmProblems: Record<ConfirmRefusal, () => Problem> = {
  'cart-changed': () =>
    new Problem(409, 'cart-changed', 'The draft has changed since it was shown'),
  'cart-empty': () => new Problem(409, 'cart-empty', 'The draft is empty'),
};

export function problemOf(refusal: ConfirmRefusal): Problem {
  return confirmProblems[refusal]();
}

type OfferRefusal = Extract<OfferDecision, { kind: 'refused' }>;

const offerProblems: Record<OfferRefusal['code'], string> = {
  'offer-lapsed': 'The offer is over',
  'offer-accepted': 'The offer was accepted: cancel the booking instead',
  'incompatible-unit': 'The child holds a unit of that day that excludes this one',
};

export function offerProblem(refusal: OfferRefusal): Problem {
  const title = offerProblems[refusal.code];
  const more = refusal.code === 'incompatible-unit' ? { params: { unit: refusal.unit } } : {};
  return new Problem(409, refusal.code, title, more);
}

const foreignKeyViolated = '23503';
const constraintsOfTheLastResort = new Set(['one_live_booking', 'never_overbooked']);

/** A child or a session that is not there, or not theirs, answers 404; the rest is rethrown. */
export function draftProblem(error: unknown): unknown {
  return sqlState(error) === foreignKeyViolated ? notFound() : error;
}

/** What the database refuses although the decision allowed it: say that things moved, try again. */
export function confirmProblem(error: unknown): unknown {
  const constraint = violatedConstraint(error);
  return constraint !== undefined && constraintsOfTheLastResort.has(constraint)
    ? new Problem(409, 'places-changed', 'Places changed meanwhile, try again')
    : error;
}
