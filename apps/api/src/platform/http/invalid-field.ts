import { Problem } from './problem.ts';

/** 422 `invalid` about one place of a request, where no schema can tell. */
export function invalidField(pointer: string, code: string): Problem {
  const errors = [{ pointer, code, message: 'Not as expected' }];
  return new Problem(422, 'invalid', 'The request has the wrong shape', { errors });
}
