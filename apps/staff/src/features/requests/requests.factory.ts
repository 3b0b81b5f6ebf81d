import type { BookingRequest, RequestDay } from './requests.queries.ts';

/** A day of a request, as a test wants it. */
export function requestDay(bookingId: string, change: Partial<RequestDay> = {}): RequestDay {
  return {
    bookingId,
    on: '2026-12-01',
    unit: 'repas',
    unitLabel: 'Repas',
    state: 'requested',
    cents: 390,
    payBefore: null,
    freePlaces: 3,
    waiting: 0,
    holdsPlace: true,
    canAccept: true,
    why: [],
    ...change,
  };
}

/** A request of a family, as a test wants it. */
export function bookingRequest(
  id: string,
  lastName: string,
  change: Partial<BookingRequest> = {},
): BookingRequest {
  return {
    id,
    kind: 'booking',
    household: { id: `h-${id}`, name: lastName },
    child: { id: `c-${id}`, firstName: 'Léa', lastName, schoolClass: 'CE1' },
    activity: { code: 'restauration', label: 'Restauration' },
    facility: { id: 'f', name: 'École A' },
    requestedAt: '2026-11-16T08:00:00.000Z',
    answerDueAt: '2026-11-18T08:00:00.000Z',
    due: 'later',
    days: [requestDay(`${id}-1`), requestDay(`${id}-2`, { on: '2026-12-03' })],
    householdStatus: { fileComplete: true, missingDocuments: [], enrolment: 'accepted' },
    decision: null,
    ...change,
  };
}
