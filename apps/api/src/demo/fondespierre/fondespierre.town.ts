import type { Faker } from '@faker-js/faker';
import { addDays, type Day, schoolYearOf } from '@preau/domain/time/day';
import { readTown } from '@preau/reglement/read-town';
import type { WrittenSettings } from '../../modules/organisations/organisations.public.ts';
import { inventedHousehold, inventedPhone, type PeopleSource } from '../invented-people.ts';
import { toldChild, toldHousehold, toldParent, toldTwelveOn } from '../told-people.ts';
import type { DemoFacility, DemoHousehold, DemoStory, DemoTown, Told } from '../town.ts';
import { newsOfFutureWindow } from '../window-news.ts';
import { aroundToday } from './fondespierre.windows.ts';

const centre = 'alsh';
/** Of which a few are made to be looked at. */
const usualHouseholds = 60;
/** A Wednesday before, and many after. */
const daysToBirthday = 10;

const facility: DemoFacility = {
  key: centre,
  name: 'ALSH Fondespierre',
  activities: ['vacances', 'mercredi'],
  places: {
    morning: { maternelle: 10, elementaire: 14 },
    lunch: { maternelle: 10, elementaire: 14 },
    afternoon: { maternelle: 10, elementaire: 14 },
  },
  closing: { activity: null, label: 'Fermeture : journée de préparation de l’équipe' },
};

/** The organisation of the first source document; everything it does not state is invented. */
export function fondespierreTown(faker: Faker, today: Day, households = usualHouseholds): DemoTown {
  const source: PeopleSource = { faker, schoolYear: schoolYearOf(today), centre };
  const document = aroundToday(readTown('fondespierre'), today);
  const own = family(source, today);
  const others = Array.from(
    { length: Math.max(0, households - own.households.length) },
    (_, rank) => inventedHousehold(source, centre, rank),
  );
  return {
    slug: 'fondespierre',
    name: 'ALSH Fondespierre',
    settings: settings(faker, document.calendar),
    document,
    facilities: [facility],
    households: [...own.households, ...others],
    staff: [
      {
        displayName: 'Valérie Castan',
        email: 'direction@fondespierre.example',
        role: 'administrator',
        facility: null,
      },
      {
        displayName: 'Yanis Berger',
        email: 'accueil@fondespierre.example',
        role: 'office',
        facility: null,
      },
    ],
    news: [
      ...document.activities.flatMap(({ opening }) =>
        opening.kind === 'windows'
          ? opening.windows
              .filter(({ opens }) => opens.on > today)
              .map((window) => newsOfFutureWindow(window, 'l’ALSH', today))
          : [],
      ),
      {
        kind: 'rules',
        title: 'Annuler ou s’inscrire sur liste d’attente',
        body: 'Appelez l’ALSH aux horaires des permanences : mardi 9 h – 12 h et 14 h – 18 h, mercredi 7 h 30 – 12 h 15 et 13 h 30 – 18 h 15, jeudi 14 h – 18 h.',
        important: false,
        from: -60,
        until: null,
        published: true,
      },
    ],
    told: [
      ...own.told,
      { email: 'direction@fondespierre.example', label: 'Valérie Castan, direction' },
      { email: 'accueil@fondespierre.example', label: 'Yanis Berger, accueil' },
    ],
    stories: own.stories,
    showcaseUnits: [],
    fullUnits: ['mercredi-journee', 'vacances-journee'],
  };
}

function family(
  source: PeopleSource,
  today: Day,
): {
  readonly households: readonly DemoHousehold[];
  readonly told: readonly Told[];
  readonly stories: readonly DemoStory[];
} {
  const { faker } = source;
  const facilities = [centre];
  const lou = toldChild(source, 'CE2', { firstName: 'Lou', lastName: 'Ferrand', facilities });
  const gabin = toldChild(source, 'MS', {
    firstName: 'Gabin',
    lastName: 'Ferrand',
    facilities,
    allergies: 'Arachide (trousse à l’accueil)',
  });
  const marion = toldParent(faker, 'Marion', 'Ferrand');
  const mila = toldChild(source, 'CP', { firstName: 'Mila', lastName: 'Sanchez', facilities });
  const diego = toldParent(faker, 'Diego', 'Sanchez');
  const nour = toldChild(source, 'CM1', { firstName: 'Nour', lastName: 'Amrani', facilities: [] });
  const salma = { ...toldParent(faker, 'Salma', 'Amrani'), access: 'none' as const };
  const ines = toldParent(faker, 'Inès', 'Roux');
  const axel = toldTwelveOn(addDays(today, daysToBirthday), {
    firstName: 'Axel',
    lastName: 'Roux',
    facilities,
  });
  return {
    households: [
      toldHousehold('Famille Ferrand', 740, [marion], [lou, gabin]),
      toldHousehold('Famille Sanchez', 1250, [diego], [mila]),
      { ...toldHousehold('Famille Amrani', null, [salma], [nour]), fileComplete: false },
      toldHousehold('Famille Roux', 980, [ines], [axel]),
    ],
    told: [
      { email: marion.email, label: 'Marion Ferrand, mère de Lou et de Gabin : tous les états' },
      { email: diego.email, label: 'Diego Sanchez, rien de réservé' },
      { email: ines.email, label: 'Inès Roux : Axel a bientôt douze ans, trop grand pour l’ALSH' },
    ],
    stories: [
      {
        childId: lou.id,
        fates: ['toPay', 'waitlisted', 'offered', 'cancelled', 'cancelledLate', 'usual', 'usual'],
      },
      { childId: lou.id, fates: ['expired', 'attended', 'missed'] },
      {
        childId: gabin.id,
        fates: ['toPay', 'declined', 'lapsed', 'expired', 'byStaff', 'usual', 'usual', 'attended'],
      },
    ],
  };
}

function settings(
  faker: Faker,
  { schoolZone, timeZone }: DemoTown['document']['calendar'],
): WrittenSettings {
  return {
    brandColor: '#8a3a12',
    contact: {
      name: "l'ALSH",
      phone: inventedPhone(faker, 'landline'),
      email: 'contact@fondespierre.example',
      address: '12 chemin de la Garrigue, Fondespierre',
    },
    // As the guide has them.
    officeHours: [
      { weekday: 2, from: '09:00', until: '12:00' },
      { weekday: 2, from: '14:00', until: '18:00' },
      { weekday: 3, from: '07:30', until: '12:15' },
      { weekday: 3, from: '13:30', until: '18:15' },
      { weekday: 4, from: '14:00', until: '18:00' },
    ],
    officeHoursText:
      'mardi 9 h – 12 h et 14 h – 18 h, mercredi 7 h 30 – 12 h 15 et 13 h 30 – 18 h 15, jeudi 14 h – 18 h',
    schoolZone,
    timeZone,
    legal: {
      publisher: 'ALSH Fondespierre',
      dataProtectionContact: 'donnees@fondespierre.example',
    },
    bookingFlow: 'wizard',
    features: { invoices: true },
    labels: { invoices: 'Mes factures et Paiements' },
  };
}
