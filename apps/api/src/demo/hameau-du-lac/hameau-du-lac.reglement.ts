import { cents } from '@preau/domain/money/cents';
import type {
  ActivityRules,
  Limit,
  ReglementDocument,
  UnitRules,
} from '@preau/domain/reglement/document';
import { day } from '@preau/domain/time/day';

const validFrom = day('2025-09-01');

const oneWorkingDay: Limit = { kind: 'workingHoursBefore', hours: 24, anchor: 'sessionStart' };
const noonTwoDaysBefore: Limit = { kind: 'workingDaysBefore', days: 2, at: '12:00' };

/** A village of our invention whose rules differ from Val-de-Lure's in every parameter. */
export const hameauDuLac: ReglementDocument = {
  code: 'hameau-du-lac',
  title: "Règlement de l'accueil du Hameau-du-Lac",
  validFrom,
  validUntil: null,
  calendar: {
    timeZone: 'Europe/Paris',
    schoolZone: 'B',
    territory: 'alsaceMoselle',
    schoolWeek: [1, 2, 4, 5],
  },
  documents: [],
  closureCredit: 'full',
  activities: [
    offered({
      code: 'restauration',
      kind: 'lunch',
      label: 'Cantine',
      unit: unit('repas', 'Repas', ['11:45', '13:15'], 'lunch', 420),
      limit: noonTwoDaysBefore,
      lateCents: 200,
    }),
    offered({
      code: 'periscolaire',
      kind: 'wraparound',
      label: 'Garderie',
      unit: unit('soir', 'Garderie du soir', ['16:15', '18:00'], 'after_school', 250),
      limit: oneWorkingDay,
      lateCents: 150,
    }),
  ],
};

type Offered = Pick<ActivityRules, 'code' | 'kind' | 'label'> & {
  readonly unit: UnitRules;
  readonly limit: Limit;
  readonly lateCents: number;
};

function offered({ unit: only, limit, lateCents, ...activity }: Offered): ActivityRules {
  return {
    ...activity,
    units: [only],
    regime: {
      acceptance: { kind: 'automatic' },
      cancellation: { kind: 'automatic' },
      payment: { kind: 'later' },
    },
    enrolment: { kind: 'byStaff' },
    ages: null,
    opening: { kind: 'always' },
    days: [],
    waitingList: { kind: 'none' },
    booking: [
      { channels: ['online', 'staff'], until: limit, consequence: { kind: 'normal' } },
      {
        channels: ['staff'],
        until: null,
        consequence: { kind: 'surcharge', cents: cents(lateCents) },
      },
    ],
    cancelling: [
      { channels: ['online', 'staff'], until: limit, consequence: { kind: 'normal' } },
      { channels: ['staff'], until: null, consequence: { kind: 'billedInFull' } },
    ],
    invented: true,
  };
}

function unit(
  code: string,
  label: string,
  [startsAt, endsAt]: readonly [string, string],
  part: string,
  flatCents: number,
): UnitRules {
  return {
    code,
    label,
    startsAt,
    endsAt,
    parts: [part],
    excludes: [],
    prices: [{ validFrom, price: { kind: 'flat', cents: cents(flatCents) } }],
    invented: true,
  };
}
