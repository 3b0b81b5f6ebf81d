import type { Limit, Price, ReglementDocument } from '@preau/domain/reglement/document';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { WrittenDocument } from './document.schema.ts';
import type { writtenLimitSchema } from './limit.schema.ts';
import type { writtenPriceSchema } from './price.schema.ts';
import { readReglement } from './read-reglement.ts';
import { readTownFile, townSlugs } from './read-town.ts';
import type { TextFault } from './read-yaml.ts';

const village = `code: village
title: Règlement du village
validFrom: 2025-09-01
calendar: { timeZone: Europe/Paris, schoolZone: A, territory: metropole, schoolWeek: [1, 2, 4, 5] }
closureCredit: full
activities:
  - code: garderie
    kind: wraparound
    label: Garderie
    units:
      - code: soir
        label: Soir
        startsAt: 16:30
        endsAt: 18:00
        parts: [after_school]
        prices: [{ validFrom: 2025-09-01, price: { kind: flat, cents: 250 } }]
    regime:
      acceptance: { kind: automatic }
      cancellation: { kind: automatic }
      payment: { kind: later }
    enrolment: { kind: byStaff }
    opening: { kind: always }
    booking: &jusquALaVeille
      - channels: [online, staff]
        until: { kind: daysBefore, days: 1, unit: working, at: '24:00' }
        consequence: { kind: normal }
    cancelling: *jusquALaVeille
    waitingList: { kind: none }
`;

function faultsOf(text: string): readonly TextFault[] {
  const read = readReglement(text);
  return read.kind === 'unreadable' ? read.faults : [];
}

/** The only fault of the village with one piece of text put in the place of another. */
function faultWith(before: string, after: string): TextFault | undefined {
  expect(village).toContain(before);
  const faults = faultsOf(village.replace(before, after));
  expect(faults).toHaveLength(1);
  return faults[0];
}

test('the schema and the domain know the same document', () => {
  expectTypeOf<WrittenDocument>().toExtend<ReglementDocument>();
  expectTypeOf<ReglementDocument>().toExtend<WrittenDocument>();
  expectTypeOf<Limit>().toExtend<z.output<typeof writtenLimitSchema>>();
  expectTypeOf<Price>().toExtend<z.output<typeof writtenPriceSchema>>();
});

describe('a règlement that is written', () => {
  test('is read, what is usual being filled in', () => {
    const read = readReglement(village);
    expect(read).toMatchObject({
      kind: 'read',
      value: {
        cases: [],
        document: {
          validUntil: null,
          documents: [],
          activities: [
            {
              ages: null,
              days: [],
              units: [{ startsAt: '16:30', prices: [{ price: { cents: 250 } }], excludes: [] }],
              cancelling: [
                { until: { kind: 'daysBefore', days: 1, unit: 'working', at: '24:00' } },
              ],
            },
          ],
        },
      },
    });
  });

  test('says little where everything is usual', () => {
    const least = `code: hameau
title: Règlement du hameau
validFrom: 2026-09-01
calendar: { schoolZone: C }
activities:
  - code: cantine
    kind: lunch
    label: Cantine
    units: [{ code: repas-chaud, label: Repas, startsAt: 11:45, endsAt: 13:30, prices: { kind: flat, cents: 350 } }]
    booking: [{ until: { kind: weekCutoff, weekday: 4, at: 12:00 } }]
    cancelling: sameAsBooking
`;
    const stages = [
      {
        channels: ['online', 'staff'],
        until: { kind: 'weekCutoff', weekday: 4, at: '12:00', weeksBefore: 1 },
        consequence: { kind: 'normal' },
      },
    ];
    expect(readReglement(least)).toMatchObject({
      kind: 'read',
      value: {
        document: {
          calendar: { timeZone: 'Europe/Paris', territory: 'metropole', schoolWeek: [1, 2, 4, 5] },
          closureCredit: 'full',
          activities: [
            {
              units: [
                {
                  parts: ['repas_chaud'],
                  prices: [{ validFrom: '2026-09-01', price: { kind: 'flat', cents: 350 } }],
                },
              ],
              regime: {
                acceptance: { kind: 'automatic' },
                cancellation: { kind: 'automatic' },
                payment: { kind: 'later' },
              },
              enrolment: { kind: 'byStaff' },
              opening: { kind: 'always' },
              waitingList: { kind: 'none' },
              booking: stages,
              cancelling: stages,
            },
          ],
        },
      },
    });
    const presences = least
      .replace(/ {4}booking.*\n.*\n/, '')
      .replace('kind: lunch', 'kind: lunch\n    regime: { acceptance: { kind: none } }');
    expect(readReglement(presences).kind).toBe('read');
    expect(faultsOf(least.replace(/ {4}booking.*\n/, ''))).toMatchObject([
      { line: 6, path: 'activities.0.booking', message: '« booking » manque' },
    ]);
  });

  test.each([
    ['an unknown pattern', 'kind: wraparound', 'kind: cinema', 8, 5, 'activities.0.kind'],
    ['a number with a comma', 'cents: 250', 'cents: 2.5', 16, 64, /cents$/],
    ['an hour that no clock shows', 'endsAt: 18:00', 'endsAt: 18h', 14, 9, /endsAt$/],
    ['a day that does not exist', '2025-09-01\ncal', '2025-09-31\ncal', 3, 1, 'validFrom'],
    ['a negative amount', 'cents: 250', 'cents: -1', 16, 64, /cents$/],
  ])('tells %s where it stands', (_title, before, after, line, column, path) => {
    expect(faultWith(before, after)).toMatchObject({
      line,
      column,
      path: expect.stringMatching(path),
      message: expect.stringMatching(/\S/),
    });
  });

  test('tells a word it does not know, at that word', () => {
    expect(faultWith('label: Garderie', 'label: Garderie\n    couleur: bleue')).toEqual({
      line: 10,
      column: 5,
      path: 'activities.0.couleur',
      message: expect.stringMatching(
        /^« couleur » n’est pas connu ici ; sont connus : code, kind, label/,
      ),
    });
  });

  test('tells what is missing at the group that lacks it', () => {
    expect(faultWith('    label: Garderie\n', '')).toMatchObject({
      line: 7,
      path: 'activities.0.label',
      message: '« label » manque',
    });
  });

  test('follows a reference to where the fault is', () => {
    const faults = faultsOf(village.replace('days: 1', 'days: 0'));
    expect(faults.map(({ line }) => line)).toEqual([25, 25]);
  });

  test('tells in French what is not YAML, and where', () => {
    expect(
      faultsOf(village.replace('closureCredit: full', 'closureCredit: full\ncode: autre')),
    ).toEqual([
      {
        line: 6,
        column: 1,
        path: '',
        message: 'ce nom est écrit deux fois dans le même groupe',
      },
    ]);
    expect(faultsOf('a: [1, 2\nb: 3')[0]?.line).toBe(2);
  });

  test('tells what types cannot say', () => {
    expect(faultWith('endsAt: 18:00', 'endsAt: 16:00')?.message).toContain('ne suit pas le début');
  });

  test('is refused when it refers to itself without end', () => {
    const layers = Array.from({ length: 9 }, (_, at) => {
      const inside = at === 0 ? 'x' : `*a${at - 1}`;
      return `a${at}: &a${at} [${Array.from({ length: 10 }, () => inside).join(', ')}]`;
    });
    expect(faultsOf(layers.join('\n'))).toMatchObject([{ line: 2, column: 10 }]);
  });

  test('is refused when a case neither names its source nor says it was invented', () => {
    const worked = `cases:
  - title: Un soir
    unit: soir
    on: 2026-12-01
    steps: [{ at: 2026-11-16 10:00, do: book, expect: { outcome: accepted } }]
`;
    expect(faultsOf(village + worked)).toMatchObject([
      { line: 30, path: 'cases.0', message: expect.stringContaining('invented') },
    ]);
    expect(faultsOf(village + worked.replace('unit', 'invented: true\n    unit'))).toEqual([]);
  });
});

describe.each(townSlugs)('the règlement of %s', (slug) => {
  const { document, cases } = readTownFile(slug);

  test('bears the name of its file and says what its own document does not state', () => {
    expect(document.code).toBe(slug);
    const units = document.activities.flatMap((activity) => activity.units);
    expect(units.filter((unit) => unit.invented !== true)).toEqual([]);
    expect(JSON.stringify(document)).toContain('"invented":true');
  });

  test('works out sentences of its own document, and others that were invented', () => {
    expect(cases.some(({ source }) => source !== undefined)).toBe(true);
    expect(cases.some(({ invented }) => invented === true)).toBe(true);
  });
});
