import type { BookingState } from '@preau/domain/bookings/states';
import type { Constraint } from '@preau/domain/bookings/verdict';
import type { ExpectedState } from '@preau/domain/enrolments/expected-documents';
import type { EnrolmentState } from '@preau/domain/enrolments/states';
import type { Locator } from 'playwright-core';

/** What no règlement has rules for yet: an absence that is announced, or excused. */
type Absence = 'absenceDeclared' | 'absentExcused';

/** Every state that a person can come across, by what it is of. */
export type StateName =
  | `booking ${Exclude<BookingState, Absence>}`
  | `cell ${Constraint}`
  | `enrolment ${EnrolmentState}`
  | `document ${ExpectedState}`;

export type Town = 'fondespierre' | 'val-de-lure' | 'hasparren' | 'lapalud' | 'espace-famille';

/** Journeys that count what they show: those of a town, and a place waited for. */
export type Shower = Town | 'waiting-list';

/** In which journeys each state is seen: a state that no journey shows does not compile. */
const seenIn: Readonly<Record<StateName, Shower>> = {
  'booking requested': 'hasparren',
  'booking confirmed': 'val-de-lure',
  'booking cancellationRequested': 'hasparren',
  'booking refused': 'hasparren',
  'booking cancelled': 'hasparren',
  'booking cancelledLate': 'val-de-lure',
  'booking waitlisted': 'waiting-list',
  'booking offered': 'waiting-list',
  'booking declined': 'espace-famille',
  'booking lapsed': 'waiting-list',
  'booking awaitingPayment': 'lapalud',
  'booking expired': 'lapalud',
  'booking attended': 'fondespierre',
  'booking absentUnexcused': 'fondespierre',
  'cell free': 'val-de-lure',
  'cell late': 'val-de-lure',
  'cell staffOnly': 'lapalud',
  'cell full': 'fondespierre',
  'cell deadlinePassed': 'hasparren',
  'cell notOpenYet': 'lapalud',
  'cell closed': 'espace-famille',
  'cell holiday': 'lapalud',
  'cell documentsMissing': 'hasparren',
  'cell notEnrolled': 'lapalud',
  'cell neverOnline': 'fondespierre',
  'cell ageOut': 'fondespierre',
  'enrolment requested': 'lapalud',
  'enrolment incomplete': 'hasparren',
  'enrolment waitlisted': 'espace-famille',
  'enrolment accepted': 'lapalud',
  'enrolment refused': 'hasparren',
  'enrolment ended': 'hasparren',
  'document expected': 'hasparren',
  'document sent': 'hasparren',
  'document accepted': 'hasparren',
  'document refused': 'hasparren',
  'document expired': 'hasparren',
};

/** The states that these journeys have to show. */
export function statesOf(town: Shower): readonly string[] {
  return Object.entries(seenIn).flatMap(([state, where]) => (where === town ? [state] : []));
}

/** Waits until what shows a state is on the screen, and notes that it was seen. */
export type Sees = (state: StateName, shown: Locator) => Promise<void>;

/** States seen in this file. */
const seen = new Set<string>();

export const sees: Sees = async (state, shown) => {
  await shown.first().waitFor();
  seen.add(state);
};

/** States seen so far in this file. */
export function statesSeen(): readonly string[] {
  return [...seen].toSorted();
}
