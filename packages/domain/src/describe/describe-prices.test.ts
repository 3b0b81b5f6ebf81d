import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { ActivityRules, ReglementDocument } from '../reglement/document.ts';
import { smallActivity, townDocument } from '../testing/small-town.ts';
import { told } from '../testing/told-sections.ts';
import { day } from '../time/day.ts';
import { describeReglement } from './describe-reglement.ts';

const context = { today: day('2026-11-17'), groups: { petits: 'Maternelle' } };

function of(activity: Partial<ActivityRules>, more: Partial<ReglementDocument> = {}) {
  return describeReglement(townDocument(activity, more), context);
}

describe('prices', () => {
  const [matin, soir] = smallActivity.units;
  if (!matin || !soir) throw new Error('The small town has two units');
  const from = day('2025-09-01');

  test('units of the same bands are columns of one table; a price to come is told apart', () => {
    const bands = (low: number, high: number) => ({
      kind: 'quotientBands' as const,
      bands: [
        { from: 0, below: 700, cents: cents(low) },
        { from: 700, cents: cents(high) },
      ],
    });
    const sections = of({
      units: [
        { ...matin, prices: [{ validFrom: from, price: bands(100, 150) }] },
        {
          ...soir,
          prices: [
            { validFrom: from, price: bands(200, 250) },
            { validFrom: day('2027-01-01'), price: { kind: 'flat', cents: cents(300) } },
          ],
        },
      ],
    });
    expect(told(sections, 'prices', 'accueil')).toEqual([
      'Quotient | matin | soir',
      'Moins de 700 | 1,00 € | 2,00 €',
      'À partir de 700 | 1,50 € | 2,50 €',
      "Sans quotient familial connu, le tarif le plus élevé s'applique.",
      'À partir du vendredi 1er janvier 2027 :',
      'soir : 3,00 €.',
    ]);
  });

  test('a row by residence has a column per commune', () => {
    const sections = of(
      {
        units: [
          {
            ...matin,
            prices: [
              {
                validFrom: from,
                price: {
                  kind: 'quotientBands',
                  by: { kind: 'residence' },
                  bands: [{ from: 0, cents: { ici: cents(100), ailleurs: cents(250) } }],
                  without: { kind: 'flat', cents: cents(300) },
                },
              },
            ],
          },
        ],
      },
      {
        profile: {
          residences: [
            { code: 'ici', label: 'Le Bourg' },
            { code: 'ailleurs', label: 'Autre commune' },
          ],
        },
      },
    );
    expect(told(sections, 'prices', 'accueil')).toEqual([
      'Quotient | Le Bourg | Autre commune',
      'Tous | 1,00 € | 2,50 €',
      'Sans quotient familial connu : 3,00 €.',
    ]);
  });

  test('an effort rate, blocks of time and a sum are sentences', () => {
    const price = (given: ActivityRules['units'][number]['prices'][number]['price']) => [
      { validFrom: from, price: given },
    ];
    const sections = of({
      units: [
        {
          ...matin,
          prices: price({
            kind: 'timeBlocks',
            minutes: 30,
            count: 'started',
            price: {
              kind: 'effortRate',
              percent: 0.125,
              floorCents: cents(40),
              capCents: cents(120),
            },
            from: '16:30',
          }),
        },
        {
          ...soir,
          prices: price({
            kind: 'sum',
            parts: [
              { label: 'repas', price: { kind: 'flat', cents: cents(350) } },
              { label: 'animation', price: { kind: 'flat', cents: cents(120) } },
            ],
          }),
        },
      ],
    });
    expect(told(sections, 'prices', 'accueil')).toEqual([
      'matin : 0,125 % du quotient familial, au moins 0,40 € et au plus 1,20 € par demi-heure (toute tranche commencée est due), à partir de 16 h 30.',
      'soir, somme de :',
      'Repas : 3,50 €.',
      'Animation : 1,20 €.',
    ]);
  });

  test('a table inside blocks of time, or by commune, is a table all the same', () => {
    const bands = {
      kind: 'quotientBands' as const,
      bands: [
        { from: 0, below: 700, cents: cents(50) },
        { from: 700, cents: cents(80) },
      ],
    };
    const sections = of(
      {
        units: [
          {
            ...matin,
            prices: [
              {
                validFrom: from,
                price: { kind: 'timeBlocks', minutes: 30, count: 'started', price: bands },
              },
            ],
          },
          {
            ...soir,
            prices: [
              {
                validFrom: from,
                price: {
                  kind: 'by',
                  what: { kind: 'residence' },
                  cases: { ailleurs: { kind: 'flat', cents: cents(400) }, ici: bands },
                },
              },
            ],
          },
        ],
      },
      {
        profile: {
          residences: [
            { code: 'ici', label: 'Le Bourg' },
            { code: 'ailleurs', label: 'Autre commune' },
          ],
        },
      },
    );
    expect(told(sections, 'prices', 'accueil')).toEqual([
      'matin, prix par demi-heure (toute tranche commencée est due) :',
      'Quotient | matin',
      'Moins de 700 | 0,50 €',
      'À partir de 700 | 0,80 €',
      "Sans quotient familial connu, le tarif le plus élevé s'applique.",
      'Situation | Prix',
      'Autre commune | 4,00 €',
      'Quotient | Prix',
      'Moins de 700 | 0,50 €',
      'À partir de 700 | 0,80 €',
      "Sans quotient familial connu, le tarif le plus élevé s'applique.",
    ]);
  });

  test('what changes the prices is told in the order in which it is applied', () => {
    const sections = of(
      {},
      {
        adjustments: [
          {
            code: 'fratrie',
            label: 'Fratrie',
            when: [{ kind: 'rank', from: 2, counting: 'registered' }],
            effect: { kind: 'percent', percent: -10 },
          },
        ],
        packages: [
          {
            code: 'mois',
            label: 'Forfait du soir',
            units: ['soir'],
            per: 'month',
            price: { kind: 'flat', cents: cents(3000) },
            applies: { kind: 'whenCheaper' },
          },
          {
            code: 'carnet',
            label: 'Carnet de 4 soirs',
            units: ['soir'],
            per: 'schoolYear',
            price: { kind: 'flat', cents: cents(3600) },
            applies: { kind: 'each', count: 4 },
          },
        ],
      },
    );
    expect(told(sections, 'reductions', 'accueil')).toEqual([
      "Appliqués dans l'ordre où ils sont écrits :",
      'Fratrie (à partir du 2ᵉ enfant inscrit) : 10 % de réduction.',
      "Forfait du soir, sur soir : 30,00 € par mois, s'il est plus avantageux pour vous.",
      "Carnet de 4 soirs, sur soir : 36,00 € pour 4 venues dans l'année scolaire, autant de fois que ce nombre est atteint ; les venues qui restent gardent leur prix.",
    ]);
    expect(told(sections, 'reductions', null)).toEqual([
      'Fratrie (à partir du 2ᵉ enfant inscrit) : 10 % de réduction.',
    ]);
  });
});
