import type {
  EnrolmentRules,
  ReglementDocument,
  RequiredDocument,
} from '@preau/domain/reglement/document';
import { readTown } from '@preau/reglement/read-town';

const valDeLure = readTown('val-de-lure');

/** A document that blocks the enrolment in the wraparound care until it is sent. */
export const insurance: RequiredDocument = {
  code: 'dispense-medicale',
  label: 'Assurance',
  about: 'child',
  activities: ['periscolaire'],
  blocks: ['enrolment'],
  satisfiedBy: 'sent',
  validMonths: 12,
};

/** Enrolments parents ask for, answered in 48 working hours; the next year from 1 June. */
export const askedOnline: EnrolmentRules = {
  kind: 'online',
  nextYearFrom: '06-01',
  answerWithinHours: 48,
};

/** Val-de-Lure's rules as if parents enrolled their children themselves, but for the holidays. */
export function townOfRequests(change: Partial<ReglementDocument> = {}): ReglementDocument {
  return {
    ...valDeLure,
    activities: valDeLure.activities.map((activity) =>
      activity.kind === 'holiday' ? activity : { ...activity, enrolment: askedOnline },
    ),
    ...change,
  };
}
