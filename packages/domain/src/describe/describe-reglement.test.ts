import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { ActivityRules, ReglementDocument } from '../reglement/document.ts';
import { smallActivity, townDocument } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { describeReglement } from './describe-reglement.ts';
import type { Block, DescribedSection, Topic } from './description.ts';

const context = { today: day('2026-11-17'), groups: { petits: 'Maternelle' } };

/** What a section says, a line per sentence and per row, with usual spaces and apostrophes. */
function told(sections: readonly DescribedSection[], topic: Topic, activity: string | null) {
  const blocks = sections.filter((one) => one.topic === topic && one.activityCode === activity);
  return blocks
    .flatMap((one) => one.blocks)
    .flatMap(linesOf)
    .map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'"));
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [block.columns.join(' | '), ...block.rows.map((row) => row.join(' | '))];
  }
}

function of(activity: Partial<ActivityRules>, more: Partial<ReglementDocument> = {}) {
  return describeReglement(townDocument(activity, more), context);
}

describe('booking and cancelling', () => {
  test('each stage is a sentence: by whom, until when, at what price', () => {
    const sections = of({
      booking: [
        {
          channels: ['online', 'staff'],
          until: { kind: 'weekCutoff', weekday: 4, at: '12:00', weeksBefore: 1 },
          consequence: { kind: 'normal' },
        },
        {
          channels: ['phone', 'desk'],
          until: { kind: 'sameDay', at: '09:00' },
          consequence: { kind: 'surcharge', centsByUnit: { matin: cents(100), soir: cents(200) } },
        },
      ],
      cancelling: [
        {
          channels: ['mail'],
          until: { kind: 'daysBefore', days: 8, unit: 'calendar', at: '24:00' },
          consequence: { kind: 'billedInPart', percent: 50 },
        },
      ],
    });
    expect(told(sections, 'booking', 'accueil')).toEqual([
      'En ligne ou auprès du service, au plus tard le jeudi de la semaine précédente, avant midi.',
      "Ensuite, par téléphone ou à l'accueil du service, au plus tard le jour même, avant 9 h : avec un supplément de 1,00 € (matin) et 2,00 € (soir).",
      "Après, il n'est plus possible de réserver.",
    ]);
    expect(told(sections, 'cancelling', 'accueil')).toEqual([
      'Les annulations ne se font pas en ligne.',
      "Par courrier ou par e-mail seulement, au plus tard 8 jours avant le jour de l'accueil : 50 % du prix restent facturés.",
      "Après, il n'est plus possible d'annuler.",
    ]);
  });

  test('amounts by unit follow the units, in whatever order a store gives them back', () => {
    const centsByUnit = { soir: cents(1000), matin: cents(400) };
    const sections = of({
      booking: [
        {
          channels: ['online'],
          until: null,
          consequence: { kind: 'replacingPrice', centsByUnit },
        },
      ],
    });
    expect(told(sections, 'booking', 'accueil')).toEqual([
      'En ligne : au tarif particulier de 4,00 € (matin) et 10,00 € (soir), quel que soit votre quotient.',
    ]);
  });

  test('where nothing is booked, there is nothing to cancel nor to wait for', () => {
    const sections = of({ regime: { ...smallActivity.regime, acceptance: { kind: 'none' } } });
    expect(told(sections, 'booking', 'accueil')).toEqual([
      "Il n'y a rien à réserver : votre enfant vient quand vous en avez besoin, et chaque venue est facturée.",
    ]);
    expect(told(sections, 'cancelling', 'accueil')).toEqual([]);
    expect(told(sections, 'waitingList', 'accueil')).toEqual([]);
    expect(told(of({}), 'waitingList', 'accueil')).toEqual([
      "Quand un jour est complet, il n'y a pas de liste d'attente.",
    ]);
  });
});

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
      'Accueil | Prix',
      'soir | 3,00 €',
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
        ],
      },
    );
    expect(told(sections, 'reductions', 'accueil')).toEqual([
      "Appliqués dans l'ordre où ils sont écrits :",
      'Fratrie (à partir du 2ᵉ enfant inscrit) : 10 % de réduction.',
      "Forfait du soir, sur soir : 30,00 € par mois, s'il est plus avantageux pour vous.",
    ]);
    expect(told(sections, 'reductions', null)).toEqual([
      'Fratrie (à partir du 2ᵉ enfant inscrit) : 10 % de réduction.',
    ]);
  });
});

describe('what happens on the day', () => {
  test('no-shows, unbooked presences and late pick-ups', () => {
    const sections = of({
      presence: {
        noShow: { per: 'month', steps: [{ from: 3, consequence: { kind: 'multiple', times: 2 } }] },
        unbooked: { steps: [{ from: 1, consequence: { kind: 'percentSurcharge', percent: 50 } }] },
        latePickup: {
          after: '18:30',
          graceMinutes: 5,
          charge: { kind: 'perSlice', minutes: 15, cents: cents(500) },
          scope: 'household',
        },
      },
    });
    expect(told(sections, 'presence', 'accueil')).toEqual([
      'Réservé, mais votre enfant ne vient pas, dès la 3ᵉ fois dans le mois : facturé au double du tarif.',
      'Votre enfant vient sans réservation : facturé avec une majoration de 50 %.',
      'Enfant repris après 18 h 30 (5 min de tolérance) : le retard est facturé 5,00 € par famille par tranche de 15 min commencée.',
    ]);
  });

  test('an absence tells its notice, its proof, its waiting days and what is charged', () => {
    const sections = of({
      presence: {
        absences: [
          {
            reasons: ['illness', 'hospital'],
            notice: { kind: 'sameDay', at: '09:00' },
            noticeOf: 'firstDay',
            proof: {
              anchor: 'firstDay',
              tiers: [
                { within: 24, unit: 'hours', waitingDays: 0 },
                { within: 3, unit: 'working' },
              ],
            },
            waitingDays: 1,
            effect: { kind: 'free' },
          },
          { reasons: ['strike'], effect: { kind: 'billed' } },
        ],
      },
    });
    expect(told(sections, 'absences', 'accueil')).toEqual([
      "Maladie ou hospitalisation : prévenez au plus tard le jour même, avant 9 h, pour le premier jour d'absence. Justificatif à remettre dans les 24 h (aucun jour ne reste dû) ou sous 3 jours ouvrés (le premier jour réservé reste facturé) après le premier jour d'absence. Les jours d'absence ne sont pas facturés.",
      "Grève : les jours d'absence restent facturés.",
    ]);
  });
});

describe('the whole', () => {
  test('sections of each activity come first, and nothing is left empty', () => {
    const sections = of({});
    expect(sections.map(({ topic, activityCode }) => [topic, activityCode])).toEqual([
      ['who', 'accueil'],
      ['opening', 'accueil'],
      ['booking', 'accueil'],
      ['cancelling', 'accueil'],
      ['waitingList', 'accueil'],
      ['prices', 'accueil'],
      ['payment', 'accueil'],
      ['presence', 'accueil'],
      ['closures', null],
      ['words', null],
    ]);
    expect(sections.every(({ blocks }) => blocks.length > 0)).toBe(true);
  });

  test('windows that are over are left out, and turns of a group bear its name', () => {
    const window = (code: string, until: string) => ({
      code,
      label: `Période ${code}`,
      sessions: { from: day('2026-09-01'), until: day(until) },
      opens: { on: day('2026-08-17'), at: '08:00' },
      closes: null,
      staggered: [{ group: 'petits', opens: { on: day('2026-08-16'), at: '00:00' } }],
    });
    const opening = {
      kind: 'windows' as const,
      windows: [window('1', '2026-11-16'), window('2', '2026-11-17')],
    };
    expect(told(of({ opening }), 'opening', 'accueil')).toEqual([
      "Période 2 (du mardi 1er septembre au mardi 17 novembre 2026) : réservations à partir du lundi 17 août 2026 à 8 h, jusqu'à la limite de chaque jour.",
      'Période 2, groupe Maternelle : ouverture le dimanche 16 août 2026.',
    ]);
  });
});
