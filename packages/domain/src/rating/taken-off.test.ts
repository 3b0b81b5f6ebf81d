import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import {
  bill,
  booked,
  flat,
  household,
  lea,
  noe,
  shown,
  total,
  unitAt,
} from '../testing/household.ts';

describe('what a household is given is shared over its children', () => {
  const caps = [
    {
      code: 'famille',
      label: 'Famille',
      units: ['matin'],
      per: 'month',
      scope: 'household',
      price: flat(1000),
    },
  ] as const;
  const records = [
    booked('2026-11-03'),
    booked('2026-11-05'),
    booked('2026-11-03', { childId: 'noe' }),
  ];

  test('a cap, by what each owes, to the cent', () => {
    const lines = bill({ activity: { units: [unitAt(flat(500))] }, document: { caps } }, records, {
      household: household({ children: [lea, noe] }),
    });
    const off = lines.filter(({ kind }) => kind === 'cap');
    expect(off.map(({ childId, cents: amount }) => [childId, amount])).toEqual([
      ['lea', -333],
      ['noe', -167],
    ]);
    expect(total(lines)).toBe(1000);
  });
});

describe('what third parties pay', () => {
  const aided = (
    aid: { readonly cents?: number; readonly percent?: number },
    ceiling?: number,
  ) => ({
    activity: { units: [unitAt(flat(500))] },
    document: {
      aids: [
        {
          code: 'caf',
          label: 'Aide aux temps libres',
          payer: 'la CAF',
          ...(aid.cents === undefined ? {} : { cents: cents(aid.cents) }),
          ...(aid.percent === undefined ? {} : { percent: aid.percent }),
          ...(ceiling === undefined
            ? {}
            : { ceiling: { cents: cents(ceiling), per: 'calendarYear' as const } }),
        },
      ],
    },
  });
  const three = [booked('2026-11-03'), booked('2026-11-05'), booked('2026-11-06')];

  test.each([
    ['so much a presence', { cents: 200 }, -600],
    ['never more than it costs', { cents: 700 }, -1500],
    ['a share', { percent: 30 }, -450],
  ])('%s', (_what, aid, expected) => {
    expect(shown(bill(aided(aid), three)).at(-1)).toBe(`aid caf ${expected}`);
  });

  test('within a ceiling of the year, of which earlier months have used their part', () => {
    const earlier = [booked('2026-10-05'), booked('2026-10-06')];
    const lines = bill(aided({ cents: 200 }, 700), [...earlier, ...three]);
    expect(shown(lines).at(-1)).toBe('aid caf -300');
  });

  test('not for a day the child did not come', () => {
    const absent = booked('2026-11-09', { attendance: 'absent' });
    expect(shown(bill(aided({ cents: 200 }), [absent]))).toEqual(['noShow matin 500']);
  });
});

describe('the order of operations', () => {
  const document = {
    quantityDiscounts: [
      {
        code: 'quantite',
        label: 'Quantité',
        per: 'month',
        count: 'presences',
        scope: 'child',
        steps: [{ from: 2, percent: 10 }],
      },
    ],
    caps: [
      {
        code: 'plafond',
        label: 'Plafond',
        units: ['matin'],
        per: 'month',
        scope: 'child',
        price: flat(900),
      },
    ],
  } as const;
  const records = [booked('2026-11-03'), booked('2026-11-05')];
  const rules = { activity: { units: [unitAt(flat(500))] } };

  test('is the usual one: a tenth off 10,00 €, which the cap then does not pass', () => {
    expect(shown(bill({ ...rules, document }, records)).slice(2)).toEqual([
      'quantityDiscount quantite -100',
    ]);
  });

  test('or that of the document: the cap first, then a tenth off the rest', () => {
    const operations = ['caps', 'quantityDiscounts', 'packages', 'aids'] as const;
    const lines = bill({ ...rules, document: { ...document, operations } }, records);
    expect(shown(lines).slice(2)).toEqual(['quantityDiscount quantite -90', 'cap plafond -100']);
  });
});
