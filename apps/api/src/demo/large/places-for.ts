import type { ReglementDocument } from '@preau/domain/reglement/document';
import type { Weekday } from '@preau/domain/time/day';
import { classOf, groupOf } from '../school-classes.ts';
import type { AgeGroupCode, DemoChild, DemoFacility } from '../town.ts';
import { ageGroups } from '../town.ts';

/** Children who would come, by what `demandKey` names. */
export type Demand = ReadonlyMap<string, number>;

/** A crowded site has places for that share of the busiest day; the others for a little more. */
const crowdedShare = 0.85;
const roomyShare = 1.1;
const fewestPlaces = 4;

/** One room in one part of the day, on one weekday, of one activity: what places are counted by. */
export function demandKey(
  facility: string,
  activity: string,
  group: string,
  weekday: Weekday,
  part: string,
): string {
  return `${facility} ${activity} ${group} ${weekday} ${part}`;
}

/** Counts who would come where and when, if everybody had a place. */
export function demandOf(
  children: readonly DemoChild[],
  schoolYear: string,
  document: ReglementDocument,
): Demand {
  const demand = new Map<string, number>();
  for (const child of children) {
    const schoolClass = classOf(child.birthOn, schoolYear);
    if (schoolClass === undefined) continue;
    const group = groupOf(schoolClass);
    for (const { activity, unit } of unitsOf(document)) {
      for (const weekday of child.habits[unit.code] ?? []) {
        for (const facility of child.facilities) {
          for (const part of unit.parts) {
            const key = demandKey(facility, activity, group, weekday, part);
            demand.set(key, (demand.get(key) ?? 0) + 1);
          }
        }
      }
    }
  }
  return demand;
}

/** Places of a site by part of the day and age group, after the busiest of its days. */
export function placesFor(
  { key, activities }: Pick<DemoFacility, 'key' | 'activities'>,
  demand: Demand,
  crowded: boolean,
  document: ReglementDocument,
): DemoFacility['places'] {
  const busiest = new Map<string, number>();
  for (const { activity, unit } of unitsOf(document)) {
    if (!activities.includes(activity)) continue;
    for (const part of unit.parts) {
      for (const group of groupsOf(activity)) {
        for (const weekday of [1, 2, 3, 4, 5] as const) {
          const wanted = demand.get(demandKey(key, activity, group, weekday, part)) ?? 0;
          const known = busiest.get(`${part} ${group}`) ?? 0;
          busiest.set(`${part} ${group}`, Math.max(known, wanted));
        }
      }
    }
  }
  const places: Record<string, Partial<Record<AgeGroupCode, number>>> = {};
  for (const [key, wanted] of busiest) {
    const [part = '', group = ''] = key.split(' ');
    const share = crowded ? crowdedShare : roomyShare;
    places[part] = {
      ...places[part],
      [group]: Math.max(fewestPlaces, Math.ceil(wanted * share)),
    };
  }
  return places;
}

function unitsOf({ activities }: ReglementDocument) {
  return activities.flatMap(({ code: activity, units }) =>
    units.map((unit) => ({ activity, unit })),
  );
}

/** Study is for those who can read. */
function groupsOf(activity: string): AgeGroupCode[] {
  if (activity === 'etude') return ['elementaire'];
  return ageGroups.map(({ code }) => code);
}
