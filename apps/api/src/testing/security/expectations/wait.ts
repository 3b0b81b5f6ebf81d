import { statement } from '../../../platform/db/statement.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { PersonName, World } from '../cast.ts';
import { type Expectation, forParents } from '../expectations.ts';
import { confirmLunch } from '../journeys.ts';

const offerLast = statement<{ id: string }>(
  'security.offer',
  `update booking
   set state = 'offered', waiting_since = created_at, expires_at = created_at + interval '1 day'
   where organisation_id = $1 and id = (
     select booking_id from booking_change where organisation_id = $1 and confirmation_id = $2)
   returning id`,
);

/** A lunch that this parent's household is offered, until tomorrow. */
export async function offerLunch(world: World, parent: PersonName): Promise<string> {
  const confirmationId = await confirmLunch(world, parent);
  const { organisation } = world.people[parent].town;
  const [offered] = await transaction(world.testApp.database, organisation.id, (tx) =>
    tx.ask(offerLast, [organisation.id, confirmationId]),
  );
  if (!offered) throw new Error(`Confirmation ${confirmationId} booked nothing`);
  return offered.id;
}

const answering = (answer: 'accept' | 'decline') =>
  forParents({ own: 204, otherHousehold: 404 }, async (world) => ({
    path: `/api/family/offers/${await offerLunch(world, 'guardian')}/${answer}`,
  }));

export const waitFamilyExpectations: Record<string, Expectation> = {
  'GET /api/family/offers': forParents({ own: 200, otherHousehold: 200 }, () => ({
    path: '/api/family/offers',
  })),
  'POST /api/family/offers/:id/accept': answering('accept'),
  'POST /api/family/offers/:id/decline': answering('decline'),
};
