import type { RequiredDocument } from '../reglement/document.ts';
import type { Day } from '../time/day.ts';
import type { DocumentFact } from './verdict.ts';

/** The documents asked for that are not there, or no longer good on that day. */
export function missingDocuments(
  required: readonly RequiredDocument[],
  given: readonly DocumentFact[],
  on: Day,
): readonly RequiredDocument[] {
  return required.filter(
    ({ code, satisfiedBy }) =>
      !given.some(
        (document) =>
          document.code === code &&
          (satisfiedBy === 'sent' || document.state === 'accepted') &&
          (document.until === null || on <= document.until),
      ),
  );
}
