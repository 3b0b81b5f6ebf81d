import type { Planning, PlanningRow } from './bookings.queries.ts';
import type { Cell } from './cell.ts';
import type { DraftState } from './draft.ts';
import { columnsOf, type FormulaSection, sectionsOf } from './week.ts';

type Child = Planning['children'][number];

/** One day of the household: its services with a cell per child, then each child's formulas. */
export type FamilyDay = {
  readonly on: string;
  readonly children: readonly Child[];
  /** `cells` stand in the order of `children`; `null` where a child lacks the service. */
  readonly services: readonly {
    readonly title: string;
    readonly cells: readonly (Cell | null)[];
  }[];
  readonly formulas: readonly {
    readonly section: FormulaSection;
    readonly options: readonly Cell[];
    readonly firstName: string;
  }[];
};

/** The week of everybody, day by day; days on which nothing can be booked are left out. */
export function daysOf(
  planning: Planning,
  draft: DraftState,
  shows: (row: PlanningRow) => boolean,
): readonly FamilyDay[] {
  const { children } = planning;
  const weeks = children.map((child) => sectionsOf(planning, child.id, draft, shows));
  return columnsOf(planning).flatMap(({ on }): FamilyDay[] => {
    const services = new Map<string, { title: string; cells: (Cell | null)[] }>();
    const formulas: FamilyDay['formulas'][number][] = [];
    for (const [at, sections] of weeks.entries()) {
      for (const section of sections) {
        if (section.kind === 'formula') {
          const one = section.days.find((choice) => choice.on === on);
          const firstName = children[at]?.firstName ?? '';
          if (one) formulas.push({ section, options: one.options, firstName });
          continue;
        }
        const cell = section.cells.find((candidate) => candidate.on === on);
        if (!cell || cell.sessionId === null) continue;
        const service = services.get(section.key) ?? {
          title: section.title,
          cells: children.map(() => null),
        };
        service.cells[at] = cell;
        services.set(section.key, service);
      }
    }
    if (services.size === 0 && formulas.length === 0) return [];
    return [{ on, children, services: [...services.values()], formulas }];
  });
}
