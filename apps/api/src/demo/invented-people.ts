import type { Faker } from '@faker-js/faker';
import { day, type Day, type Weekday } from '@preau/domain/time/day';
import { newId } from '../platform/ids.ts';
import { birthYearOf, groupOf, type SchoolClass, schoolClasses } from './school-classes.ts';
import type { DemoChild, DemoGuardian, DemoHousehold, Habits } from './town.ts';

const schoolDays: readonly Weekday[] = [1, 2, 4, 5];
const wednesday: readonly Weekday[] = [3];
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5];

const allergiesMet = ['Arachide', 'Œuf', 'Lait de vache', 'Fruits à coque', 'Gluten', 'Kiwi'];

/** Draws people from one seeded source: the same seed gives the same families. */
export type PeopleSource = {
  readonly faker: Faker;
  readonly schoolYear: string;
  /** Key of the leisure centre; children go there as well as to their school. */
  readonly centre: string;
  /** What children do on usual weeks; as in Val-de-Lure where not said. */
  readonly habits?: (faker: Faker, schoolClass: SchoolClass) => Habits;
  /** How many families have how many children; as the portal meets them where not said. */
  readonly siblings?: readonly { readonly weight: number; readonly value: number }[];
};

const usualSiblings = [
  { weight: 4, value: 1 },
  { weight: 5, value: 2 },
  { weight: 1, value: 3 },
];

/** Numbers that the French authority keeps for fiction: 06 39 98 and 03 53 01. */
export function inventedPhone(faker: Faker, kind: 'mobile' | 'landline'): string {
  const range = kind === 'mobile' ? '06 39 98' : '03 53 01';
  return `${range} ${faker.string.numeric(2)} ${faker.string.numeric(2)}`;
}

/** A day of birth that puts the child in this class. */
export function inventedBirth(source: PeopleSource, schoolClass: SchoolClass): Day {
  const month = source.faker.number.int({ min: 1, max: 12 });
  const date = source.faker.number.int({ min: 1, max: 28 });
  return day(
    `${birthYearOf(schoolClass, source.schoolYear)}-${twoDigits(month)}-${twoDigits(date)}`,
  );
}

export function inventedGuardian(
  faker: Faker,
  name: Pick<DemoGuardian, 'firstName' | 'lastName' | 'email' | 'access'>,
): DemoGuardian {
  return { ...name, id: newId(), phone: inventedPhone(faker, 'mobile') };
}

/** A family as the portal meets many: one or two parents, one to three children, a quotient. */
export function inventedHousehold(
  source: PeopleSource,
  school: string,
  rank: number,
): DemoHousehold {
  const { faker } = source;
  const lastName = faker.person.lastName();
  const parents = faker.helpers.weightedArrayElement([
    { weight: 1, value: 1 },
    { weight: 2, value: 2 },
  ]);
  const siblings = faker.helpers.weightedArrayElement(source.siblings ?? usualSiblings);
  const quotient = faker.number.int({ min: 180, max: 1900 });
  // Nobody in a household bears the name of another: two parents would share an address.
  const names = faker.helpers.uniqueArray(() => faker.person.firstName(), parents + siblings);
  return {
    id: newId(),
    name: `Famille ${lastName}`,
    quotient,
    guardians: names.slice(0, parents).map((firstName) => {
      const access = faker.helpers.weightedArrayElement([
        { weight: 8, value: 'active' as const },
        { weight: 1, value: 'none' as const },
      ]);
      const email = `${plain(firstName)}.${plain(lastName)}.${rank}@example.org`;
      return inventedGuardian(faker, { firstName, lastName, email, access });
    }),
    children: names
      .slice(parents)
      .map((firstName) => inventedChild(source, school, { firstName, lastName })),
  };
}

function inventedChild(
  source: PeopleSource,
  school: string,
  name: Pick<DemoChild, 'firstName' | 'lastName'>,
): DemoChild {
  const { faker } = source;
  const schoolClass = faker.helpers.arrayElement(schoolClasses);
  const toCentre = faker.datatype.boolean(0.75);
  return {
    ...name,
    id: newId(),
    birthOn: inventedBirth(source, schoolClass),
    facilities: toCentre ? [school, source.centre] : [school],
    allergies: faker.datatype.boolean(0.08) ? faker.helpers.arrayElement(allergiesMet) : null,
    habits: (source.habits ?? inventedHabits)(faker, schoolClass),
    showcase: false,
  };
}

function inventedHabits(faker: Faker, schoolClass: SchoolClass): Habits {
  const some = (days: readonly Weekday[], share: number) =>
    days.filter(() => faker.datatype.boolean(share));
  const study = groupOf(schoolClass) === 'elementaire' ? some(schoolDays, 0.15) : [];
  const wednesdayUnit = faker.helpers.arrayElement([
    'mercredi-journee',
    'mercredi-journee',
    'mercredi-matin-repas',
    'mercredi-apres-midi',
  ]);
  return {
    matin: some(schoolDays, 0.3),
    repas: some(schoolDays, 0.8),
    // Study ends before the evening session does: whoever studies goes home after it.
    soir: some(schoolDays, 0.35).filter((weekday) => !study.includes(weekday)),
    etude: study,
    [wednesdayUnit]: some(wednesday, 0.4),
    'vacances-journee': some(everyDay, 0.35),
  };
}

/** A name as it stands in an address: no accent, no space. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
