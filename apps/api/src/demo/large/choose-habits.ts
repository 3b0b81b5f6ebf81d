import type { Faker } from '@faker-js/faker';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import type { Weekday } from '@preau/domain/time/day';
import { classOf, groupOf } from '../school-classes.ts';
import type { DemoFacility, DemoHousehold } from '../town.ts';
import { demandKey } from './places-for.ts';

const weekdays = [1, 2, 3, 4, 5] as const;

/** A child who comes to one unit on one weekday, week after week. */
export type Habit = {
  readonly childId: string;
  readonly householdId: string;
  readonly quotient: number | null;
  readonly facility: string;
  readonly unit: string;
  readonly group: string;
  readonly weekday: Weekday;
};

/** What a unit of a site is, for a group on a weekday; `undefined` where it never takes place. */
export type SlotOf = (
  habit: Pick<Habit, 'facility' | 'unit' | 'group' | 'weekday'>,
) => number | undefined;

export type HabitChoice = {
  readonly households: readonly DemoHousehold[];
  readonly facilities: readonly DemoFacility[];
  readonly document: ReglementDocument;
  readonly schoolYear: string;
  readonly slotOf: SlotOf;
  /** On how many days of the year it takes place. */
  readonly daysOf: (slot: number) => number;
  /** Bookings to reach. */
  readonly bookings: number;
  readonly faker: Faker;
};

/**
 * Gives places to habits, drawn in any order, until the year has as many bookings as wanted: each
 * finds a free place on its weekday or is not taken.
 */
export function chooseHabits(choice: HabitChoice): (Habit & { readonly slot: number })[] {
  const { faker, facilities, document, slotOf, daysOf, bookings } = choice;
  const rooms = new Rooms(facilities, document);
  const chosen: (Habit & { readonly slot: number })[] = [];
  let reached = 0;
  for (const habit of faker.helpers.shuffle(habitsOf(choice))) {
    if (reached >= bookings) break;
    const slot = slotOf(habit);
    if (slot === undefined || !rooms.take(habit)) continue;
    reached += daysOf(slot);
    chosen.push({ ...habit, slot });
  }
  return chosen;
}

function habitsOf({ households, schoolYear }: HabitChoice): Habit[] {
  return households.flatMap(({ id: householdId, quotient, children }) =>
    children.flatMap(({ id: childId, birthOn, habits, facilities: own }) => {
      const schoolClass = classOf(birthOn, schoolYear);
      if (schoolClass === undefined) return [];
      const group = groupOf(schoolClass);
      return Object.entries(habits).flatMap(([unit, days]) =>
        own.flatMap((facility) =>
          days.map((weekday) => ({
            childId,
            householdId,
            quotient,
            facility,
            unit,
            group,
            weekday,
          })),
        ),
      );
    }),
  );
}

/** Places still free on a weekday of a site. */
class Rooms {
  readonly #free = new Map<string, number>();
  readonly #parts = new Map<
    string,
    { readonly activity: string; readonly parts: readonly string[] }
  >();

  constructor(facilities: readonly DemoFacility[], { activities }: ReglementDocument) {
    for (const { code: activity, units } of activities) {
      for (const { code, parts } of units) this.#parts.set(code, { activity, parts });
      const used = new Set(units.flatMap(({ parts }) => parts));
      for (const site of facilities.filter((one) => one.activities.includes(activity))) {
        for (const [part, byGroup] of Object.entries(site.places)) {
          if (!used.has(part)) continue;
          for (const [group, places] of Object.entries(byGroup)) {
            for (const weekday of weekdays) {
              this.#free.set(demandKey(site.key, activity, group, weekday, part), places);
            }
          }
        }
      }
    }
  }

  /** Takes one place in every part of the unit; false where one is missing. */
  take({ facility, unit, group, weekday }: Habit): boolean {
    const known = this.#parts.get(unit);
    if (!known) return false;
    const keys = known.parts.map((part) =>
      demandKey(facility, known.activity, group, weekday, part),
    );
    if (keys.some((key) => (this.#free.get(key) ?? 0) === 0)) return false;
    for (const key of keys) this.#free.set(key, (this.#free.get(key) ?? 0) - 1);
    return true;
  }
}
