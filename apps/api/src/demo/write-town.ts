import type { Faker } from '@faker-js/faker';
import { type CompiledReglement, compileReglement } from '@preau/domain/reglement/compile';
import { addDays, day, type Day, mondayOf, schoolYearOf } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import { openSessions } from '../modules/activities/activities.public.ts';
import { acceptEnrolments } from '../modules/enrolments/enrolments.public.ts';
import {
  createOrganisation,
  findOrganisationId,
} from '../modules/organisations/organisations.public.ts';
import { publishReglement } from '../modules/reglements/reglements.public.ts';
import type { Database } from '../platform/db/pool.ts';
import { statement } from '../platform/db/statement.ts';
import { transaction, type Tx } from '../platform/db/transaction.ts';
import { gatherActs } from './acts.ts';
import { findOpenSessions, insertBookings } from './bookings.store.ts';
import { chooseAttendance } from './choose-attendance.ts';
import { decideBookings } from './decide-bookings.ts';
import type { OpenSession } from './demo-bookings.ts';
import { writeEnrolmentStates } from './enrolment-states.store.ts';
import { enrolEverybody } from './enrolments.ts';
import { writeGivenDocuments } from './given-documents.store.ts';
import { writeHistory } from './history.store.ts';
import { liveTown } from './lives/live-town.ts';
import { createSites, type Sites } from './sites.ts';
import { Seats } from './seats.ts';
import { chooseShowDays, type RoleOf } from './show-days.ts';
import type { DemoTown } from './town.ts';
import { writeDocuments } from './write-documents.ts';
import { writeNews } from './write-news.ts';
import { type PeopleWriting, writePeople } from './write-people.ts';

export type Writing = PeopleWriting & {
  /** Connections of the owner role: an organisation is created by no other. */
  readonly owner: Database;
  readonly faker: Faker;
};

const weeksBehind = 8;
const weeksAhead = 6;
/** Where families book a whole period, or next month: what opens last is still to be seen. */
const weeksAheadOfWindows = 16;

const written = statement<{ written: boolean }>(
  'demo.written',
  'select exists (select from reglement_version where organisation_id = $1) as written',
);

/** Whether an organisation of the demonstration was written before: all of it was, then. */
export async function isWritten(tx: Tx): Promise<boolean> {
  const [before] = await tx.ask(written, [tx.organisationId]);
  return before?.written === true;
}

/**
 * Writes one organisation with its families and their bookings around `now`, all or nothing; does
 * nothing where that was done before.
 */
export async function writeTown(town: DemoTown, writing: Writing): Promise<void> {
  const { owner } = writing;
  // The organisation is committed first, so a start that was interrupted is taken up again.
  const id =
    (await findOrganisationId(owner, town.slug)) ??
    (await createOrganisation(owner, town, writing.now));
  await transaction(owner, id, async (tx) => {
    if (!(await isWritten(tx))) await writeEverything(tx, town, writing);
  });
}

async function writeEverything(tx: Tx, town: DemoTown, writing: Writing): Promise<void> {
  const today = localDayOf(writing.now, town.document.calendar.timeZone);
  const from = addDays(mondayOf(today), -7 * weeksBehind);
  const weeks = town.stories === undefined ? weeksAhead : weeksAheadOfWindows;
  const until = addDays(mondayOf(today), 7 * (weeks + 1) - 1);

  const versionId = await publishReglement(tx, town.document, writing.now);
  const sites = await createSites(tx, town);
  await openSessions(tx, {
    document: town.document,
    places: sites.places,
    from: earliest(from, day(`${schoolYearOf(today).slice(0, 4)}-09-01`)),
  });
  await writePeople(tx, town, sites, writing);
  await writeNews(tx, town, writing.now);
  await writeDocuments(tx, town, writing.owner, writing.now);

  const { withoutDocuments = [] } = town;
  const given = town.households.filter(
    ({ id, fileComplete = true }) => fileComplete && !withoutDocuments.includes(id),
  );
  await writeGivenDocuments(tx, town.document.documents, given, writing.now);

  const reglement = compileReglement(town.document);
  const planned = await findOpenSessions(tx, from, until);
  const { now } = writing;
  const roleOf = await chooseShowDays(tx, { town, sites, sessions: planned, reglement, now });
  const sessions = await findOpenSessions(tx, from, until);
  const schoolYears = yearsOf(from, today);
  const booking = { town, sites, sessions, roleOf, reglement, versionId, schoolYears };
  await bookEverybody(tx, booking, writing);
}

type Booking = {
  readonly town: DemoTown;
  readonly sites: Sites;
  readonly sessions: readonly OpenSession[];
  readonly roleOf: RoleOf;
  readonly reglement: CompiledReglement;
  readonly versionId: string;
  readonly schoolYears: readonly string[];
};

async function bookEverybody(tx: Tx, booking: Booking, { faker, now }: Writing): Promise<void> {
  const { town, sites, sessions, reglement, versionId, schoolYears } = booking;
  const { households, stories, enrolments: otherwise = [] } = town;
  const children = [...new Set(households.flatMap((household) => household.children))];
  const schoolYear = schoolYearOf(localDayOf(now, reglement.calendar.timeZone));
  const codeOf = new Map(sites.activities.map(({ id, code }) => [id, code]));
  const enrolments = enrolEverybody(children, sites.activities, town.document, schoolYears).filter(
    ({ childId, activityId }) =>
      !otherwise.some((one) => one.childId === childId && one.activity === codeOf.get(activityId)),
  );
  acceptEnrolments(tx, enrolments);
  const offered = sites.activities;
  await writeEnrolmentStates(tx, otherwise, { children, offered, reglement, schoolYear, now });
  const seats = new Seats(sites.capacityOf);
  const bookings =
    stories === undefined
      ? decideBookings(chooseAttendance({ ...booking, children, enrolments }, seats), {
          households,
          reglement,
          now,
          faker,
        })
      : liveTown({ town, sessions, children, enrolments, reglement, seats, now, faker });
  const acts = gatherActs(bookings);
  insertBookings(tx, versionId, bookings, seats.shifts(), ({ steps }) => acts.receiptOf(steps[0]));
  await writeHistory(tx, versionId, bookings, acts);
}

/** From the school year of the first day shown to the one after the present one. */
function yearsOf(from: Day, today: Day): string[] {
  const present = schoolYearOf(today);
  const next = Number(present.slice(5));
  return [...new Set([schoolYearOf(from), present, `${next}-${next + 1}`])];
}

function earliest(one: Day, other: Day): Day {
  return one < other ? one : other;
}
