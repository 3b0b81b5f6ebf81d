import { Problem, type ProblemParams } from '../../platform/http/problem.ts';
import type { PlaceDecision } from './decide-place.ts';
import type { ChangePlacesRefusal } from './use-cases/change-places.ts';

type Refusal = Extract<PlaceDecision, { kind: 'refused' }>;

const titles: Record<Refusal['code'], string> = {
  'not-waiting': 'This booking waits for no place any more',
  'waiting-over': 'The time to wait for that place is over',
  'not-first': 'Somebody joined the list before: say why they come after',
  full: 'No place is left: make room for one more, with a reason',
  'session-closed': 'The session does not take place',
  'not-enrolled': 'The child is not enrolled in that activity any more',
  'no-list': 'The règlement offers no places: give it instead',
  'incompatible-unit': 'The child holds a unit of that day that excludes this one',
};

/** Why somebody who waits was not given a place, as it is answered. */
export function placeProblem(refusal: Refusal): Problem {
  return new Problem(409, refusal.code, titles[refusal.code], { params: paramsOf(refusal) });
}

function paramsOf(refusal: Refusal): ProblemParams {
  if (refusal.code === 'not-first') return { rank: refusal.rank };
  return refusal.code === 'incompatible-unit' ? { unit: refusal.unit } : {};
}

const changes: Record<ChangePlacesRefusal['code'], string> = {
  'day-over': 'That day is over',
  'places-held': 'Bookings hold more places than that',
};

/** Why the places of a day were not changed, as it is answered. */
export function changePlacesProblem(refusal: ChangePlacesRefusal): Problem {
  const { code } = refusal;
  const held = code === 'places-held' ? { part: refusal.part, taken: refusal.taken } : undefined;
  return new Problem(409, code, changes[code], held ? { params: held } : {});
}

/** Room beyond the capacity is made for a reason. */
export function reasonMissing(): Problem {
  const error = { pointer: '/body/reason', code: 'required', message: 'Say why' };
  return new Problem(422, 'invalid', 'The request has the wrong shape', { errors: [error] });
}
