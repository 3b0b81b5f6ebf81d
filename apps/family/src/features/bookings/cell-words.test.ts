import { fromIso } from '@preau/domain/time/instant';
import { describe, expect, test } from 'vitest';
import type { PlanningRow } from './bookings.queries.ts';
import { cellOf } from './cell.ts';
import { type DraftState, emptyDraft, reduceDraft } from './draft.ts';
import { december, planningOf, rowOf } from './planning.factory.ts';
import type { WireReason } from './wire-reasons.ts';

const free = rowOf({ unit: 'soir', ...december });
const all = <Value>(value: Value) => free.on.map(() => value);
const queue = (until: string) => [
  { index: 0, bookingId: 'b', rank: null, until, answerDueAt: null },
];
const drafted = (action: 'add' | 'remove'): DraftState =>
  reduceDraft(emptyDraft, {
    type: 'gesture',
    changes: [{ childId: 'lea', sessionId: 'soir-2026-12-01', action, cents: 200 }],
  });

/** The word of the first day, now being the 1st of December at 9. */
function word(
  more: Partial<PlanningRow>,
  { draft = emptyDraft, reasons = [] as WireReason[] } = {},
): string | undefined {
  const row = { ...free, ...more, ...(reasons.length > 0 ? { reasons: all([0]) } : {}) };
  const planning = { ...planningOf(december.from, december.until, [row]), reasons };
  const cell = cellOf(planning, row, { on: '2026-12-01', kind: 'school', label: null }, draft);
  return (cell.word ?? cell.view.word).replaceAll('\u00a0', ' ');
}

describe('where the service accepts', () => {
  const staff = { acceptance: 'staff' as const };

  test('a free day is asked for, not taken', () => {
    expect(word(staff)).toBe('Demander');
    expect(word({})).toBe('Libre');
  });

  test('a drafted day is to be sent', () => {
    expect(word(staff, { draft: drafted('add') })).toBe('À envoyer');
    expect(word({}, { draft: drafted('add') })).toBe('À ajouter');
  });

  test('a request is withdrawn, a booking is cancelled', () => {
    const draft = drafted('remove');
    expect(word({ ...staff, state: all('requested') }, { draft })).toBe('À retirer');
    expect(word({ ...staff, state: all('confirmed') }, { draft })).toBe('À annuler');
  });
});

describe('a day to be paid', () => {
  const toPay = (until: string) => word({ state: all('awaitingPayment'), queue: queue(until) });

  test.each([
    ['until the end of a day', '2026-12-25T23:00:00.000Z', 'À payer d’ici au 25 déc.'],
    ['until some hour of another day', '2026-12-03T10:00:00.000Z', 'À payer d’ici au 3 déc.'],
    ['within the day', '2026-12-01T09:42:00.000Z', 'À payer avant 10 h 42'],
    ['until midnight tonight', '2026-12-01T23:00:00.000Z', 'À payer avant minuit'],
  ])('%s', (_, until, expected) => {
    expect(toPay(until)).toBe(expected);
  });
});

describe('a day that is not open yet', () => {
  const closed = { constraint: all('notOpenYet' as const) };
  const at = fromIso('2026-11-30T23:00:00.000Z');

  test('tells the day on which it opens', () => {
    const reasons = [{ code: 'opensAt', at, label: null }];
    expect(word(closed, { reasons })).toBe('Ouvre le 1er déc.');
  });

  test('tells nothing more where the date is still to be announced', () => {
    expect(word(closed, { reasons: [{ code: 'notAnnounced' }] })).toBe('Pas encore ouvert');
  });
});

test('a day whose window is over is closed, not late', () => {
  const over = { constraint: all('staffOnly' as const) };
  expect(word(over, { reasons: [{ code: 'windowClosed' }] })).toBe('Clos');
  expect(word(over)).toBe('Hors délai');
});

test.each([
  ['requested', 'Inscription demandée'],
  ['incomplete', 'Inscription à compléter'],
  ['waitlisted', 'Inscription en attente'],
  ['accepted', 'Inscription requise'],
] as const)('an enrolment that is %s reads « %s »', (enrolment, expected) => {
  expect(word({ enrolment, constraint: all('notEnrolled' as const) })).toBe(expected);
});

describe('a day that was refused', () => {
  const again = (more: Partial<PlanningRow>) => {
    const row = { ...free, state: all('refused' as const), ...more };
    const planning = planningOf(december.from, december.until, [row]);
    return cellOf(planning, row, { on: '2026-12-01', kind: 'school', label: null }, emptyDraft);
  };

  test('can be asked for again while it is open, or waited for', () => {
    expect(again({}).again).toBe('add');
    expect(again({ constraint: all('full' as const) }).again).toBe('wait');
  });

  test('cannot once it is not', () => {
    expect(again({ constraint: all('staffOnly' as const) }).again).toBeNull();
    expect(again({ state: all('confirmed' as const) }).again).toBeNull();
  });
});
