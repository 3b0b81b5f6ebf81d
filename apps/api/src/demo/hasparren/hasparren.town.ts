import type { Faker } from '@faker-js/faker';
import { type Day, schoolYearOf } from '@preau/domain/time/day';
import { readTown } from '@preau/reglement/read-town';
import type { WrittenSettings } from '../../modules/organisations/organisations.public.ts';
import { inventedHousehold, inventedPhone, type PeopleSource } from '../invented-people.ts';
import type { DemoFacility, DemoNews, DemoTown } from '../town.ts';
import { newsOfFutureWindow, newsOfWindow } from '../window-news.ts';
import { toldFamilies } from './told-families.ts';
import { aroundToday } from './hasparren.windows.ts';

const centre = 'josta-leku';
const school = 'jean-verdun';
/** Of which a few are made to be looked at. */
const usualHouseholds = 60;

const facilities: readonly DemoFacility[] = [
  {
    key: centre,
    name: 'ALSH Josta Leku',
    activities: ['mercredi', 'vacances'],
    places: {
      morning: { maternelle: 10, elementaire: 14 },
      lunch: { maternelle: 10, elementaire: 14 },
      afternoon: { maternelle: 10, elementaire: 14 },
    },
    closing: { activity: null, label: 'Fermeture exceptionnelle : travaux' },
  },
  {
    key: school,
    name: 'École Jean Verdun',
    activities: ['periscolaire'],
    places: {
      before_school: { maternelle: 12, elementaire: 18 },
      after_school: { maternelle: 16, elementaire: 24 },
    },
    closing: { activity: 'periscolaire', label: 'Grève annoncée : pas d’accueil' },
  },
];

/** The organisation of the third source document; everything it does not state is invented. */
export function hasparrenTown(faker: Faker, today: Day, households = usualHouseholds): DemoTown {
  const source: PeopleSource = { faker, schoolYear: schoolYearOf(today), centre };
  const document = aroundToday(readTown('hasparren'), today);
  const told = toldFamilies(source, school);
  const others = Array.from(
    { length: Math.max(0, households - told.households.length) },
    (_, rank) => inventedHousehold(source, school, rank),
  );
  return {
    slug: 'hasparren',
    name: 'Mairie de Hasparren',
    settings: settings(faker, document),
    document,
    facilities,
    households: [...told.households, ...others],
    staff: [
      {
        displayName: 'Maialen Etchegaray',
        email: 'direction@hasparren.example',
        role: 'administrator',
        facility: null,
      },
      {
        displayName: 'Pantxo Lahargue',
        email: 'guichet@hasparren.example',
        role: 'office',
        facility: null,
      },
    ],
    news: banner(document, today),
    documents: told.documents,
    told: [
      ...told.told,
      { email: 'direction@hasparren.example', label: 'Maialen Etchegaray, direction' },
      { email: 'guichet@hasparren.example', label: 'Pantxo Lahargue, guichet unique' },
    ],
    stories: told.stories,
    enrolments: told.enrolments,
    withoutDocuments: told.withoutDocuments,
    showcaseUnits: [],
    fullUnits: ['mercredi-journee', 'vacances-journee'],
  };
}

function banner({ activities }: DemoTown['document'], today: Day): DemoNews[] {
  const [wednesdays] = activities;
  if (wednesdays?.opening.kind !== 'windows') return [];
  return wednesdays.opening.windows.flatMap((window) => {
    if (window.opens.on > today) return [newsOfFutureWindow(window, 'l’ALSH Josta Leku', today)];
    const isOpen = window.closes !== null && window.closes.on > today;
    return isOpen ? [newsOfWindow(window, 'l’ALSH Josta Leku', today)] : [];
  });
}

function settings(faker: Faker, { calendar, documents }: DemoTown['document']): WrittenSettings {
  return {
    brandColor: '#1d4f91',
    contact: {
      name: 'le guichet unique',
      phone: inventedPhone(faker, 'landline'),
      email: 'guichet@hasparren.example',
      address: '1 place de la Mairie, Hasparren',
    },
    officeHours: ([1, 2, 3, 4, 5] as const).map((weekday) => ({
      weekday,
      from: '08:30',
      until: '12:30',
    })),
    officeHoursText: 'du lundi au vendredi, 8 h 30 – 12 h 30',
    schoolZone: calendar.schoolZone,
    timeZone: calendar.timeZone,
    legal: {
      publisher: 'Mairie de Hasparren',
      dataProtectionContact: 'donnees@hasparren.example',
    },
    features: { enrolments: true, invoices: true },
    labels: { requests: 'Mes documents' },
    documentKinds: documents.map(({ code, label, about }) => ({ code, label, about, help: '' })),
  };
}
