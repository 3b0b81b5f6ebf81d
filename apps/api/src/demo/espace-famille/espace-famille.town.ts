import type { Faker } from '@faker-js/faker';
import { type Day, schoolYearOf } from '@preau/domain/time/day';
import { readTown } from '@preau/reglement/read-town';
import type { WrittenSettings } from '../../modules/organisations/organisations.public.ts';
import { inventedHousehold, inventedPhone, type PeopleSource } from '../invented-people.ts';
import type { DemoFacility, DemoTown } from '../town.ts';
import { toldFamilies } from './told-families.ts';

const school = 'prairie';
/** Of which a few are made to be looked at. */
const usualHouseholds = 60;

const facility: DemoFacility = {
  key: school,
  name: 'Groupe scolaire de la Prairie',
  activities: ['restauration', 'periscolaire', 'mercredi'],
  places: {
    before_school: { maternelle: 10, elementaire: 14 },
    lunch: { maternelle: 34, elementaire: 50 },
    after_school: { maternelle: 12, elementaire: 18 },
    morning: { maternelle: 8, elementaire: 12 },
    noon: { maternelle: 8, elementaire: 12 },
    afternoon: { maternelle: 8, elementaire: 12 },
  },
  closing: { activity: 'mercredi', label: 'Fermeture : sortie des équipes' },
};

/** The organisation of the fifth source document, which names none; nearly everything is invented. */
export function espaceFamilleTown(
  faker: Faker,
  today: Day,
  households = usualHouseholds,
): DemoTown {
  const source: PeopleSource = { faker, schoolYear: schoolYearOf(today), centre: school };
  const document = readTown('espace-famille');
  const told = toldFamilies(source);
  const others = Array.from(
    { length: Math.max(0, households - told.households.length) },
    (_, rank) => inventedHousehold(source, school, rank),
  );
  return {
    slug: 'espace-famille',
    name: 'Espace famille',
    settings: settings(faker, document),
    document,
    facilities: [facility],
    households: [...told.households, ...others],
    staff: [
      {
        displayName: 'Hélène Rey',
        email: 'direction@espace-famille.example',
        role: 'administrator',
        facility: null,
      },
      {
        displayName: 'Omar Diallo',
        email: 'accueil@espace-famille.example',
        role: 'office',
        facility: null,
      },
    ],
    news: [
      {
        kind: 'information',
        title: 'Demander une réservation',
        body: 'Chaque demande reçoit une réponse sous trois jours ouvrés.',
        important: false,
        from: -30,
        until: null,
        published: true,
      },
    ],
    documents: told.documents,
    told: [
      ...told.told,
      { email: 'direction@espace-famille.example', label: 'Hélène Rey, direction' },
      { email: 'accueil@espace-famille.example', label: 'Omar Diallo, accueil' },
    ],
    stories: told.stories,
    enrolments: told.enrolments,
    withoutDocuments: told.withoutDocuments,
    showcaseUnits: [],
    fullUnits: ['mercredi-journee'],
  };
}

function settings(faker: Faker, { calendar, documents }: DemoTown['document']): WrittenSettings {
  return {
    brandColor: '#3f5b0a',
    contact: {
      name: "l'accueil",
      phone: inventedPhone(faker, 'landline'),
      email: 'contact@espace-famille.example',
      address: '8 rue de la Prairie',
    },
    officeHours: ([1, 2, 4] as const).map((weekday) => ({
      weekday,
      from: '08:30',
      until: '17:00',
    })),
    officeHoursText: 'lundi, mardi et jeudi, 8 h 30 – 17 h',
    schoolZone: calendar.schoolZone,
    timeZone: calendar.timeZone,
    legal: {
      publisher: 'Espace famille',
      dataProtectionContact: 'donnees@espace-famille.example',
    },
    features: { enrolments: true, invoices: true },
    labels: { requests: 'Mes documents' },
    documentKinds: documents.map(({ code, label, about }) => ({ code, label, about, help: '' })),
  };
}
