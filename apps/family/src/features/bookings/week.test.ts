import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { describe, expect, test } from 'vitest';
import type { Planning, PlanningRow } from './bookings.queries.ts';
import { emptyDraft, reduceDraft } from './draft.ts';
import { weekToOpen } from '../../shared/week-to-open.ts';
import { columnsOf, nextLimit, type Section, sectionsOf } from './week.ts';

const week = ['23', '24', '25', '26', '27', '28', '29'].map((date) => `2026-11-${date}`);

const days: Planning['days'] = week.map((on, index) => ({
  on,
  kind: index === 2 ? 'offDay' : index > 4 ? 'weekend' : 'school',
  label: null,
}));

function row(unit: string, on: readonly string[], more: Partial<PlanningRow> = {}): PlanningRow {
  return {
    childId: 'lea',
    unit,
    unitLabel: unit,
    activity: unit,
    activityLabel: `Activité ${unit}`,
    facility: 'ALSH',
    startsAt: '07:30',
    endsAt: '08:30',
    excludes: [],
    on: [...on],
    sessionId: on.map((date) => `${unit}-${date}`),
    state: on.map(() => null),
    constraint: on.map(() => 'free' as const),
    limitAt: on.map(() => '2026-11-25T06:30:00.000Z'),
    placesLeft: on.map(() => 5),
    cents: on.map(() => 185),
    unitCents: on.map(() => 185),
    reasons: on.map(() => []),
    waitingList: 'online',
    acceptance: 'automatic',
    cancellation: 'automatic',
    payment: 'later',
    enrolment: 'accepted',
    queue: [],
    ...more,
  };
}

const planning = (rows: PlanningRow[], changes: Partial<Planning> = {}): Planning => ({
  now: '2026-11-22T08:00:00.000Z',
  timeZone: 'Europe/Paris',
  days,
  children: [{ id: 'lea', firstName: 'Léa', schoolClass: 'CE1' }],
  reasons: [],
  rows,
  ...changes,
});

const schoolDays = week.filter((_, index) => index < 5 && index !== 2);
const keysOf = (section: Section | undefined) =>
  section?.kind === 'unit' ? section.cells.map((cell) => cell.view.key) : [];

describe('the week of one child', () => {
  test('a unit has one cell per column, closed where it has no session', () => {
    const [section] = sectionsOf(planning([row('matin', schoolDays)]), 'lea', emptyDraft);
    expect(keysOf(section)).toEqual(['free', 'free', 'closed', 'free', 'free']);
  });

  test('the draft shows on its cell only', () => {
    const gesture = {
      childId: 'lea',
      sessionId: 'matin-2026-11-24',
      action: 'add' as const,
      cents: 185,
    };
    const draft = reduceDraft(emptyDraft, { type: 'gesture', changes: [gesture] });
    const [section] = sectionsOf(planning([row('matin', schoolDays)]), 'lea', draft);
    expect(keysOf(section)).toEqual(['free', 'add', 'closed', 'free', 'free']);
  });

  test('another child sees nothing of it', () => {
    expect(sectionsOf(planning([row('matin', schoolDays)]), 'noe', emptyDraft)).toEqual([]);
  });

  test('a unit without any session that week takes no room', () => {
    const rows = [row('matin', schoolDays), row('vacances', [])];
    expect(sectionsOf(planning(rows), 'lea', emptyDraft).map(({ key }) => key)).toEqual(['matin']);
  });

  test('a public holiday says so on its cell', () => {
    const withHoliday = days.map((one, index) =>
      index === 1 ? { ...one, kind: 'publicHoliday' as const, label: 'Un jour férié' } : one,
    );
    const open = schoolDays.filter((on) => on !== week[1]);
    const [section] = sectionsOf(
      planning([row('matin', open)], { days: withHoliday }),
      'lea',
      emptyDraft,
    );
    const cell = section?.kind === 'unit' ? section.cells[1] : undefined;
    expect([cell?.word, cell?.reasons[0]?.code]).toEqual(['Férié', 'publicHoliday']);
  });

  test('units that exclude one another are one choice on their day', () => {
    const formulas = ['journee', 'matin-repas'].map((unit) =>
      row(unit, [week[2] ?? ''], { activity: 'mercredi', excludes: ['x'] }),
    );
    const [section] = sectionsOf(planning(formulas), 'lea', emptyDraft);
    expect(section?.kind === 'formula' && section.days.map((one) => one.options.length)).toEqual([
      2,
    ]);
  });

  test('a price that changes within the week is not told once for all', () => {
    const changing = row('matin', schoolDays, { unitCents: [185, 185, 190, 190] });
    const prices = [row('matin', schoolDays), changing].map((one) => {
      const [section] = sectionsOf(planning([one]), 'lea', emptyDraft);
      return section?.kind === 'unit' ? section.price : undefined;
    });
    expect(prices).toEqual([185, null]);
  });

  test('Saturday has a column only when something is open', () => {
    const on = (rows: PlanningRow[]) => columnsOf(planning(rows)).length;
    expect(on([row('matin', schoolDays)])).toBe(5);
    expect(on([row('sortie', [week[5] ?? ''])])).toBe(6);
  });
});

describe('the week to open on', () => {
  test.each([
    ['2026-11-20T16:00:00Z', '2026-11-16'],
    ['2026-11-20T23:30:00Z', '2026-11-23'],
    ['2026-11-22T12:00:00Z', '2026-11-23'],
    ['2026-11-22T23:30:00Z', '2026-11-23'],
  ])('at %s it starts on %s', (now, monday) => {
    expect(weekToOpen(fromIso(now), 'Europe/Paris')).toBe(day(monday));
  });
});

describe('the limit to count down to', () => {
  const rows = [row('matin', schoolDays), row('soir', schoolDays, { childId: 'noe' })];

  test('is the next one of the child on screen', () => {
    const now = fromIso('2026-11-25T06:29:59Z');
    expect(nextLimit(planning(rows), 'lea', now)).toBe(fromIso('2026-11-25T06:30:00Z'));
  });

  test('is none once all have passed', () => {
    const now = fromIso('2026-11-25T06:30:00Z');
    expect(nextLimit(planning(rows), 'lea', now)).toBeNull();
  });
});
