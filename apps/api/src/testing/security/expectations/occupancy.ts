import { createHash } from 'node:crypto';
import { day } from '@preau/domain/time/day';
import { insertClosure } from '../../../modules/activities/activities.public.ts';
import { statement } from '../../../platform/db/statement.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import type { PersonName, Town, World } from '../cast.ts';
import { type Expectation, forStaff } from '../expectations.ts';
import { confirmLunch } from '../journeys.ts';

const forOffice = { administrator: 200, office: 200, attendant: 403, foreign: 200 };
/** Of an object of `here`: another organisation has none of it. */
const ofHere = (status: number) => ({
  administrator: status,
  office: status,
  attendant: 403,
  foreign: 404,
});

const waitLast = statement<{ id: string }>(
  'security.wait',
  `update booking
   set state = 'waitlisted', waiting_since = created_at, expires_at = created_at + interval '2 days'
   where organisation_id = $1 and id = (
     select booking_id from booking_change where organisation_id = $1 and confirmation_id = $2)
   returning id`,
);

/** A booking of this parent's household that waits for a place, beside free ones. */
export async function waitForPlace(world: World, parent: PersonName): Promise<string> {
  const confirmationId = await confirmLunch(world, parent);
  const { organisation } = world.people[parent].town;
  const [waiting] = await transaction(world.testApp.database, organisation.id, (tx) =>
    tx.ask(waitLast, [organisation.id, confirmationId]),
  );
  if (!waiting) throw new Error(`Confirmation ${confirmationId} booked nothing`);
  return waiting.id;
}

/** Days of summer on which the town's sites have no session. */
const emptyDays = { from: '2027-08-02', until: '2027-08-03' };

/** A closure of days to come, which cancels nothing. */
export async function declareEmptyClosure({ testApp }: World, town: Town): Promise<string> {
  const { id } = await transaction(testApp.database, town.organisation.id, (tx) =>
    insertClosure(
      tx,
      {
        from: day(emptyDays.from),
        until: day(emptyDays.until),
        label: 'Fermeture',
        facilityId: null,
        activityCode: null,
      },
      null,
    ),
  );
  return id;
}

/** A closure of those days for a facility, as it is previewed and declared. */
export function emptyClosure(facilityId: string) {
  return { ...emptyDays, facilityId, activityCode: 'restauration', label: 'Fermeture annuelle' };
}

/** The same with the fingerprint of an impact on nobody. */
export function declaredClosure(facilityId: string) {
  const fingerprint = createHash('sha256').digest('hex').slice(0, 32);
  return {
    path: '/api/staff/closures',
    body: { ...emptyClosure(facilityId), fingerprint },
    headers: { 'idempotency-key': newId() },
  };
}

/** The places of a lunch of a facility, unchanged. */
export function samePlaces(facilityId: string) {
  return {
    facilityId,
    ageGroup: 'elementaire',
    on: '2026-12-15',
    pools: [{ part: 'lunch', capacity: 10, allowance: 0 }],
    reason: 'Une animatrice de plus',
    keepBookings: false,
  };
}

const findUnit = statement<{ id: string }>(
  'security.unit',
  `select u.id from unit u join activity a on a.organisation_id = $1 and a.id = u.activity_id
   where u.organisation_id = $1 and a.facility_id = $2 and u.code = 'repas'`,
);

/** The lunch of a town's school. */
export async function lunchUnit({ testApp }: World, { organisation, school }: Town) {
  const [unit] = await transaction(testApp.database, organisation.id, (tx) =>
    tx.ask(findUnit, [organisation.id, school.id]),
  );
  return unit?.id ?? '';
}

const giving = (gesture: 'offer' | 'place') =>
  forStaff(ofHere(200), async (world) => ({
    path: `/api/staff/waiting/${await waitForPlace(world, 'guardian')}/${gesture}`,
    body: givenPlace,
  }));

/** Every word of it may be missing. */
export const givenPlace = { note: 'Fratrie', extraPlace: 'Une animatrice de plus' };

/** What may be left unsaid: for everything, without a word. */
export const occupancyAllowedAsIs: readonly string[] = [
  'POST /api/staff/waiting/:id/offer /note = null',
  'POST /api/staff/waiting/:id/offer /extraPlace = null',
  'POST /api/staff/waiting/:id/place /note = null',
  'POST /api/staff/waiting/:id/place /extraPlace = null',
  'POST /api/staff/places /reason = null',
  'POST /api/staff/closures/preview /facilityId = null',
  'POST /api/staff/closures/preview /activityCode = null',
  'POST /api/staff/closures /facilityId = null',
  'POST /api/staff/closures /activityCode = null',
];

/** Routes that only show what would be done. */
export const occupancyUnrecorded: Readonly<Record<string, RegExp>> = {
  'POST /api/staff/closures/preview': /writes nothing/,
};

/** Places, waiting lists and closures, for the office. */
export const occupancyExpectations: Record<string, Expectation> = {
  'GET /api/staff/occupancy': forStaff(forOffice, () => ({
    path: '/api/staff/occupancy?from=2026-12-01&until=2026-12-31',
  })),
  'GET /api/staff/occupancy/day': forStaff(ofHere(200), async (world) => ({
    path: `/api/staff/occupancy/day?on=2026-12-15&unitId=${await lunchUnit(world, world.here)}`,
  })),
  'POST /api/staff/waiting/:id/offer': giving('offer'),
  'POST /api/staff/waiting/:id/place': giving('place'),
  'POST /api/staff/places': forStaff(ofHere(204), ({ here }) => ({
    path: '/api/staff/places',
    body: samePlaces(here.school.id),
  })),
  'GET /api/staff/closures': forStaff(forOffice, () => ({
    path: '/api/staff/closures?schoolYear=2026-2027',
  })),
  'POST /api/staff/closures/preview': forStaff(ofHere(200), ({ here }) => ({
    path: '/api/staff/closures/preview',
    body: emptyClosure(here.school.id),
  })),
  'POST /api/staff/closures': forStaff(ofHere(200), ({ here }) => declaredClosure(here.school.id)),
  'DELETE /api/staff/closures/:id': forStaff(ofHere(200), async (world) => ({
    path: `/api/staff/closures/${await declareEmptyClosure(world, world.here)}`,
  })),
};
