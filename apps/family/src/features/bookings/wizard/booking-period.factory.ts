import type { BookingPeriod } from './booking-periods.queries.ts';

/** Christmas of Léa, open until a Friday evening. */
export function bookingPeriod(changes: Partial<BookingPeriod> = {}): BookingPeriod {
  return {
    code: 'noel',
    label: 'Vacances de Noël',
    activity: { code: 'vacances', label: 'Vacances' },
    facility: 'ALSH Fondespierre',
    from: '2026-12-19',
    until: '2027-01-03',
    state: 'open',
    opensAt: '2026-11-24T08:00:00.000Z',
    closesAt: '2026-12-11T17:00:00.000Z',
    childIds: ['lea'],
    days: 8,
    daysFull: 0,
    ...changes,
  };
}
