import { describe, expect, test } from 'vitest';
import { contextOf } from '../prices/context-of.ts';
import { townWith } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { fromIso, toIso } from '../time/instant.ts';
import type { BookingWindow, Opening } from './document.ts';
import { openingOfDay } from './openings.ts';

const { calendar } = townWith({});

/** Whether one may book that day at that moment, and what is told otherwise. */
function told(opening: Opening, on: string, now: string, group = 'elementaire'): string {
  const state = openingOfDay(opening, day(on), calendar)(group, fromIso(now));
  if (state.kind === 'open') return 'open';
  const codes = state.reasons.map(({ code }) => code).join('+');
  if (state.kind === 'over') return `over: ${codes}`;
  return `${codes} ${state.at === null ? 'unknown' : toIso(state.at)}`;
}

const windows = (...list: readonly Partial<BookingWindow>[]): Opening => ({
  kind: 'windows',
  windows: list.map((change) => ({ ...wednesdays, ...change })),
});

/** « Les mercredis d’avril à juillet se réservent du lundi 27 mars au jeudi 6 avril 2023. » */
const wednesdays: BookingWindow = {
  code: 'mercredis-printemps',
  label: 'Mercredis d’avril à juillet',
  sessions: { from: day('2023-04-05'), until: day('2023-07-05') },
  opens: { on: day('2023-03-27'), at: '00:00' },
  closes: { on: day('2023-04-06'), at: '24:00' },
  staggered: [],
};

test('without an opening, one books whenever it is', () => {
  expect(told({ kind: 'always' }, '2023-05-10', '2020-01-01T00:00:00Z')).toBe('open');
});

test('what is announced is not open, and nobody knows when it will be', () => {
  expect(told({ kind: 'announced' }, '2023-05-10', '2023-05-01T10:00:00Z')).toBe(
    'notAnnounced unknown',
  );
});

describe('a window', () => {
  test.each([
    [
      'a millisecond before it opens',
      '2023-03-26T23:59:59.999+02:00',
      'opensAt 2023-03-26T22:00:00.000Z',
    ],
    ['when it opens, the morning after clocks went forward', '2023-03-27T00:00:00+02:00', 'open'],
    ['to the last millisecond of its last day', '2023-04-06T23:59:59.999+02:00', 'open'],
    ['when it closes', '2023-04-07T00:00:00+02:00', 'over: windowClosed+staffOnly'],
    ['months later', '2023-06-01T10:00:00+02:00', 'over: windowClosed+staffOnly'],
  ])('%s', (_title, now, expected) => {
    expect(told(windows({}), '2023-05-10', now)).toBe(expected);
  });

  test('is named by what is told, with its moment', () => {
    const state = openingOfDay(
      windows({}),
      day('2023-05-10'),
      calendar,
    )('elementaire', fromIso('2023-05-01T10:00:00+02:00'));
    expect(state).toEqual({
      kind: 'over',
      reasons: [
        {
          code: 'windowClosed',
          at: fromIso('2023-04-07T00:00:00+02:00'),
          label: 'Mercredis d’avril à juillet',
        },
        { code: 'staffOnly', action: 'book' },
      ],
    });
  });

  test('holds for its days, both ends included, and the others wait for an announcement', () => {
    const now = '2023-03-28T10:00:00+02:00';
    expect(told(windows({}), '2023-04-05', now)).toBe('open');
    expect(told(windows({}), '2023-07-05', now)).toBe('open');
    expect(told(windows({}), '2023-04-04', now)).toBe('notAnnounced unknown');
    expect(told(windows({}), '2023-07-06', now)).toBe('notAnnounced unknown');
  });

  test('without an end stays open: the limit of each day closes it', () => {
    expect(told(windows({ closes: null }), '2023-07-05', '2023-07-05T10:00:00+02:00')).toBe('open');
  });

  test('opens over the end of a year, to the minute', () => {
    const winter = windows({
      sessions: { from: day('2027-01-04'), until: day('2027-02-26') },
      opens: { on: day('2026-12-31'), at: '23:30' },
      closes: { on: day('2027-01-01'), at: '00:30' },
    });
    expect(told(winter, '2027-01-04', '2026-12-31T23:29:59+01:00')).toBe(
      'opensAt 2026-12-31T22:30:00.000Z',
    );
    expect(told(winter, '2027-01-04', '2026-12-31T23:30:00+01:00')).toBe('open');
    expect(told(winter, '2027-01-04', '2027-01-01T00:29:59+01:00')).toBe('open');
    expect(told(winter, '2027-01-04', '2027-01-01T00:30:00+01:00')).toMatch(/^over/);
  });

  test('that opens at an hour clocks skip opens with the jump, once at an hour they show twice', () => {
    const inSpring = windows({ opens: { on: day('2026-03-29'), at: '02:30' }, closes: null });
    expect(told(inSpring, '2023-05-10', '2026-03-29T01:59:59+01:00')).toMatch(/^opensAt/);
    expect(told(inSpring, '2023-05-10', '2026-03-29T03:00:00+02:00')).toBe('open');
    const inAutumn = windows({ opens: { on: day('2026-10-25'), at: '02:30' }, closes: null });
    expect(told(inAutumn, '2023-05-10', '2026-10-25T02:29:59+02:00')).toMatch(/^opensAt/);
    expect(told(inAutumn, '2023-05-10', '2026-10-25T02:30:00+02:00')).toBe('open');
    expect(told(inAutumn, '2023-05-10', '2026-10-25T02:00:00+01:00')).toBe('open');
  });
});

describe('each group has its turn', () => {
  const inTurns = windows({
    staggered: [{ group: 'maternelle', opens: { on: day('2023-03-25'), at: '09:00' } }],
  });

  test.each([
    ['maternelle', '2023-03-25T08:59:59+01:00', 'opensAt 2023-03-25T08:00:00.000Z'],
    ['maternelle', '2023-03-25T09:00:00+01:00', 'open'],
    ['elementaire', '2023-03-25T09:00:00+01:00', 'opensAt 2023-03-26T22:00:00.000Z'],
    ['elementaire', '2023-03-27T00:00:00+02:00', 'open'],
    ['maternelle', '2023-04-07T00:00:00+02:00', 'over: windowClosed+staffOnly'],
  ])('%s at %s: %s', (group, now, expected) => {
    expect(told(inTurns, '2023-05-10', now, group)).toBe(expected);
  });
});

describe('a turn may be kept for those a condition names', () => {
  const { calendar: ours, document } = townWith({});
  const [activity] = document.activities;
  const [unit] = activity?.units ?? [];
  if (activity === undefined || unit === undefined) throw new Error('The small town has a unit');
  const on = day('2023-05-10');
  const inTurns = windows({
    staggered: [
      { when: [{ kind: 'flag', is: 'priorite' }], opens: { on: day('2023-03-20'), at: '09:00' } },
      {
        group: 'maternelle',
        when: [{ kind: 'flag', is: 'fratrie' }],
        opens: { on: day('2023-03-22'), at: '09:00' },
      },
    ],
  });
  const state = (flags: readonly string[], group: string, now: string) =>
    openingOfDay(inTurns, on, ours)(group, fromIso(now), () =>
      contextOf({
        document,
        calendar: ours,
        activity,
        unit,
        on,
        quotient: null,
        profile: { flags },
      }),
    ).kind;

  test.each([
    [
      'who is named, from then on',
      ['priorite'],
      'elementaire',
      '2023-03-20T09:00:00+01:00',
      'open',
    ],
    ['and not before', ['priorite'], 'elementaire', '2023-03-20T08:59:00+01:00', 'notYet'],
    ['nobody else', [], 'elementaire', '2023-03-20T09:00:00+01:00', 'notYet'],
    [
      'a group and a condition: both',
      ['fratrie'],
      'maternelle',
      '2023-03-22T09:00:00+01:00',
      'open',
    ],
    ['not one alone', ['fratrie'], 'elementaire', '2023-03-22T09:00:00+01:00', 'notYet'],
    [
      'everybody, when it is everybody’s turn',
      [],
      'elementaire',
      '2023-03-27T00:00:00+02:00',
      'open',
    ],
  ])('%s', (_title, flags, group, now, expected) => {
    expect(state(flags, group, now)).toBe(expected);
  });

  test('where nothing is known of the child, it is not its turn', () => {
    expect(told(inTurns, '2023-05-10', '2023-03-22T09:00:00+01:00')).toMatch(/^opensAt/);
  });
});

describe('so many days before each day', () => {
  const twoWeeks: Opening = { kind: 'daysBefore', days: 14, at: '09:00' };

  test.each([
    ['2026-12-01', '2026-11-17T08:59:59+01:00', 'opensAt 2026-11-17T08:00:00.000Z'],
    ['2026-12-01', '2026-11-17T09:00:00+01:00', 'open'],
    ['2026-11-03', '2026-10-20T08:59:59+02:00', 'opensAt 2026-10-20T07:00:00.000Z'],
    ['2026-11-03', '2026-10-20T09:00:00+02:00', 'open'],
  ])('%s asked at %s: %s', (on, now, expected) => {
    expect(told(twoWeeks, on, now)).toBe(expected);
  });
});

describe('turns counted from each day', () => {
  const { calendar: ours, document } = townWith({});
  const [activity] = document.activities;
  const [unit] = activity?.units ?? [];
  if (activity === undefined || unit === undefined) throw new Error('The small town has a unit');
  const on = day('2026-12-15');
  const inhabitants = [{ kind: 'residence', in: ['commune'] }] as const;
  const state = (opening: Opening, residence: string, group: string, now: string) => {
    const found = openingOfDay(opening, on, ours)(group, fromIso(now), () =>
      contextOf({
        document,
        calendar: ours,
        activity,
        unit,
        on,
        quotient: null,
        profile: { residence },
      }),
    );
    return found.kind === 'notYet' && found.at !== null ? toIso(found.at) : found.kind;
  };

  test.each([
    ['an inhabitant', 'commune', 'elementaire', '2026-11-15T09:00:00+01:00', 'open'],
    [
      'not a minute sooner',
      'commune',
      'elementaire',
      '2026-11-15T08:59:00+01:00',
      '2026-11-15T08:00:00.000Z',
    ],
    [
      'anybody else',
      'ailleurs',
      'elementaire',
      '2026-11-15T09:00:00+01:00',
      '2026-11-30T08:00:00.000Z',
    ],
    [
      'a group, at an hour of its own',
      'ailleurs',
      'maternelle',
      '2026-11-25T11:00:00+01:00',
      '2026-11-25T11:00:00.000Z',
    ],
    ['the first turn that holds', 'commune', 'maternelle', '2026-11-15T09:00:00+01:00', 'open'],
  ])(
    '30 days before to inhabitants, 15 to the others: %s',
    (_title, residence, group, now, expected) => {
      const opening: Opening = {
        kind: 'daysBefore',
        days: 15,
        at: '09:00',
        staggered: [
          { when: inhabitants, days: 30 },
          { group: 'maternelle', days: 20, at: '12:00' },
        ],
      };
      expect(state(opening, residence, group, now)).toBe(expected);
    },
  );

  test.each([
    ['an inhabitant', 'commune', '2026-11-01T08:00:00+01:00', 'open'],
    ['anybody else', 'ailleurs', '2026-11-01T08:00:00+01:00', '2026-11-10T07:00:00.000Z'],
  ])('the 1st to inhabitants, the 10th to the others: %s', (_title, residence, now, expected) => {
    const opening: Opening = {
      kind: 'precedingMonth',
      day: 10,
      at: '08:00',
      staggered: [{ when: inhabitants, day: 1 }],
    };
    expect(state(opening, residence, 'elementaire', now)).toBe(expected);
  });
});

describe('several windows on one day', () => {
  const twice = windows(
    {},
    {
      code: 'second-tour',
      label: 'Second tour',
      opens: { on: day('2023-04-17'), at: '09:00' },
      closes: { on: day('2023-04-20'), at: '18:00' },
    },
  );

  test.each([
    [
      'before both, the first to come',
      '2023-03-20T10:00:00+01:00',
      'opensAt 2023-03-26T22:00:00.000Z',
    ],
    ['in the first', '2023-04-01T10:00:00+02:00', 'open'],
    [
      'between the two, the one to come',
      '2023-04-10T10:00:00+02:00',
      'opensAt 2023-04-17T07:00:00.000Z',
    ],
    ['in the second', '2023-04-18T10:00:00+02:00', 'open'],
    [
      'after both, the last that closed',
      '2023-05-02T10:00:00+02:00',
      'over: windowClosed+staffOnly',
    ],
  ])('%s', (_title, now, expected) => {
    expect(told(twice, '2023-05-10', now)).toBe(expected);
  });

  test('the last to close is the one told, in whichever order they are written', () => {
    if (twice.kind !== 'windows') throw new Error('Two windows were written');
    for (const order of [twice.windows, twice.windows.toReversed()]) {
      const opening = openingOfDay({ ...twice, windows: order }, day('2023-05-10'), calendar);
      const state = opening('elementaire', fromIso('2023-05-02T10:00:00+02:00'));
      expect(state).toMatchObject({ reasons: [{ label: 'Second tour' }, {}] });
    }
  });

  test('that overlap are open as long as one of them is', () => {
    const overlapping = windows({}, { closes: { on: day('2023-04-30'), at: '24:00' } });
    expect(told(overlapping, '2023-05-10', '2023-04-20T10:00:00+02:00')).toBe('open');
  });
});

describe('« le mois prochain, à partir du 1er »', () => {
  const fromThe1st: Opening = { kind: 'precedingMonth', day: 1, at: '00:00' };

  test.each([
    ['2026-12-01', '2026-10-31T23:59:59.999+01:00', 'opensAt 2026-10-31T23:00:00.000Z'],
    ['2026-12-01', '2026-11-01T00:00:00+01:00', 'open'],
    ['2026-12-31', '2026-11-01T00:00:00+01:00', 'open'],
    ['2027-01-04', '2026-11-30T23:59:59+01:00', 'opensAt 2026-11-30T23:00:00.000Z'],
    ['2027-01-04', '2026-12-01T00:00:00+01:00', 'open'],
    ['2026-11-02', '2026-10-01T00:00:00+02:00', 'open'],
    ['2026-11-02', '2026-09-30T23:59:59+02:00', 'opensAt 2026-09-30T22:00:00.000Z'],
  ])('%s asked at %s: %s', (on, now, expected) => {
    expect(told(fromThe1st, on, now)).toBe(expected);
  });

  test('stays open after: what comes too late is the limit’s matter', () => {
    expect(told(fromThe1st, '2026-12-01', '2026-12-01T07:00:00+01:00')).toBe('open');
  });

  test('on a day the month does not have, opens on its last', () => {
    const fromThe31st: Opening = { kind: 'precedingMonth', day: 31, at: '12:00' };
    expect(told(fromThe31st, '2027-03-05', '2027-02-28T11:59:00+01:00')).toBe(
      'opensAt 2027-02-28T11:00:00.000Z',
    );
    expect(told(fromThe31st, '2027-03-05', '2027-02-28T12:00:00+01:00')).toBe('open');
  });
});
