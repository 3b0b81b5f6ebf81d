import type { Day, Weekday } from '@preau/domain/time/day';
import { sql } from 'drizzle-orm';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { Habit } from './choose-habits.ts';
import type { UnitDay, YearVerdict } from './year-verdicts.ts';

/** How often a unit takes place at a site on a weekday, for one age group. */
export type WeekdayCount = {
  readonly unitId: string;
  readonly unit: string;
  readonly facilityId: string;
  readonly group: string;
  readonly weekday: Weekday;
  readonly days: number;
};

const counts = statement<WeekdayCount>(
  'demo.weekdays',
  `select s.unit_id as "unitId", u.code as unit, s.facility_id as "facilityId", s.age_group as "group",
          extract(isodow from s.held_on)::int as weekday, count(*)::int as days
   from session s join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
   where s.organisation_id = $1 and s.held_on between $2 and $3 and s.closed_label is null
   group by 1, 2, 3, 4, 5`,
);

export function countWeekdays(tx: Tx, from: Day, until: Day): Promise<WeekdayCount[]> {
  return tx.ask(counts, [tx.organisationId, from, until]);
}

const unitDays = statement<UnitDay>(
  'demo.unitDays',
  `select distinct u.code as unit, s.held_on as "on"
   from session s join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
   where s.organisation_id = $1 and s.held_on between $2 and $3 and s.closed_label is null`,
);

/** Each unit and day on which it takes place somewhere. */
export function findUnitDays(tx: Tx, from: Day, until: Day): Promise<UnitDay[]> {
  return tx.ask(unitDays, [tx.organisationId, from, until]);
}

/**
 * Joins of millions go by one number: the place of a weekday of a unit at a site (`slot`); the number
 * of a verdict, which that of its unit and day, of the quotient and of being late add up to.
 */
const stage = [
  `create temporary table habit (child_id uuid, household_id uuid, slot int, quotient int, rank int,
     head text, earlier interval) on commit drop`,
  `create temporary table year_day (slot int, session_id uuid, held_on date, first_verdict int, day int,
     tail text) on commit drop`,
  `create temporary table year_verdict (number int, stage smallint, made_by timestamptz, verdict jsonb)
   on commit drop`,
];

const fillHabits = statement<never>(
  'demo.habits',
  `insert into habit (child_id, household_id, slot, quotient, rank, head, earlier)
   select child_id, household_id, slot, quotient, rank, left(uuidv7()::text, -8),
     (rank * 7) % 480 * interval '1 hour'
   from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[]) with ordinality
     as h (child_id, household_id, slot, quotient, rank)
   order by household_id, child_id`,
);

const fillDays = statement<never>(
  'demo.days',
  `insert into year_day (slot, session_id, held_on, first_verdict, day, tail)
   select w.slot, s.id, s.held_on, d.first_verdict, s.held_on - $2::date,
     lpad(to_hex(s.held_on - $2::date), 8, '0')
   from unnest($4::uuid[], $5::text[], $6::int[]) with ordinality as w (unit_id, age_group, weekday, slot)
   join session s on s.organisation_id = $1 and s.unit_id = w.unit_id and s.age_group = w.age_group
     and extract(isodow from s.held_on)::int = w.weekday
   join unit u on u.organisation_id = $1 and u.id = s.unit_id
   join unnest($7::text[], $8::date[], $9::int[]) as d (unit, held_on, first_verdict)
     on d.unit = u.code and d.held_on = s.held_on
   where s.held_on between $2 and $3::date and s.closed_label is null`,
);

const fillVerdicts = statement<never>(
  'demo.verdicts',
  `insert into year_verdict (number, stage, made_by, verdict)
   select number, stage, to_timestamp(made_ms / 1000), verdict
   from unnest($1::int[], $2::smallint[], $3::float8[], $4::jsonb[]) as v (number, stage, made_ms, verdict)`,
);

export type StagedYear = {
  readonly from: Day;
  readonly until: Day;
  readonly weekdays: readonly WeekdayCount[];
  readonly unitDays: readonly UnitDay[];
  readonly quotients: readonly (number | null)[];
  /** With the place of their weekday in `weekdays`. */
  readonly habits: readonly (Habit & { readonly slot: number })[];
  readonly verdicts: readonly YearVerdict[];
};

/** Puts what bookings are made of beside them, for the length of the transaction. */
export async function stageYear(tx: Tx, year: StagedYear): Promise<void> {
  const { from, until, weekdays, unitDays: days, quotients, habits, verdicts } = year;
  const placeOf = new Map(quotients.map((quotient, at) => [quotient, at]));
  for (const table of stage) await tx.orm.execute(sql.raw(table));
  await tx.orm.execute(sql`analyze session`);
  await tx.ask(fillHabits, [
    habits.map(({ childId }) => childId),
    habits.map(({ householdId }) => householdId),
    // Counted from 1, as the rows of `unnest` are.
    habits.map(({ slot }) => slot + 1),
    habits.map(({ quotient }) => placeOf.get(quotient)),
  ]);
  await tx.ask(fillDays, [
    tx.organisationId,
    from,
    until,
    weekdays.map(({ unitId }) => unitId),
    weekdays.map(({ group }) => group),
    weekdays.map(({ weekday }) => weekday),
    days.map(({ unit }) => unit),
    days.map(({ on }) => on),
    days.map((_day, at) => at * quotients.length * 2),
  ]);
  await tx.ask(fillVerdicts, [
    verdicts.map(({ number }) => number),
    verdicts.map(({ stage }) => stage),
    verdicts.map(({ madeBy }) => madeBy),
    verdicts.map(({ verdict }) => JSON.stringify(verdict)),
  ]);
  await tx.orm.execute(sql`analyze habit, year_day, year_verdict`);
}

/**
 * Every habit on every day of its weekday: attended or missed before today, confirmed from today on;
 * one past day in fifty was booked late by the staff, one in twenty-three was missed. A habit has an id,
 * whose last digits count the days: to draw three million takes seconds.
 */
const bookings = statement<never>(
  'demo.yearOfBookings',
  `insert into booking (organisation_id, id, household_id, child_id, session_id, held_on, state, stage,
     reglement_version_id, verdict, created_at, updated_at)
   select $1, (h.head || d.tail)::uuid, h.household_id, h.child_id, d.session_id, d.held_on,
     case when d.held_on >= $3::date then 'confirmed'
          when (h.rank * 13 + d.day * 29) % 23 = 0 then 'absentUnexcused'
          else 'attended' end,
     v.stage, $2, v.verdict, made.at, made.at
   from habit h
   join year_day d on d.slot = h.slot
   join year_verdict v on v.number = d.first_verdict + h.quotient * 2
     + (d.held_on < $3::date and (h.rank * 31 + d.day * 17) % 50 = 0)::int
   cross join lateral (
     select case when v.stage > 0 then v.made_by else v.made_by - h.earlier end as at
   ) as made`,
);

const takePlaces = statement<never>(
  'demo.yearOfPlaces',
  `with held as (
     select s.facility_id, s.age_group, s.held_on, part, sum(h.children)::int as places
     from (select slot, count(*) as children from habit group by slot) as h
     join year_day d on d.slot = h.slot
     join session s on s.organisation_id = $1 and s.id = d.session_id
     cross join unnest(s.parts) as part
     group by 1, 2, 3, 4
   )
   update seat_pool p set taken = p.taken + held.places
   from held
   where p.organisation_id = $1 and p.facility_id = held.facility_id and p.age_group = held.age_group
     and p.held_on = held.held_on and p.part = held.part`,
);

/** Makes the bookings of the year from what was staged. */
export async function insertYear(tx: Tx, versionId: string, today: Day): Promise<void> {
  await tx.ask(bookings, [tx.organisationId, versionId, today]);
}

/** Takes the places that the bookings of the year hold. */
export async function takeYear(tx: Tx): Promise<void> {
  await tx.ask(takePlaces, [tx.organisationId]);
}

export type TownCounts = {
  readonly households: number;
  readonly children: number;
  readonly bookings: number;
};

const townCounts = statement<TownCounts>(
  'demo.townCounts',
  `select (select count(*)::int from household where organisation_id = $1) as households,
          (select count(*)::int from child where organisation_id = $1) as children,
          (select count(*)::int from booking where organisation_id = $1) as bookings`,
);

/** What a town holds. */
export async function countTown(tx: Tx): Promise<TownCounts> {
  const [counted] = await tx.ask(townCounts, [tx.organisationId]);
  return counted ?? { households: 0, children: 0, bookings: 0 };
}
