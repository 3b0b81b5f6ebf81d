import type { PersonName, World } from '../cast.ts';
import { booking, bookingOf, changesFor, pathOf, periodOf } from '../expectations/book.ts';
import { confirmLunch, nextGesture } from '../journeys.ts';
import type { Spot } from './spot.ts';

const bookingBy = (person: PersonName) => (world: World) => bookingOf(world, person);

/** The id of a second confirmation, after which the first is shown. */
const receiptOf = (person: PersonName) => async (world: World) => {
  await confirmLunch(world, person);
  return confirmLunch(world, person);
};

const foreignReceipts: Spot['foreign'] = {
  'the separated parent’s': receiptOf('separatedParent'),
  'a stranger’s': receiptOf('otherGuardian'),
  'of another organisation': receiptOf('foreignGuardian'),
};

const foreignChildren: Spot['foreign'] = {
  'the other household’s child of a separated parent': ({ families }) =>
    families.bravo.children[0]?.id ?? '',
  'a stranger’s child': ({ families }) => families.charlie.children[0]?.id ?? '',
  'a child of another organisation': ({ families }) => families.delta.children[0]?.id ?? '',
  'the id of something else': ({ families }) => families.alpha.id,
};

const alphaChild = ({ families }: World) => families.alpha.children[0]?.id ?? '';
const alpha = ({ families }: World) => families.alpha.id;

const foreignHouseholds: Spot['foreign'] = {
  'of another organisation': ({ families }) => families.delta.id,
  'the id of a child': alphaChild,
};

const foreignSessions: Spot['foreign'] = {
  'of another organisation': async (world) =>
    (await nextGesture(world, 'foreignGuardian')).sessionId,
  'the id of something else': alpha,
};

const ownSession = async (world: World) => {
  const [change] = (await changesFor(world)) as { sessionId: string }[];
  return change?.sessionId ?? '';
};

const period = (path: string, writes: boolean): Spot => ({
  caller: 'guardian',
  ask: (world, id) => ({ path, body: periodOf(world, id) }),
  own: alphaChild,
  foreign: foreignChildren,
  writes,
});

const household = (path: string): Spot => ({
  caller: 'office',
  ask: (_world, id) => ({ path: pathOf(id, path) }),
  own: alpha,
  foreign: foreignHouseholds,
});

type Named = Parameters<typeof changesFor>[1];

const previewing = async (world: World, householdId: string, named?: Named) => ({
  path: pathOf(householdId, 'bookings/preview'),
  body: { changes: await changesFor(world, named) },
});
const bookingIt = async (world: World, householdId: string, named?: Named) =>
  booking(world, householdId, await changesFor(world, named));

const staffSpots = (
  key: string,
  ask: typeof previewing | typeof bookingIt,
  writes: boolean,
): Record<string, Spot> => ({
  [`${key} params/id`]: {
    caller: 'office',
    ask: (world, id) => ask(world, id),
    own: alpha,
    foreign: { ...foreignHouseholds, 'another household’s': ({ families }) => families.bravo.id },
    writes,
  },
  [`${key} body/changes/*/childId`]: {
    caller: 'office',
    ask: (world, childId) => ask(world, alpha(world), { childId }),
    own: alphaChild,
    foreign: foreignChildren,
    writes,
  },
  [`${key} body/changes/*/sessionId`]: {
    caller: 'office',
    ask: (world, sessionId) => ask(world, alpha(world), { sessionId }),
    own: ownSession,
    foreign: foreignSessions,
    writes,
  },
});

export const bookSpots: Readonly<Record<string, Spot>> = {
  'POST /api/family/planning/preview body/entries/*/childId': period(
    '/api/family/planning/preview',
    false,
  ),
  'POST /api/family/cart/period body/entries/*/childId': period('/api/family/cart/period', true),
  'GET /api/family/history querystring/after': {
    caller: 'guardian',
    ask: (_world, id) => ({ path: `/api/family/history?after=${id}` }),
    own: receiptOf('guardian'),
    foreign: foreignReceipts,
  },
  'GET /api/staff/households/:id/planning params/id': household(
    'planning?from=2026-11-16&until=2026-12-20',
  ),
  'GET /api/staff/households/:id/history params/id': household('history'),
  'GET /api/staff/households/:id/history querystring/after': {
    caller: 'office',
    ask: (world, id) => ({ path: pathOf(alpha(world), `history?after=${id}`) }),
    own: receiptOf('guardian'),
    foreign: foreignReceipts,
  },
  'GET /api/staff/bookings/:id/history params/id': {
    caller: 'office',
    ask: (_world, id) => ({ path: `/api/staff/bookings/${id}/history` }),
    own: bookingBy('guardian'),
    foreign: {
      'of another organisation': bookingBy('foreignGuardian'),
      'the id of something else': alpha,
    },
  },
  ...staffSpots('POST /api/staff/households/:id/bookings/preview', previewing, false),
  ...staffSpots('POST /api/staff/households/:id/bookings', bookingIt, true),
};
