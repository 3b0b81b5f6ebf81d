import type { WaitingList } from '@preau/domain/reglement/document';
import { type Instant, toIso } from '@preau/domain/time/instant';
import type { z } from 'zod';
import type { DayBookingRow, DaySessionRow } from './occupancy-day.queries.ts';
import type { occupancyDaySchema } from './occupancy.schemas.ts';

export type OccupancyDay = z.infer<typeof occupancyDaySchema>;
type SessionDay = OccupancyDay['sessions'][number];

/** The panel of one unit on one day; `undefined` where it has no session. */
export function occupancyDay(
  unitId: string,
  on: string,
  sessions: readonly DaySessionRow[],
  bookings: readonly DayBookingRow[],
  list: WaitingList,
): OccupancyDay | undefined {
  const [first] = sessions;
  if (!first) return undefined;
  return {
    on,
    facility: { id: first.facility_id, name: first.facility },
    activity: first.activity,
    unitId,
    unitLabel: first.unit_label,
    waitingList: list.kind,
    offerHours: list.kind === 'none' ? null : list.offerHours,
    sessions: sessions.map((session) =>
      sessionDay(
        session,
        bookings.filter(({ session_id }) => session_id === session.id),
      ),
    ),
  };
}

function sessionDay(session: DaySessionRow, bookings: readonly DayBookingRow[]): SessionDay {
  const { id, pools } = session;
  const free = Math.min(...pools.map((pool) => pool.capacity + pool.allowance - pool.taken));
  const waits = bookings.filter(({ state }) => state === 'waitlisted' || state === 'offered');
  const requested = bookings.filter(({ state }) => state === 'requested');
  const booked = bookings.filter((one) => !waits.includes(one) && !requested.includes(one));
  return {
    id,
    ageGroup: session.age_group,
    ageGroupLabel: session.age_group_label,
    startsAt: toIso(session.starts_at),
    endsAt: toIso(session.ends_at),
    closed: session.closed_label,
    taken: bookings.filter(({ holds_place }) => holds_place).length,
    free: pools.length === 0 ? 0 : Math.max(free, 0),
    pools,
    booked: booked.map(somebody),
    requested: requested.map(somebody),
    waiting: waits.map((row) => ({
      ...somebody(row),
      rank: row.rank,
      since: moment(row.since),
      until: moment(row.until),
    })),
  };
}

function somebody(row: DayBookingRow) {
  return {
    bookingId: row.booking_id,
    state: row.state,
    household: { id: row.household_id, name: row.household },
    child: {
      id: row.child_id,
      firstName: row.first_name,
      lastName: row.last_name,
      schoolClass: row.school_class,
    },
  };
}

/** Who waits does so since a moment and until another (constraints of the table). */
function moment(at: Instant | null): string {
  if (at === null) throw new Error('Who waits does so since a moment and until another');
  return toIso(at);
}
