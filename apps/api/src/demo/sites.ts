import {
  createFacility,
  defineAgeGroups,
  offerActivity,
  type Places,
} from '../modules/activities/activities.public.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { OfferedActivity } from './enrolments.ts';
import type { CapacityOf } from './seats.ts';
import { ageGroups, type DemoTown } from './town.ts';

/** Where a town welcomes children, once written. */
export type Sites = {
  /** Id of a facility by its key. */
  readonly idOf: (key: string) => string;
  readonly activities: readonly OfferedActivity[];
  readonly places: readonly Places[];
  readonly capacityOf: CapacityOf;
};

/** Writes the facilities of a town and the activities they offer. */
export async function createSites(tx: Tx, town: DemoTown): Promise<Sites> {
  await defineAgeGroups(tx, ageGroups);
  const ids = new Map<string, string>();
  const activities: OfferedActivity[] = [];
  const places: Places[] = [];
  for (const facility of town.facilities) {
    const facilityId = await createFacility(tx, facility.name);
    ids.set(facility.key, facilityId);
    for (const code of facility.activities) {
      const id = await offerActivity(tx, { document: town.document, code, facilityId });
      activities.push({ id, code, facility });
    }
    for (const [part, byGroup] of Object.entries(facility.places)) {
      for (const [group, capacity] of Object.entries(byGroup)) {
        places.push({ facilityId, group, part, capacity });
      }
    }
  }
  const capacities = new Map(
    places.map(({ facilityId, group, part, capacity }) => [
      `${facilityId} ${group} ${part}`,
      capacity,
    ]),
  );
  const capacityOf: CapacityOf = (facilityId, group, part) =>
    capacities.get(`${facilityId} ${group} ${part}`) ?? 0;
  const idOf = (key: string) => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`${town.slug} has no facility "${key}"`);
    return id;
  };
  return { idOf, activities, places, capacityOf };
}
