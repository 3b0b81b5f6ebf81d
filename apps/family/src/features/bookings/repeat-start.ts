import { day, type Weekday, weekdayOf } from '@preau/domain/time/day';
import type { Planning, PlanningRow } from './bookings.queries.ts';
import { isHeld } from './formula.ts';
import { servicesOf } from './period/pattern.ts';
import type { RepeatStart } from './period/repeat-sheet.tsx';
import type { FormulaSection, UnitSection } from './week.ts';

/** « Répéter » beside a service of the week: for this child, on the days it is held. */
export function repeatOfUnit(section: UnitSection, childId: string): RepeatStart {
  return {
    childIds: [childId],
    unit: section.key,
    units: [{ unit: section.key, title: section.title }],
    weekdays: section.cells.filter(isHeld).map(({ on }) => weekdayOf(on)),
  };
}

/** « Répéter » beside formulas: the one held is proposed, else the first. */
export function repeatOfFormulas({ title, days }: FormulaSection, childId: string): RepeatStart {
  const options = days.flatMap((one) => one.options);
  const held = options.find(isHeld) ?? options[0];
  const units = new Map(options.map(({ unit, unitLabel }) => [unit, unitLabel]));
  return {
    childIds: [childId],
    unit: held?.unit ?? '',
    units: [...units].map(([unit, label]) => ({ unit, title: `${title} – ${label}` })),
    weekdays: [...new Set(days.map(({ on }) => weekdayOf(on)))],
  };
}

/** « Répéter » from the month: any service can be chosen, that of the row first. */
export function repeatOfRow(planning: Planning, row: PlanningRow): RepeatStart {
  const services = servicesOf([planning], () => true);
  const units = new Map(services.map(({ unit, title }) => [unit, title]));
  const held = row.on.filter((_, at) => row.state[at] === 'confirmed');
  return {
    childIds: [row.childId],
    unit: row.unit,
    units: [...units].map(([unit, title]) => ({ unit, title })),
    weekdays: [...new Set(held.map((on): Weekday => weekdayOf(day(on))))],
  };
}
