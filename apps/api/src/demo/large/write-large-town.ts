import { compileReglement } from '@preau/domain/reglement/compile';
import { knownUntil } from '@preau/domain/calendar/school-holidays';
import { day, type Day, schoolYearOf } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import { sql } from 'drizzle-orm';
import { openSessions } from '../../modules/activities/activities.public.ts';
import { acceptEnrolments } from '../../modules/enrolments/enrolments.public.ts';
import {
  createOrganisation,
  findOrganisationId,
} from '../../modules/organisations/organisations.public.ts';
import { publishReglement } from '../../modules/reglements/reglements.public.ts';
import { transaction, type Tx } from '../../platform/db/transaction.ts';
import { enrolEverybody } from '../enrolments.ts';
import { createSites, type Sites } from '../sites.ts';
import type { DemoTown } from '../town.ts';
import { writePeople } from '../write-people.ts';
import { isWritten, type Writing } from '../write-town.ts';
import { chooseHabits, type Habit, type SlotOf } from './choose-habits.ts';
import {
  countTown,
  countWeekdays,
  findUnitDays,
  insertYear,
  stageYear,
  takeYear,
  type TownCounts,
  type WeekdayCount,
} from './large-bookings.store.ts';
import { withoutIndexes } from './without-indexes.ts';
import { yearVerdicts } from './year-verdicts.ts';

/** A statement carries at most 65,535 values. */
const householdsAtOnce = 1_000;
/**
 * Of this transaction only: memory for the building of indexes and for the joins of the year, which
 * are hashed in the order they are written in. The planner does not know what `unnest` brings.
 */
const settings = `set local maintenance_work_mem = '512MB'; set local work_mem = '256MB';
  set local enable_nestloop = off; set local enable_mergejoin = off; set local join_collapse_limit = 1`;

/** What was written, and how long it took; `null` = before this start. */
export type LargeFigures = TownCounts & { readonly seconds: number | null };

/**
 * Writes a town with a whole school year of bookings, in one transaction on a database that has no
 * booking yet; does nothing where that was done before.
 */
export async function writeLargeTown(
  town: DemoTown,
  bookings: number,
  writing: Writing,
): Promise<LargeFigures> {
  const started = performance.now();
  const { owner, now } = writing;
  const id =
    (await findOrganisationId(owner, town.slug)) ?? (await createOrganisation(owner, town, now));
  const known = await transaction(owner, id, async (tx) =>
    (await isWritten(tx)) ? countTown(tx) : null,
  );
  if (known) return { ...known, seconds: null };
  const written = await transaction(owner, id, async (tx) => {
    await tx.orm.execute(sql.raw(settings));
    return writeEverything(tx, town, bookings, writing);
  });
  return { ...written, seconds: Math.round((performance.now() - started) / 1_000) };
}

async function writeEverything(
  tx: Tx,
  town: DemoTown,
  bookings: number,
  writing: Writing,
): Promise<TownCounts> {
  const { now } = writing;
  const { document } = town;
  const today = localDayOf(now, document.calendar.timeZone);
  const { schoolYear, from, until } = yearShown(today, knownUntil(document.calendar.schoolZone));
  const versionId = await publishReglement(tx, document, now);
  const sites = await createSites(tx, town);
  await openSessions(tx, { document, places: sites.places, from });
  for (let at = 0; at < town.households.length; at += householdsAtOnce) {
    const households = town.households.slice(at, at + householdsAtOnce);
    const staff = at === 0 ? town.staff : [];
    await writePeople(tx, { ...town, households, staff }, sites, writing);
  }
  const children = town.households.flatMap((household) => household.children);
  const years = [schoolYear, schoolYearOf(until)];
  acceptEnrolments(tx, enrolEverybody(children, sites.activities, document, [...new Set(years)]));

  const weekdays = await countWeekdays(tx, from, until);
  const habits = habitsOf({ town, sites, weekdays, schoolYear, bookings }, writing);
  const unitDays = await findUnitDays(tx, from, until);
  const quotients = [...new Set(town.households.map(({ quotient }) => quotient))];
  const reglement = compileReglement(document);
  const verdicts = yearVerdicts({ reglement, now, days: unitDays, quotients });
  await stageYear(tx, { from, until, weekdays, unitDays, quotients, habits, verdicts });
  await withoutIndexes(tx, 'booking', () => insertYear(tx, versionId, today));
  await takeYear(tx);
  await tx.orm.execute(sql`analyze`);
  return {
    households: town.households.length,
    children: children.length,
    bookings: habits.reduce((sum, { slot }) => sum + (weekdays[slot]?.days ?? 0), 0),
  };
}

type Habits = {
  readonly town: DemoTown;
  readonly sites: Sites;
  readonly weekdays: readonly WeekdayCount[];
  readonly schoolYear: string;
  readonly bookings: number;
};

/** Who comes when, each with the place of its weekday among those counted. */
function habitsOf(
  { town, sites, weekdays, schoolYear, bookings }: Habits,
  { faker }: Writing,
): (Habit & { readonly slot: number })[] {
  const slots = new Map(
    weekdays.map(({ facilityId, unit, group, weekday }, slot) => [
      `${facilityId} ${unit} ${group} ${weekday}`,
      slot,
    ]),
  );
  const slotOf: SlotOf = ({ facility, unit, group, weekday }) =>
    slots.get(`${sites.idOf(facility)} ${unit} ${group} ${weekday}`);
  const { households, facilities, document } = town;
  return chooseHabits({
    households,
    facilities,
    document,
    schoolYear,
    slotOf,
    daysOf: (slot) => weekdays[slot]?.days ?? 0,
    bookings,
    faker,
  });
}

/** The present school year, or the last one whose calendar is known. */
function yearShown(today: Day, known: Day): { schoolYear: string; from: Day; until: Day } {
  const schoolYear = schoolYearOf(today < known ? today : known);
  const first = schoolYear.slice(0, 4);
  return {
    schoolYear,
    from: day(`${first}-09-01`),
    until: day(`${Number(first) + 1}-08-31`),
  };
}
