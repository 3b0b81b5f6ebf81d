import type { Faker } from '@faker-js/faker';
import { type Day, schoolYearOf } from '@preau/domain/time/day';
import { readTown } from '@preau/reglement/read-town';
import type { WrittenSettings } from '../../modules/organisations/organisations.public.ts';
import { inventedGuardian, inventedHousehold, inventedPhone } from '../invented-people.ts';
import type { DemoFacility, DemoHousehold, DemoTown } from '../town.ts';
import { demandOf, placesFor } from './places-for.ts';
import type { LargeSize } from './large-size.ts';

const valDeLure = readTown('val-de-lure');

const householdsPerSchool = 250;
const schoolsPerCentre = 4;
/** Every so many sites, one has fewer places than children who would come. */
const crowdedEvery = 7;
const quotientStep = 30;
const lowestQuotient = 180;
const withoutQuotientEvery = 50;

const schoolActivities = ['periscolaire', 'restauration', 'etude'];
const centreActivities = ['mercredi', 'vacances'];
const siblings = [
  { weight: 55, value: 1 },
  { weight: 40, value: 2 },
  { weight: 5, value: 3 },
];
const camille = { firstName: 'Camille', lastName: 'Mercier', email: 'camille.mercier@example.org' };
const direction = 'direction@grande-lure.example';
const office = 'accueil@grande-lure.example';

/** An invented town as large as the largest that use such a portal, under the rules of Val-de-Lure. */
export function grandeLureTown(faker: Faker, today: Day, size: LargeSize): DemoTown {
  const schools = Math.max(1, Math.round(size.households / householdsPerSchool));
  const schoolYear = schoolYearOf(today);
  const households = Array.from({ length: size.households }, (_, rank) => {
    const school = rank % schools;
    const source = { faker, schoolYear, centre: centreOf(school), siblings };
    return told(inventedHousehold(source, schoolKey(school), rank), faker, rank);
  });
  const settings = grandeLureSettings(faker);
  return {
    slug: 'grande-lure',
    name: 'Communauté de la Grande-Lure',
    settings,
    document: valDeLure,
    facilities: facilitiesFor(schools, households, schoolYear),
    households,
    staff: [
      { displayName: 'Hélène Vasseur', email: direction, role: 'administrator', facility: null },
      { displayName: 'Yanis Cordier', email: office, role: 'office', facility: null },
    ],
    told: [
      { email: camille.email, label: 'Camille Mercier, une famille parmi toutes les autres' },
      { email: direction, label: 'Hélène Vasseur, direction' },
      { email: office, label: 'Yanis Cordier, accueil du public' },
    ],
    showcaseUnits: [],
    fullUnits: [],
  };
}

/** The first family has a login that is printed; quotients are few, for their verdicts to be shared. */
function told(household: DemoHousehold, faker: Faker, rank: number): DemoHousehold {
  const steps = Math.floor(
    ((household.quotient ?? lowestQuotient) - lowestQuotient) / quotientStep,
  );
  const quotient = rank % withoutQuotientEvery === 1 ? null : lowestQuotient + steps * quotientStep;
  if (rank > 0) return { ...household, quotient };
  return {
    ...household,
    quotient,
    name: `Famille ${camille.lastName}`,
    guardians: [inventedGuardian(faker, { ...camille, access: 'active' })],
    children: household.children.map((child) => ({ ...child, lastName: camille.lastName })),
  };
}

function facilitiesFor(
  schools: number,
  households: readonly DemoHousehold[],
  schoolYear: string,
): DemoFacility[] {
  const demand = demandOf(
    households.flatMap(({ children }) => children),
    schoolYear,
    valDeLure,
  );
  const sites = [
    ...Array.from({ length: schools }, (_, at) => ({
      key: schoolKey(at),
      name: `École n° ${at + 1}`,
      activities: schoolActivities,
    })),
    ...Array.from({ length: Math.ceil(schools / schoolsPerCentre) }, (_, at) => ({
      key: centreKey(at),
      name: `Centre de loisirs n° ${at + 1}`,
      activities: centreActivities,
    })),
  ];
  return sites.map((site, at) => ({
    ...site,
    places: placesFor(site, demand, at % crowdedEvery === 0, valDeLure),
    closing: { activity: null, label: 'Fermeture exceptionnelle' },
  }));
}

function grandeLureSettings(faker: Faker): WrittenSettings {
  const morning = { from: '09:00', until: '12:00' };
  return {
    brandColor: '#7a3e9d',
    contact: {
      name: 'le service enfance',
      phone: inventedPhone(faker, 'landline'),
      email: 'enfance@grande-lure.example',
      address: '12 place de la République, La Grande-Lure',
    },
    officeHours: ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, ...morning })),
    officeHoursText: 'du lundi au vendredi, 9 h – 12 h',
    schoolZone: valDeLure.calendar.schoolZone,
    timeZone: valDeLure.calendar.timeZone,
    legal: {
      publisher: 'Communauté de la Grande-Lure',
      dataProtectionContact: 'donnees@grande-lure.example',
    },
  };
}

function schoolKey(at: number): string {
  return `ecole-${at}`;
}

function centreKey(at: number): string {
  return `centre-${at}`;
}

function centreOf(school: number): string {
  return centreKey(Math.floor(school / schoolsPerCentre));
}
