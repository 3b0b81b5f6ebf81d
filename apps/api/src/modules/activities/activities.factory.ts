import type { ReglementDocument } from '@preau/domain/reglement/document';
import { readTown } from '@preau/reglement/read-town';
import type { Tx } from '../../platform/db/transaction.ts';
import { createFacility } from './use-cases/create-facility.ts';
import { defineAgeGroups } from './use-cases/define-age-groups.ts';
import { offerActivity } from './use-cases/offer-activity.ts';
import type { Places } from './use-cases/open-sessions.ts';

const valDeLure = readTown('val-de-lure');

export type TestFacility = {
  readonly id: string;
  /** Id of each activity offered there, by code. */
  readonly activities: ReadonlyMap<string, string>;
  readonly places: readonly Places[];
};

/**
 * A facility that offers some activities of a règlement to one age group, `elementaire`, with the
 * same number of places in each part of the day. No session is opened.
 */
export async function writeTestFacility(
  tx: Tx,
  wanted: {
    readonly name?: string;
    readonly document?: ReglementDocument;
    readonly codes: readonly string[];
    readonly capacity?: number;
  },
): Promise<TestFacility> {
  const { name = 'École de la Source', document = valDeLure, codes, capacity = 10 } = wanted;
  await defineAgeGroups(tx, [{ code: 'elementaire', label: 'Élémentaire' }]);
  const id = await createFacility(tx, name);
  const activities = new Map<string, string>();
  const parts = new Set<string>();
  for (const code of codes) {
    activities.set(code, await offerActivity(tx, { document, code, facilityId: id }));
    const units = document.activities.find((activity) => activity.code === code)?.units ?? [];
    for (const part of units.flatMap((unit) => unit.parts)) parts.add(part);
  }
  const places = [...parts].map((part) => ({
    facilityId: id,
    group: 'elementaire',
    part,
    capacity,
  }));
  return { id, activities, places };
}
