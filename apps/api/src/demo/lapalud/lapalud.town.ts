import type { Faker } from '@faker-js/faker';
import { type Day, schoolYearOf, type Weekday } from '@preau/domain/time/day';
import { readTown } from '@preau/reglement/read-town';
import type { WrittenSettings } from '../../modules/organisations/organisations.public.ts';
import { inventedHousehold, inventedPhone, type PeopleSource } from '../invented-people.ts';
import type { DemoFacility, DemoTown, Habits } from '../town.ts';
import { toldFamilies } from './told-families.ts';

const school = 'ecole';
/** Of which a few are made to be looked at. */
const usualHouseholds = 60;

const facility: DemoFacility = {
  key: school,
  name: 'A.L.P. de Lapalud',
  activities: ['alp', 'alsh', 'nap'],
  places: {
    before_school: { maternelle: 10, elementaire: 16 },
    after_school: { maternelle: 12, elementaire: 18 },
    nap: { maternelle: 20, elementaire: 30 },
    morning: { maternelle: 12, elementaire: 16 },
    lunch: { maternelle: 12, elementaire: 16 },
    afternoon: { maternelle: 12, elementaire: 16 },
  },
  closing: { activity: 'nap', label: 'Pas de N.A.P. : spectacle de l’école' },
};

/** The organisation of the fourth source document; everything it does not state is invented. */
export function lapaludTown(faker: Faker, today: Day, households = usualHouseholds): DemoTown {
  const source: PeopleSource = { faker, schoolYear: schoolYearOf(today), centre: school, habits };
  const document = readTown('lapalud');
  const told = toldFamilies(source);
  const others = Array.from(
    { length: Math.max(0, households - told.households.length) },
    (_, rank) => inventedHousehold(source, school, rank),
  );
  return {
    slug: 'lapalud',
    name: 'Enfance-jeunesse de Lapalud',
    settings: settings(faker, document),
    document,
    facilities: [facility],
    households: [...told.households, ...others],
    staff: [
      {
        displayName: 'Sandrine Vialle',
        email: 'direction@lapalud.example',
        role: 'administrator',
        facility: null,
      },
      {
        displayName: 'Kévin Arnaud',
        email: 'service@lapalud.example',
        role: 'office',
        facility: null,
      },
    ],
    news: [
      {
        kind: 'rules',
        title: 'Réserver le mois suivant',
        body: 'Les réservations de l’A.L.P. du mois suivant s’ouvrent le **1er** et se ferment le **25**. Réponse sous 48 heures, hors week-end et jour férié ; une réservation acceptée se paie avant le 25 au soir.',
        important: true,
        from: -30,
        until: null,
        published: true,
      },
      {
        kind: 'information',
        title: 'A.L.S.H. et N.A.P.',
        body: 'La façon de réserver les prochaines vacances et les N.A.P. vous sera donnée ici, au moment des réservations.',
        important: false,
        from: -20,
        until: null,
        published: true,
      },
    ],
    told: [
      ...told.told,
      { email: 'direction@lapalud.example', label: 'Sandrine Vialle, direction' },
      { email: 'service@lapalud.example', label: 'Kévin Arnaud, service enfance-jeunesse' },
    ],
    stories: told.stories,
    enrolments: told.enrolments,
    showcaseUnits: [],
    fullUnits: ['soir'],
  };
}

const schoolDays: readonly Weekday[] = [1, 2, 4, 5];

function habits(faker: Faker): Habits {
  const some = (share: number) => schoolDays.filter(() => faker.datatype.boolean(share));
  return { matin: some(0.25), soir: some(0.35), nap: some(0.3), 'alsh-journee': some(0.3) };
}

function settings(faker: Faker, { calendar }: DemoTown['document']): WrittenSettings {
  const afternoon = { from: '13:30', until: '17:30' };
  return {
    brandColor: '#6d2e7b',
    contact: {
      name: 'le service enfance-jeunesse',
      phone: inventedPhone(faker, 'landline'),
      email: 'enfance-jeunesse@lapalud.example',
      address: '5 avenue des Platanes, Lapalud',
    },
    officeHours: ([1, 2, 4, 5] as const).map((weekday) => ({ weekday, ...afternoon })),
    officeHoursText: 'lundi, mardi, jeudi et vendredi, 13 h 30 – 17 h 30',
    schoolZone: calendar.schoolZone,
    timeZone: calendar.timeZone,
    legal: {
      publisher: 'Service enfance-jeunesse de Lapalud',
      dataProtectionContact: 'donnees@lapalud.example',
    },
    features: { enrolments: true, invoices: true },
    labels: { invoices: 'Mon compte' },
  };
}
