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
      "Par écrit seulement, au plus tard 8 jours avant le jour de l'accueil : 50 % du prix restent facturés.",
      "Après, il n'est plus possible d'annuler.",
    ]);
  });

  test('the same people by the same way are not named again; nothing is said twice', () => {
    const phone = ['phone', 'mail', 'paper', 'desk'] as const;
    const sections = of({
      booking: [
        {
          channels: phone,
          until: { kind: 'sameDay', at: '09:00' },
          consequence: { kind: 'normal' },
        },
        { channels: phone, until: null, consequence: { kind: 'waitingList' } },
      ],
      cancelling: [{ channels: ['online'], until: null, consequence: { kind: 'refused' } }],
    });
    expect(told(sections, 'booking', 'accueil')).toEqual([
      'Les réservations ne se font pas en ligne.',
      'Auprès du service seulement, au plus tard le jour même, avant 9 h.',
      "Ensuite : en liste d'attente, dans l'ordre des demandes.",
    ]);
    expect(told(sections, 'cancelling', 'accueil')).toEqual(["Il n'est pas possible d'annuler."]);
  });

  test('of a published table, what is over is left out; what a study leaves unsaid is told so', () => {
    const until = (year: number) => ({
      from: day(`${year}-07-05`),
      until: day(`${year}-07-09`),
      on: day(`${year}-06-01`),
      at: '24:00',
    });
    const sections = of({
      booking: [
        {
          channels: ['online'],
          until: { kind: 'dates', dates: [until(2026), until(2027)] },
          consequence: { kind: 'normal' },
        },
      ],
      cancelling: [
        { channels: ['online'], until: { kind: 'notStated' }, consequence: { kind: 'normal' } },
      ],
    });
    expect(told(sections, 'booking', 'accueil')[0]).toBe(
      'En ligne, au plus tard à la date publiée pour ces jours : le mardi 1er juin 2027 (du lundi 5 juillet 2027 au vendredi 9 juillet 2027).',
    );
    expect(told(sections, 'cancelling', 'accueil')).toEqual([
      "En ligne, jusqu'à une limite que le règlement n'indique pas : sans frais.",
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
      ['documents', 'accueil'],
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

  test('what every activity says in the same words is told once, for all; never its own limits', () => {
    const other = { ...smallActivity, code: 'mercredi', label: 'Mercredi' };
    const waiting = { ...other, waitingList: { kind: 'staff', offerHours: 24 } } as const;
    const topicsOf = (activities: readonly ActivityRules[], code: string | null) =>
      describeReglement(
        townDocument({}, { activities, collection: { deposit: { percent: 50 } } }),
        context,
      ).flatMap(({ topic, activityCode }) => (activityCode === code ? [topic] : []));
    const own = ['who', 'booking', 'cancelling', 'prices'];
    expect(topicsOf([smallActivity, other], 'mercredi')).toEqual(own);
    expect(topicsOf([smallActivity, other], null)).toEqual([
      'documents',
      'opening',
      'waitingList',
      'payment',
      'presence',
      'closures',
      'words',
    ]);
    expect(topicsOf([smallActivity, waiting], 'mercredi')).toContain('waitingList');
    expect(topicsOf([smallActivity, waiting], null)).not.toContain('waitingList');
  });

  test('of an activity that costs nothing, nothing is said of paying', () => {
    const free = smallActivity.units.map((unit) => ({
      ...unit,
      prices: unit.prices.map((price) => ({
        ...price,
        price: { kind: 'flat' as const, cents: cents(0) },
      })),
    }));
    const sections = of({ units: free });
    expect(told(sections, 'prices', 'accueil')).toEqual([
      'Accueil | Prix',
      'matin | Gratuit',
      'soir | Gratuit',
    ]);
    expect(told(sections, 'payment', 'accueil')).toEqual([]);
    expect(told(sections, 'presence', 'accueil')).toEqual([]);
    expect(told(of({}), 'payment', 'accueil')).toEqual(['Vous payez après, sur facture.']);
  });

  test('turns counted from each day are told with its opening', () => {
    const who = { when: [{ kind: 'residence', in: ['commune'] }] } as const;
    const days = { kind: 'daysBefore', days: 15, at: '00:00' } as const;
    expect(
      told(
        of({ opening: { ...days, staggered: [{ ...who, days: 30, at: '08:00' }] } }),
        'opening',
        'accueil',
      ),
    ).toEqual([
      "Chaque jour s'ouvre à la réservation 15 jours avant (résidence : commune : 30 jours avant, à 8 h).",
    ]);
    const month = { kind: 'precedingMonth', day: 10, at: '08:00' } as const;
    expect(
      told(
        of({ opening: { ...month, staggered: [{ group: 'petits', day: 1 }] } }),
        'opening',
        'accueil',
      ),
    ).toEqual([
      "Chaque mois s'ouvre à la réservation le 10 du mois précédent, à 8 h (groupe Maternelle : le 1er, à 8 h).",
    ]);
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
      'Période 2 (du mardi 1er septembre au mardi 17 novembre 2026) : réservations à partir du lundi 17 août 2026 à 8 h (groupe Maternelle : à partir du dimanche 16 août 2026).',
    ]);
  });
});
