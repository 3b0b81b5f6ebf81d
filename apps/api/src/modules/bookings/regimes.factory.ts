import type { ActivityRules, Regime, ReglementDocument } from '@preau/domain/reglement/document';
import { readTown } from '@preau/reglement/read-town';

const valDeLure = readTown('val-de-lure');

type ActivityChange = Partial<Omit<ActivityRules, 'code' | 'units' | 'regime'>> & {
  readonly regime?: Partial<Regime>;
};

/** Val-de-Lure's rules, every activity changed in the same way: a town that books otherwise. */
export function rulesWith(
  { regime, ...change }: ActivityChange,
  document: Partial<ReglementDocument> = {},
): ReglementDocument {
  return {
    ...valDeLure,
    ...document,
    activities: valDeLure.activities.map((activity) => ({
      ...activity,
      ...change,
      regime: { ...activity.regime, ...regime },
    })),
  };
}

/** The service answers within two working days; a request keeps a place, or does not. */
export function answeredByStaff(holdsPlace = true): Partial<Regime> {
  return { acceptance: { kind: 'staff', answerWithinHours: 48, holdsPlace } };
}

/** Paid before the 25th of the month before, or two working days after the acceptance. */
export const paidByDate: Partial<Regime> = {
  payment: {
    kind: 'byDate',
    due: { kind: 'dayOfPrecedingMonth', day: 25, at: '24:00' },
    graceHours: 48,
    remindHours: 48,
  },
};
