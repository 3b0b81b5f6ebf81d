import type { Day } from '@preau/domain/time/day';
import type { Occupancy, OccupancyRow } from './occupancy.queries.ts';

export type Place = { readonly unitId: string; readonly on: Day };

type Titled = Pick<OccupancyRow, 'activity' | 'unitLabel'>;

/** « Périscolaire matin », « Mercredi · Journée avec repas »: nothing is said twice. */
export function rowTitle({ activity, unitLabel }: Titled): string {
  return isWithin(activity, unitLabel) ? unitLabel : `${activity} · ${unitLabel}`;
}

/** The same among the rows of a site: the only unit of an activity is the activity itself. */
function rowTitleAmong(row: OccupancyRow, rows: readonly OccupancyRow[]): string {
  const isAlone = rows.every((one) => one === row || one.activityId !== row.activityId);
  return isAlone ? row.activity : rowTitle(row);
}

function isWithin(activity: string, unitLabel: string): boolean {
  return unitLabel.toLocaleLowerCase('fr').startsWith(activity.toLocaleLowerCase('fr'));
}

/** A site and what it offers, as they are drawn. */
export type Site = {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly SiteRow[];
};

export type SiteRow = OccupancyRow & { readonly title: string };

export type Filters = { readonly facility: string | null; readonly activity: string | null };

/** The rows one asked to see, by site. */
export function sitesOf({ facilities, rows }: Occupancy, { facility, activity }: Filters): Site[] {
  return facilities
    .filter(({ id }) => facility === null || id === facility)
    .map(({ id, name }) => {
      const here = rows.filter((row) => row.facilityId === id);
      const shown = here.filter((row) => activity === null || row.activityCode === activity);
      const titled = shown.map((row) => ({ ...row, title: rowTitleAmong(row, here) }));
      return { id, name, rows: titled };
    })
    .filter((site) => site.rows.length > 0);
}

/** Activities of all sites, each once, for the list one chooses from. */
export function activitiesOf({ rows }: Occupancy): { code: string; label: string }[] {
  const labels = new Map(rows.map(({ activityCode, activity }) => [activityCode, activity]));
  return [...labels].map(([code, label]) => ({ code, label }));
}

/** Places a unit has on most of the days shown, where it takes place at all. */
export function usualCapacity({ cells }: OccupancyRow): number | null {
  const counts = new Map<number, number>();
  for (const cell of cells) {
    if (cell?.closed === null) counts.set(cell.capacity, (counts.get(cell.capacity) ?? 0) + 1);
  }
  const [usual] = [...counts].toSorted(([, one], [, other]) => other - one);
  return usual?.[0] ?? null;
}
