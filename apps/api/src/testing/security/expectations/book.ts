import { z } from 'zod';
import { statement } from '../../../platform/db/statement.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { cookieOfPerson } from '../actors.ts';
import type { PersonName, World } from '../cast.ts';
import { type Expectation, forParents, forStaff } from '../expectations.ts';
import { type Asked, send } from '../requests.ts';

const bookedFor = statement<{ id: string }>(
  'security.booking-of',
  `select id from booking where organisation_id = $1 and household_id = $2 order by created_at limit 1`,
);

/** A booking of this parent's household. */
export async function bookingOf(world: World, parent: PersonName): Promise<string> {
  const { town, householdId } = world.people[parent];
  const [booked] = await transaction(world.testApp.database, town.organisation.id, (tx) =>
    tx.ask(bookedFor, [tx.organisationId, householdId]),
  );
  if (!booked) throw new Error(`${parent} has booked nothing`);
  return booked.id;
}

/** A period of one Tuesday, the child's own unless another is named. */
export function periodOf({ families }: World, childId = families.alpha.children[0]?.id): unknown {
  return {
    entries: [{ childId, unit: 'repas', weekday: 2 }],
    from: '2027-03-02',
    until: '2027-03-02',
    action: 'add',
    waitWhenFull: false,
  };
}

// From the end of the year: parents book theirs from its beginning.
const lastFreeLunch = statement<{ id: string }>(
  'security.last-free-lunch',
  `select s.id from session s
   join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
   where s.organisation_id = $1 and s.facility_id = $2 and u.code = 'repas' and s.closed_label is null
     and not exists (select from booking b
       where b.organisation_id = s.organisation_id and b.session_id = s.id and b.child_id = $3)
   order by s.held_on desc limit 1`,
);

type Named = { readonly childId?: string; readonly sessionId?: string };

/** A change for a lunch that alpha's child never had, with other ids where they are named. */
export async function changesFor(
  { testApp, here, families }: World,
  named: Named = {},
): Promise<unknown[]> {
  const own = families.alpha.children[0]?.id ?? '';
  const [free] = await transaction(testApp.database, here.organisation.id, (tx) =>
    tx.ask(lastFreeLunch, [tx.organisationId, here.school.id, own]),
  );
  if (!free) throw new Error('There is no lunch left');
  return [{ childId: own, sessionId: free.id, ...named, action: 'add' }];
}

export const pathOf = (householdId: string, path: string) =>
  `/api/staff/households/${householdId}/${path}`;

const previewed = z.object({ totalCents: z.number() });

/** The request that books these changes at the price alpha is shown, for any household. */
export async function booking(
  world: World,
  householdId: string,
  changes: unknown[],
): Promise<Asked> {
  const { totalCents } = await priceOfLunch(world);
  return {
    path: pathOf(householdId, 'bookings'),
    body: { changes, note: 'Par téléphone', totalCents },
    headers: { 'idempotency-key': newId() },
  };
}

/** What a lunch costs alpha: the same whichever the day. */
async function priceOfLunch(world: World): Promise<z.infer<typeof previewed>> {
  const path = pathOf(world.families.alpha.id, 'bookings/preview');
  const body = { changes: await changesFor(world) };
  const cookie = await cookieOfPerson(world, 'administrator');
  return previewed.parse((await send(world.testApp, 'POST', { path, body }, cookie)).body);
}

const alphaOnly = { administrator: 200, office: 200, attendant: 403, foreign: 404 };

export const bookFamilyExpectations: Record<string, Expectation> = {
  'POST /api/family/planning/preview': forParents({ own: 200, otherHousehold: 404 }, (world) => ({
    path: '/api/family/planning/preview',
    body: periodOf(world),
  })),
  'POST /api/family/cart/period': forParents({ own: 200, otherHousehold: 404 }, (world) => ({
    path: '/api/family/cart/period',
    body: periodOf(world),
  })),
  'GET /api/family/history': forParents({ own: 200, otherHousehold: 200 }, () => ({
    path: '/api/family/history',
  })),
};

export const bookStaffExpectations: Record<string, Expectation> = {
  'GET /api/staff/households/:id/planning': forStaff(alphaOnly, ({ families }) => ({
    path: pathOf(families.alpha.id, 'planning?from=2026-11-16&until=2026-12-20'),
  })),
  'POST /api/staff/households/:id/bookings/preview': forStaff(alphaOnly, async (world) => ({
    path: pathOf(world.families.alpha.id, 'bookings/preview'),
    body: { changes: await changesFor(world) },
  })),
  'POST /api/staff/households/:id/bookings': forStaff(alphaOnly, async (world) =>
    booking(world, world.families.alpha.id, await changesFor(world)),
  ),
  'GET /api/staff/households/:id/history': forStaff(alphaOnly, ({ families }) => ({
    path: pathOf(families.alpha.id, 'history'),
  })),
  'GET /api/staff/bookings/:id/history': forStaff(alphaOnly, async (world) => ({
    path: `/api/staff/bookings/${await bookingOf(world, 'guardian')}/history`,
  })),
};

/** A booking need not have a note. */
export const bookAllowedAsIs: readonly string[] = [
  'POST /api/staff/households/:id/bookings /note = null',
];

/** Writes that leave no trace, with the reason they give. */
export const bookUnrecorded: Readonly<Record<string, RegExp>> = {
  'POST /api/family/planning/preview': /preview/,
  'POST /api/family/cart/period': /draft/,
  'POST /api/staff/households/:id/bookings/preview': /preview/,
};
