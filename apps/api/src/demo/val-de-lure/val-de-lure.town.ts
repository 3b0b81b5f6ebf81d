import type { Faker } from '@faker-js/faker';
import { type Day, schoolYearOf } from '@preau/domain/time/day';
import { readTown } from '@preau/reglement/read-town';
import type { WrittenSettings } from '../../modules/organisations/organisations.public.ts';
import { inventedHousehold, inventedPhone } from '../invented-people.ts';
import type { DemoFacility, DemoStaff, DemoTown } from '../town.ts';
import { familiesInTheMaking, toldFamilies } from './told-families.ts';
import { sentDocuments } from './sent-documents.ts';
import { townNews } from './town-news.ts';

const valDeLure = readTown('val-de-lure');

const centre = 'tilleuls';
const jeanMoulin = 'jean-moulin';
const peupliers = 'peupliers';

const schoolActivities = ['periscolaire', 'restauration', 'etude'];
/** Without the families still in the making. */
const households = 60;

const studyClosed = { activity: 'etude', label: "Pas d'étude : réunion des enseignants" };

const facilities: readonly DemoFacility[] = [
  {
    key: centre,
    name: 'ALSH Les Tilleuls',
    activities: ['mercredi', 'vacances'],
    places: {
      morning: { maternelle: 12, elementaire: 20 },
      lunch: { maternelle: 12, elementaire: 20 },
      afternoon: { maternelle: 12, elementaire: 20 },
    },
    closing: { activity: null, label: 'Fermeture exceptionnelle : formation des équipes' },
  },
  {
    key: jeanMoulin,
    name: 'École Jean-Moulin',
    activities: schoolActivities,
    places: {
      before_school: { maternelle: 12, elementaire: 16 },
      lunch: { maternelle: 28, elementaire: 44 },
      study: { elementaire: 12 },
      after_school: { maternelle: 8, elementaire: 14 },
    },
    closing: studyClosed,
  },
  {
    key: peupliers,
    name: 'École Les Peupliers',
    activities: schoolActivities,
    places: {
      before_school: { maternelle: 8, elementaire: 12 },
      lunch: { maternelle: 20, elementaire: 32 },
      study: { elementaire: 10 },
      after_school: { maternelle: 6, elementaire: 10 },
    },
    closing: studyClosed,
  },
];

const staff: readonly DemoStaff[] = [
  {
    displayName: 'Nadège Fontaine',
    email: 'direction@val-de-lure.example',
    role: 'administrator',
    facility: null,
  },
  {
    displayName: 'Marc Lefort',
    email: 'accueil@val-de-lure.example',
    role: 'office',
    facility: null,
  },
  {
    displayName: 'Amandine Roche',
    email: 'animation@val-de-lure.example',
    role: 'attendant',
    facility: jeanMoulin,
  },
];

/** The organisation of the second source document; everything it does not state is invented. */
export function valDeLureTown(faker: Faker, today: Day): DemoTown {
  const source = { faker, schoolYear: schoolYearOf(today), centre };
  const told = toldFamilies(source, jeanMoulin);
  const others = Array.from({ length: households - told.households.length }, (_, rank) =>
    inventedHousehold(source, rank % 5 < 3 ? jeanMoulin : peupliers, rank),
  );
  const inTheMaking = familiesInTheMaking(source, jeanMoulin);
  return {
    slug: 'val-de-lure',
    name: 'ALSH du Val-de-Lure',
    settings: settings(faker),
    document: valDeLure,
    facilities,
    households: [...told.households, ...others, ...inTheMaking.households],
    staff,
    news: townNews,
    documents: sentDocuments,
    told: [
      ...told.told,
      ...inTheMaking.told,
      { email: 'direction@val-de-lure.example', label: 'Nadège Fontaine, direction' },
      { email: 'accueil@val-de-lure.example', label: 'Marc Lefort, accueil du public' },
      {
        email: 'animation@val-de-lure.example',
        label: 'Amandine Roche, école Jean-Moulin seulement',
      },
    ],
    showcaseUnits: ['repas', 'soir', 'mercredi-journee', 'vacances-journee'],
    fullUnits: [
      'soir',
      'mercredi-journee',
      'mercredi-matin-repas',
      'mercredi-apres-midi',
      'vacances-journee',
    ],
  };
}

function settings(faker: Faker): WrittenSettings {
  const morning = { from: '09:00', until: '12:00' };
  return {
    brandColor: '#0b6b5b',
    contact: {
      name: "l'ALSH",
      phone: inventedPhone(faker, 'landline'),
      email: 'alsh@val-de-lure.example',
      address: '3 allée des Tilleuls, Val-de-Lure',
    },
    officeHours: ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, ...morning })),
    officeHoursText: 'du lundi au vendredi, 9 h – 12 h',
    schoolZone: valDeLure.calendar.schoolZone,
    timeZone: valDeLure.calendar.timeZone,
    legal: {
      publisher: 'ALSH du Val-de-Lure',
      dataProtectionContact: 'donnees@val-de-lure.example',
    },
  };
}
