import { statement } from '../../../platform/db/statement.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { PersonName, World } from '../cast.ts';
import { offerLunch } from '../expectations/wait.ts';
import { confirmLunch } from '../journeys.ts';
import type { Spot } from './spot.ts';

const offerOf = (person: PersonName) => (world: World) => offerLunch(world, person);

const bookedBy = statement<{ booking_id: string }>(
  'security.booked-by',
  'select booking_id from booking_change where organisation_id = $1 and confirmation_id = $2',
);

/** A booking of their own that nobody ever offered them. */
async function ordinaryBooking(world: World): Promise<string> {
  const { organisation } = world.people.guardian.town;
  const confirmationId = await confirmLunch(world, 'guardian');
  const [booked] = await transaction(world.testApp.database, organisation.id, (tx) =>
    tx.ask(bookedBy, [organisation.id, confirmationId]),
  );
  return booked?.booking_id ?? '';
}

const answering = (answer: 'accept' | 'decline'): Spot => ({
  caller: 'guardian',
  ask: (_world, id) => ({ path: `/api/family/offers/${id}/${answer}` }),
  own: offerOf('guardian'),
  foreign: {
    'the separated parent’s': offerOf('separatedParent'),
    'a stranger’s': offerOf('otherGuardian'),
    'of another organisation': offerOf('foreignGuardian'),
    'a booking that was never offered': ordinaryBooking,
    'the id of something else': ({ families }) => families.alpha.id,
  },
});

export const waitSpots: Readonly<Record<string, Spot>> = {
  'POST /api/family/offers/:id/accept params/id': answering('accept'),
  'POST /api/family/offers/:id/decline params/id': answering('decline'),
};
