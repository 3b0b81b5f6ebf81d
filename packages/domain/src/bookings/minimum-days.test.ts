import { describe, expect, test } from 'vitest';
import type { ActivityRules, Limit } from '../reglement/document.ts';
import { onlineThenStaff, roomThatDay, townWith } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { fromIso } from '../time/instant.ts';
import { type DayAsked, decideDays } from './minimum-days.ts';
import type { BookingFacts, BookingRequest } from './verdict.ts';

const now = fromIso('2026-11-01T10:00:00+01:00');
const twoAWeek: ActivityRules['days'] = [{ per: 'week', min: 2, max: 3 }];

function asking(
  on: string,
  request: Partial<Omit<BookingRequest, 'on'>> = {},
  facts: Partial<BookingFacts> = {},
): DayAsked {
  const asked = {
    action: 'book',
    channel: 'online',
    unit: 'matin',
    on: day(on),
    ...request,
  } as const;
  return { request: asked, facts: { ...roomThatDay, ...facts } };
}

const outcomes = (asked: readonly DayAsked[], rules: Partial<ActivityRules> = { days: twoAWeek }) =>
  decideDays(asked, townWith(rules), now).map(({ outcome, reasons }) =>
    outcome === 'refused' ? reasons.map(({ code }) => code).join(' ') : outcome,
  );

describe('a minimum of days', () => {
  test('is kept by days asked together, which one alone would not', () => {
    expect(outcomes([asking('2026-11-24')])).toEqual(['minDays']);
    expect(outcomes([asking('2026-11-24'), asking('2026-11-26')])).toEqual([
      'accepted',
      'accepted',
    ]);
  });

  test('holds the family whatever way it asks, and not the staff by itself', () => {
    const through = (channel: 'paper' | 'staff') => outcomes([asking('2026-11-24', { channel })]);
    expect(through('paper')).toEqual(['minDays']);
    expect(through('staff')).toEqual(['accepted']);
  });

  test('holds where the source does not say until when', () => {
    const booking: ActivityRules['booking'] = [
      { channels: ['online'], until: { kind: 'notStated' }, consequence: { kind: 'normal' } },
    ];
    const study = townWith({ days: twoAWeek, booking }, { status: 'study' });
    const [verdict] = decideDays([asking('2026-11-24')], study, now);
    expect(verdict?.reasons.map(({ code }) => code)).toEqual(['minDays']);
  });

  test('may be lower in a week with a public holiday', () => {
    const shorter = [{ per: 'week', min: 2, max: null, minWithPublicHoliday: 1 }] as const;
    // Wednesday 11 November is one.
    expect(outcomes([asking('2026-11-10')], { days: shorter })).toEqual(['accepted']);
    expect(outcomes([asking('2026-11-17')], { days: shorter })).toEqual(['minDays']);
    expect(outcomes([asking('2026-11-10')])).toEqual(['minDays']);
  });

  test('counts different days, not sessions', () => {
    const twice = [asking('2026-11-24'), asking('2026-11-24', { unit: 'soir' })];
    expect(outcomes(twice)).toEqual(['minDays', 'minDays']);
  });

  test('takes the whole week with it, and leaves the others', () => {
    expect(outcomes([asking('2026-11-24'), asking('2026-12-01'), asking('2026-12-03')])).toEqual([
      'minDays',
      'accepted',
      'accepted',
    ]);
  });

  test('is missed where a day of the two is full', () => {
    const full = asking('2026-11-26', {}, { freePlaces: 0 });
    expect(outcomes([asking('2026-11-24'), full])).toEqual(['minDays', 'full']);
  });

  test('keeps from giving back one of two days, and not both', () => {
    const held = (on: string, other: string) =>
      asking(
        on,
        { action: 'cancel' },
        {
          booking: { state: 'confirmed', stage: 0 },
          activityDays: [day(other)],
        },
      );
    expect(outcomes([held('2026-11-24', '2026-11-26')])).toEqual(['minDays']);
    expect(outcomes([held('2026-11-24', '2026-11-26'), held('2026-11-26', '2026-11-24')])).toEqual([
      'accepted',
      'accepted',
    ]);
  });

  test('does not bind the staff', () => {
    expect(outcomes([asking('2026-11-24', { channel: 'staff' })])).toEqual(['accepted']);
  });
});

test('a greatest number is reached by the days asked before', () => {
  const week = ['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27'];
  expect(outcomes(week.map((on) => asking(on)))).toEqual([
    'accepted',
    'accepted',
    'accepted',
    'maxDays',
  ]);
});

test('two units that do not go together are not both booked', () => {
  const [matin, soir] = townWith({}).document.activities[0]?.units ?? [];
  if (matin === undefined || soir === undefined) throw new Error('The small town has two units');
  const units = [{ ...matin, excludes: ['soir'] }, soir];
  expect(
    outcomes([asking('2026-11-24'), asking('2026-11-24', { unit: 'soir' })], { units }),
  ).toEqual(['accepted', 'incompatibleUnit']);
});

test('brothers and sisters each have their own days', () => {
  const both = [
    { ...asking('2026-11-24'), childId: 'lea' },
    { ...asking('2026-11-26'), childId: 'noe' },
  ];
  expect(outcomes(both)).toEqual(['minDays', 'minDays']);
});

test('days booked together are one stay, whose first day is the one limits count from', () => {
  const twoWeeks: Limit = {
    kind: 'daysBefore',
    days: 26,
    unit: 'calendar',
    at: '24:00',
    anchor: 'stay',
  };
  const booking = onlineThenStaff.map((stage, at) =>
    at === 0 ? { ...stage, until: twoWeeks } : stage,
  );
  const late = [asking('2026-11-30'), asking('2026-11-24')];
  expect(outcomes(late.slice(0, 1), { booking })).toEqual(['accepted']);
  expect(outcomes(late, { booking })).toEqual(['staffOnly', 'staffOnly']);
});
