import { day } from '@preau/domain/time/day';
import { describe, expect, test } from 'vitest';
import { emptyDraft } from '../draft.ts';
import { december, planningOf, rowOf } from '../planning.factory.ts';
import { cellAt, monthOf } from './month.ts';

const everything = () => true;
const matin = rowOf({ unit: 'matin', ...december });
const formulas = ['journée', 'matinée'].map((unit) =>
  rowOf({ unit, activity: 'mercredi', excludes: ['autre'], weekdays: [3], ...december }),
);

describe('the month of a household', () => {
  test('has a column per school day, and a gap before each week', () => {
    const { columns } = monthOf(planningOf(december.from, december.until, [matin]), everything);
    expect(columns).toHaveLength(23);
    const opening = columns.filter(({ opensWeek }) => opensWeek).map(({ on }) => on.slice(8));
    expect(opening).toEqual(['07', '14', '21', '28']);
  });

  test('shows a Saturday on which something is open', () => {
    const outing = rowOf({
      unit: 'sortie',
      weekdays: [6],
      from: day('2026-12-05'),
      until: day('2026-12-05'),
    });
    const { columns } = monthOf(planningOf(december.from, december.until, [outing]), everything);
    expect(columns.map(({ on }) => on)).toContain('2026-12-05');
    expect(columns.map(({ on }) => on)).not.toContain('2026-12-12');
  });

  test('has a row per child and service, under the name of the child', () => {
    const soir = rowOf({ unit: 'soir', childId: 'noe', ...december });
    const { groups, rows } = monthOf(
      planningOf(december.from, december.until, [matin, soir]),
      everything,
    );
    expect(groups.map(({ child }) => child.firstName)).toEqual(['Léa', 'Noé']);
    expect(rows.map(({ index, title }) => `${index} ${title}`)).toEqual(['0 matin', '1 soir']);
  });

  test('leaves out what the filter hides, and a child without anything', () => {
    const soir = rowOf({ unit: 'soir', childId: 'noe', ...december });
    const planning = planningOf(december.from, december.until, [matin, soir]);
    const { groups } = monthOf(planning, ({ activity }) => activity === 'matin');
    expect(groups.map(({ child }) => child.firstName)).toEqual(['Léa']);
  });

  test('a formula says of which activity it is', () => {
    const { rows } = monthOf(planningOf(december.from, december.until, formulas), everything);
    expect(rows.map(({ title, formulaOf }) => `${title} / ${formulaOf}`)).toEqual([
      'mercredi – journée / mercredi',
      'mercredi – matinée / mercredi',
    ]);
  });

  test('a day without the service is a closed cell', () => {
    const month = monthOf(planningOf(december.from, december.until, [matin]), everything);
    const keys = [0, 1].map((column) => cellAt(month, { row: 0, column }, emptyDraft)?.view.key);
    expect(keys).toEqual(['free', 'closed']);
  });

  test('holidays are one band, a public holiday inside them too', () => {
    const planning = planningOf(december.from, december.until, [matin]);
    const days = planning.days.map((one) => {
      if (one.on === '2026-12-25') return { ...one, kind: 'publicHoliday' as const, label: 'Noël' };
      if (one.on < '2026-12-21' || one.kind === 'weekend') return one;
      return { ...one, kind: 'schoolHoliday' as const, label: 'Vacances de Noël' };
    });
    const { bands } = monthOf({ ...planning, days }, everything);
    expect(bands.map(({ label, span }) => [label, span])).toEqual([
      [null, 14],
      ['Vacances de Noël', 9],
    ]);
  });
});
