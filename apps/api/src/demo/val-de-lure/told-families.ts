import type { Weekday } from '@preau/domain/time/day';
import type { PeopleSource } from '../invented-people.ts';
import {
  toldChild as child,
  toldHousehold as household,
  toldParent as parent,
} from '../told-people.ts';
import type { DemoHousehold, Told } from '../town.ts';

const mostDays: readonly Weekday[] = [1, 2, 4];

/** Families made to be looked at, each for one reason. */
export function toldFamilies(
  source: PeopleSource,
  school: string,
): { readonly households: readonly DemoHousehold[]; readonly told: readonly Told[] } {
  const stories = [
    durand,
    separatedParents,
    withoutQuotient,
    severalAllergies,
    onlyInvited,
    nothingYet,
  ];
  const families = stories.map((story) => story(source, school));
  return {
    households: families.flatMap(({ households }) => households),
    told: families.flatMap(({ told }) => told),
  };
}

/** Families the office has something to do for; none of them books yet. */
export function familiesInTheMaking(
  source: PeopleSource,
  school: string,
): { readonly households: readonly DemoHousehold[]; readonly told: readonly Told[] } {
  const families = [linkExpired, addressRefused, fileMissing, termsToAccept].map((story) =>
    story(source, school),
  );
  return {
    households: families.flatMap(({ households }) => households),
    told: families.flatMap(({ told }) => told),
  };
}

type Story = { readonly households: readonly DemoHousehold[]; readonly told: readonly Told[] };

function durand(source: PeopleSource, school: string): Story {
  const lastName = 'Durand';
  const both = [school, source.centre];
  const lea = child(source, 'CE1', {
    firstName: 'Léa',
    lastName,
    facilities: both,
    habits: { repas: [1, 2, 4, 5], soir: [1, 4], etude: [2], 'vacances-journee': mostDays },
    showcase: true,
  });
  const noe = child(source, 'MS', {
    firstName: 'Noé',
    lastName,
    facilities: both,
    allergies: 'Fruits à coque (trousse de secours n° 4)',
    habits: { repas: mostDays, soir: [1], 'mercredi-journee': [3], 'vacances-journee': mostDays },
    showcase: true,
  });
  const claire = parent(source.faker, 'Claire', lastName);
  const thomas = parent(source.faker, 'Thomas', lastName);
  return {
    households: [household('Famille Durand', 820, [claire, thomas], [lea, noe])],
    told: [
      {
        email: claire.email,
        label: 'Claire Durand, mère de Léa (CE1) et de Noé (MS) : tous les états',
      },
      { email: thomas.email, label: 'Thomas Durand, même foyer : même panier que Claire' },
    ],
  };
}

function separatedParents(source: PeopleSource, school: string): Story {
  const ines = child(source, 'CE2', {
    firstName: 'Inès',
    lastName: 'Haddad',
    facilities: [school, source.centre],
    habits: { matin: [1, 2], repas: [1, 2, 4, 5], soir: [4, 5], 'mercredi-matin-repas': [3] },
  });
  const sophie = parent(source.faker, 'Sophie', 'Lambert');
  const karim = parent(source.faker, 'Karim', 'Haddad');
  return {
    households: [
      household('Foyer Lambert', 640, [sophie], [ines]),
      household('Foyer Haddad', 1180, [karim], [ines]),
    ],
    told: [
      { email: sophie.email, label: "Sophie Lambert, séparée, mère d'Inès" },
      { email: karim.email, label: "Karim Haddad, séparé, père d'Inès : un autre foyer" },
    ],
  };
}

function withoutQuotient(source: PeopleSource, school: string): Story {
  const lastName = 'Petit';
  const adam = child(source, 'CM1', {
    firstName: 'Adam',
    lastName,
    facilities: [school],
    habits: { repas: [1, 2, 4, 5], etude: [1, 2] },
  });
  const elodie = parent(source.faker, 'Élodie', lastName);
  return {
    households: [household('Famille Petit', null, [elodie], [adam])],
    told: [{ email: elodie.email, label: 'Élodie Petit, sans quotient familial : tranche haute' }],
  };
}

function severalAllergies(source: PeopleSource, school: string): Story {
  const lastName = 'Benali';
  const sara = child(source, 'MS', {
    firstName: 'Sara',
    lastName,
    facilities: [school, source.centre],
    allergies: 'Arachide, œuf, lait de vache, sésame (PAI)',
    habits: { repas: [1, 2, 4, 5], soir: [2, 5], 'mercredi-journee': [3] },
  });
  const nadia = parent(source.faker, 'Nadia', lastName);
  return {
    households: [household('Famille Benali', 410, [nadia], [sara])],
    told: [{ email: nadia.email, label: 'Nadia Benali, mère de Sara (plusieurs allergies)' }],
  };
}

/** No label: there is no password yet, the invitation waits in the mailbox. */
function onlyInvited(source: PeopleSource, school: string): Story {
  const lastName = 'Moreau';
  const facilities = [school, source.centre];
  const malo = child(source, 'CP', { firstName: 'Malo', lastName, facilities });
  const jeanne = child(source, 'GS', { firstName: 'Jeanne', lastName, facilities });
  const julie = { ...parent(source.faker, 'Julie', lastName), access: 'invited' as const };
  return {
    households: [household('Famille Moreau', 560, [julie], [malo, jeanne])],
    told: [],
  };
}

function nothingYet(source: PeopleSource): Story {
  const lastName = 'Garnier';
  const zoe = child(source, 'PS', { firstName: 'Zoé', lastName, facilities: [] });
  const hugo = parent(source.faker, 'Hugo', lastName);
  return {
    households: [household('Famille Garnier', 950, [hugo], [zoe])],
    told: [{ email: hugo.email, label: 'Hugo Garnier, aucune inscription' }],
  };
}

/** Invited before the summer, opened after it: the link has expired. */
function linkExpired(source: PeopleSource, school: string): Story {
  const lastName = 'Roux';
  const tom = child(source, 'CE1', { firstName: 'Tom', lastName, facilities: [school] });
  const emma = { ...parent(source.faker, 'Emma', lastName), access: 'expired' as const };
  return { households: [household('Famille Roux', 730, [emma], [tom])], told: [] };
}

/** The e-mail came back: the address on the paper was misread. */
function addressRefused(source: PeopleSource, school: string): Story {
  const lastName = 'Lopes';
  const eva = child(source, 'GS', { firstName: 'Eva', lastName, facilities: [school] });
  const bruno = { ...parent(source.faker, 'Bruno', lastName), access: 'bounced' as const };
  return { households: [household('Famille Lopes', 350, [bruno], [eva])], told: [] };
}

/** A paper is missing: not invited yet. */
function fileMissing(source: PeopleSource, school: string): Story {
  const lastName = 'Weber';
  const louis = child(source, 'CP', { firstName: 'Louis', lastName, facilities: [school] });
  const alice = { ...parent(source.faker, 'Alice', lastName), access: 'none' as const };
  const incomplete = { ...household('Famille Weber', null, [alice], [louis]), fileComplete: false };
  return { households: [incomplete], told: [] };
}

function termsToAccept(source: PeopleSource, school: string): Story {
  const lastName = 'Faure';
  const jade = child(source, 'CM1', { firstName: 'Jade', lastName, facilities: [school] });
  const nina = { ...parent(source.faker, 'Nina', lastName), acceptsTerms: false };
  return {
    households: [household('Famille Faure', 1240, [nina], [jade])],
    told: [{ email: nina.email, label: "Nina Faure, conditions d'utilisation à accepter" }],
  };
}
