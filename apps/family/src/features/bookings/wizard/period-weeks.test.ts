import { day } from '@preau/domain/time/day';
import { describe, expect, test } from 'vitest';
import { emptyDraft, reduceDraft } from '../draft.ts';
import { planningOf, rowOf } from '../planning.factory.ts';
import { rangesOf, weeksOf, wholeUnits } from './period-weeks.ts';

const period = { from: day('2026-12-19'), until: day('2027-01-03') };
const asked = { ...period, childId: 'lea', activity: 'vacances' };

describe('the planning of a period', () => {
  test('is asked for by whole weeks, six at a time', () => {
    expect(rangesOf({ from: '2027-01-06', until: '2027-03-31' }, day('2026-12-01'))).toEqual([
      { from: '2027-01-04', until: '2027-02-14' },
      { from: '2027-02-15', until: '2027-03-28' },
      { from: '2027-03-29', until: '2027-04-04' },
    ]);
  });

  test('begins with the present week where the period has begun', () => {
    expect(rangesOf({ from: '2026-09-01', until: '2026-12-18' }, day('2026-12-02'))).toEqual([
      { from: '2026-11-30', until: '2026-12-20' },
    ]);
  });

  test('has the weeks in which the child can come, and none of other activities', () => {
    const open = { unit: 'journee', activity: 'vacances', from: period.from, until: period.until };
    const other = { unit: 'soir', from: day('2026-12-14'), until: day('2026-12-18') };
    const planning = planningOf(day('2026-12-14'), day('2027-01-03'), [rowOf(open), rowOf(other)]);
    const weeks = weeksOf([planning], asked, emptyDraft);
    expect(weeks.map(({ monday }) => monday)).toEqual(['2026-12-21', '2026-12-28']);
    expect(weeksOf([planning], { ...asked, childId: 'noe' }, emptyDraft)).toEqual([]);
    const later = weeksOf([planning], { ...asked, from: day('2026-12-26') }, emptyDraft);
    expect(later.map(({ monday }) => monday)).toEqual(['2026-12-28']);
  });
});

describe('all the days of a unit at once', () => {
  const span = { activity: 'vacances', from: day('2026-12-14'), until: day('2027-01-03') };
  const alone = rowOf({ ...span, unit: 'journee' });
  const days = (rows: Parameters<typeof planningOf>[2]) => planningOf(span.from, span.until, rows);

  test('takes the free days of the period, not those of the week before', () => {
    const weeks = weeksOf([days([alone])], asked, emptyDraft);
    const [unit] = wholeUnits(weeks, period);
    expect(unit).toMatchObject({ unit: 'journee', cents: 200 });
    expect(unit?.changes.map(({ sessionId }) => sessionId)).toEqual([
      'journee-2026-12-21',
      'journee-2026-12-22',
      'journee-2026-12-24',
      'journee-2026-12-25',
      'journee-2026-12-28',
      'journee-2026-12-29',
      'journee-2026-12-31',
      'journee-2027-01-01',
    ]);
  });

  test('leaves what is full, booked, or ticked already', () => {
    const row = rowOf(
      { ...span, unit: 'journee' },
      { constraint: alone.on.map((on) => (on === '2026-12-21' ? 'full' : 'free')) },
    );
    const state = alone.on.map((on) => (on === '2026-12-22' ? ('confirmed' as const) : null));
    const ticked = { childId: 'lea', sessionId: 'journee-2026-12-24', cents: 200 };
    const draft = reduceDraft(emptyDraft, {
      type: 'gesture',
      changes: [{ ...ticked, action: 'add' }],
    });
    const [unit] = wholeUnits(weeksOf([days([{ ...row, state }])], asked, draft), period);
    expect(unit?.changes.map(({ sessionId }) => sessionId)).toEqual([
      'journee-2026-12-25',
      'journee-2026-12-28',
      'journee-2026-12-29',
      'journee-2026-12-31',
      'journee-2027-01-01',
    ]);
  });

  test('of formulas that exclude one another, leaves the days on which one is chosen', () => {
    const rows = [
      rowOf({ ...span, unit: 'journee', excludes: ['matin'], weekdays: [3] }),
      rowOf({ ...span, unit: 'matin', excludes: ['journee'], weekdays: [3] }),
    ];
    const chosen = { childId: 'lea', sessionId: 'matin-2026-12-23', cents: 200 };
    const draft = reduceDraft(emptyDraft, {
      type: 'gesture',
      changes: [{ ...chosen, action: 'add' }],
    });
    const units = wholeUnits(weeksOf([days(rows)], asked, draft), period);
    expect(units.map(({ unit, changes }) => [unit, changes.map((one) => one.sessionId)])).toEqual([
      ['journee', ['journee-2026-12-30']],
      ['matin', ['matin-2026-12-30']],
    ]);
  });
});
