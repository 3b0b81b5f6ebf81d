import type { Faker } from '@faker-js/faker';
import { type Day, schoolYearOf } from '@preau/domain/time/day';
import { inventedGuardian, inventedHousehold, inventedPhone } from '../invented-people.ts';
import type { DemoHousehold, DemoTown } from '../town.ts';
import { hameauDuLac } from './hameau-du-lac.reglement.ts';

const school = 'ecole';
const households = 3;
const lucie = { firstName: 'Lucie', lastName: 'Perrin', email: 'lucie.perrin@example.org' };

/** A second, small organisation: nothing of it may ever be seen from the first. */
export function hameauDuLacTown(faker: Faker, today: Day): DemoTown {
  const source = { faker, schoolYear: schoolYearOf(today), centre: school };
  const families = Array.from({ length: households }, (_, rank) =>
    inventedHousehold(source, school, rank),
  ).map((family, rank) => (rank === 0 ? withLuciePerrin(family, faker) : family));
  return {
    slug: 'hameau-du-lac',
    name: 'Hameau-du-Lac',
    settings: {
      brandColor: '#1d4f91',
      contact: {
        name: 'la mairie',
        phone: inventedPhone(faker, 'landline'),
        email: 'mairie@hameau-du-lac.example',
        address: '1 chemin du Lac, Hameau-du-Lac',
      },
      officeHours: [{ weekday: 2, from: '14:00', until: '17:00' }],
      officeHoursText: 'le mardi, 14 h – 17 h',
      schoolZone: hameauDuLac.calendar.schoolZone,
      timeZone: hameauDuLac.calendar.timeZone,
      legal: {
        publisher: 'Mairie du Hameau-du-Lac',
        dataProtectionContact: 'donnees@hameau-du-lac.example',
      },
      features: { invoices: true },
    },
    document: hameauDuLac,
    facilities: [
      {
        key: school,
        name: 'École du Lac',
        activities: ['restauration', 'periscolaire'],
        places: {
          lunch: { maternelle: 6, elementaire: 8 },
          after_school: { maternelle: 4, elementaire: 6 },
        },
        closing: { activity: null, label: 'Fermeture exceptionnelle' },
      },
    ],
    households: families.map(openToAll),
    staff: [
      {
        displayName: 'Paul Girard',
        email: 'secretariat@hameau-du-lac.example',
        role: 'administrator',
        facility: null,
      },
    ],
    told: [
      { email: lucie.email, label: 'Lucie Perrin, une famille du Hameau-du-Lac' },
      { email: 'secretariat@hameau-du-lac.example', label: 'Paul Girard, secrétariat' },
    ],
    showcaseUnits: [],
    fullUnits: [],
  };
}

/** Few families: each of them can sign in. */
function openToAll(household: DemoHousehold): DemoHousehold {
  return {
    ...household,
    guardians: household.guardians.map((guardian) => ({ ...guardian, access: 'active' })),
  };
}

/** A login that is printed must not depend on what is drawn. */
function withLuciePerrin(household: DemoHousehold, faker: Faker): DemoHousehold {
  const children = household.children.map((child) => ({ ...child, lastName: lucie.lastName }));
  const guardians = [inventedGuardian(faker, { ...lucie, access: 'active' })];
  return { ...household, name: `Famille ${lucie.lastName}`, guardians, children };
}
