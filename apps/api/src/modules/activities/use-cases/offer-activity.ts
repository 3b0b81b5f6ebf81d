import type { ReglementDocument } from '@preau/domain/reglement/document';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { activity, unit } from '../activities.tables.ts';

export type Offer = {
  readonly document: ReglementDocument;
  /** Code of an activity of the document. */
  readonly code: string;
  readonly facilityId: string;
};

/**
 * Offers an activity of the règlement at a facility, with all its units. Sessions are opened apart.
 * @throws RangeError when the règlement has no such activity; a database error when the facility
 * already offers it.
 * @returns the id of the activity there.
 */
export async function offerActivity(tx: Tx, offer: Offer): Promise<string> {
  const { activities } = offer.document;
  const position = activities.findIndex(({ code }) => code === offer.code);
  const rules = activities[position];
  if (!rules) throw new RangeError(`The règlement has no activity "${offer.code}"`);
  const { organisationId } = tx;
  const id = newId();
  await tx.orm.insert(activity).values({
    organisationId,
    id,
    code: rules.code,
    label: rules.label,
    facilityId: offer.facilityId,
    position,
  });
  await tx.orm.insert(unit).values(
    rules.units.map(({ code, label }, at) => ({
      organisationId,
      id: newId(),
      activityId: id,
      code,
      label,
      position: at,
    })),
  );
  return id;
}
