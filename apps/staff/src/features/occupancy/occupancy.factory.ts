import { addDays, day } from '@preau/domain/time/day';
import type { Occupancy, OccupancyCell, OccupancyDay } from './occupancy.queries.ts';

/** A cell of twenty places, as many taken as said. */
export function cellOf(taken: number, more: Partial<OccupancyCell> = {}): OccupancyCell {
  return {
    capacity: 20,
    taken,
    free: 20 - taken,
    requested: 0,
    waiting: 0,
    offered: 0,
    groups: 1,
    full: taken >= 20 ? 1 : 0,
    over: 0,
    closed: null,
    ...more,
  };
}

type Unit = {
  readonly facility: string;
  readonly unit: string;
  readonly cells: Occupancy['rows'][number]['cells'];
};

/** The places of some days from the first of December, unit by unit. */
export function occupancyOf(units: readonly Unit[]): Occupancy {
  const first = day('2026-12-01');
  const count = Math.max(...units.map(({ cells }) => cells.length));
  const facilities = [...new Set(units.map(({ facility }) => facility))];
  return {
    days: Array.from({ length: count }, (_, at) => ({
      on: addDays(first, at),
      holiday: null,
      isPublicHoliday: false,
    })),
    facilities: facilities.map((name) => ({ id: name, name })),
    rows: units.map(({ facility, unit, cells }) => ({
      facilityId: facility,
      activityId: `${facility} ${unit}`,
      activityCode: unit,
      activity: unit,
      unitId: `${facility} ${unit}`,
      unit,
      unitLabel: unit,
      cells,
    })),
    summary: {
      today: '2026-12-01',
      expected: 12,
      openUnits: 2,
      waiting: 3,
      waitingWithPlace: 1,
      offered: 0,
    },
  };
}

/** A full lunch that two children wait for. */
export function fullDay(more: Partial<OccupancyDay['sessions'][number]> = {}): OccupancyDay {
  const somebody = (id: string, firstName: string) => ({
    bookingId: id,
    state: 'waitlisted' as const,
    household: { id: `h-${id}`, name: 'Aubry' },
    child: { id: `c-${id}`, firstName, lastName: 'Aubry', schoolClass: 'CP' },
  });
  return {
    on: '2026-12-01',
    facility: { id: 'École A', name: 'École A' },
    activity: 'Cantine',
    unitId: 'École A Cantine',
    unitLabel: 'Cantine',
    waitingList: 'staff',
    offerHours: 24,
    sessions: [
      {
        id: 's',
        ageGroup: 'elementaire',
        ageGroupLabel: 'Élémentaire',
        startsAt: '2026-12-01T11:00:00.000Z',
        endsAt: '2026-12-01T12:30:00.000Z',
        closed: null,
        taken: 1,
        free: 0,
        pools: [{ part: 'lunch', capacity: 1, allowance: 0, allowanceReason: null, taken: 1 }],
        booked: [{ ...somebody('b', 'Léa'), state: 'confirmed' }],
        requested: [],
        waiting: [
          {
            ...somebody('one', 'Malo'),
            rank: 1,
            since: '2026-11-02T08:00:00.000Z',
            until: '2026-11-27T11:00:00.000Z',
          },
          {
            ...somebody('two', 'Sara'),
            rank: 2,
            since: '2026-11-04T08:00:00.000Z',
            until: '2026-11-27T11:00:00.000Z',
          },
        ],
        ...more,
      },
    ],
  };
}
