import type { PeopleSource } from '../invented-people.ts';
import { together, type ToldFamilies, type ToldFamily } from '../told-families.ts';
import { toldChild, toldHousehold, toldParent } from '../told-people.ts';

export function toldFamilies(source: PeopleSource, school: string): ToldFamilies {
  const families = [etcheverry, separatedParents, iribarne, harriet];
  return together(families.map((family) => family(source, [school, source.centre])));
}

function etcheverry(source: PeopleSource, facilities: readonly string[]): ToldFamily {
  const known = { lastName: 'Etcheverry', facilities };
  const amaia = toldChild(source, 'CE1', { ...known, firstName: 'Amaia' });
  const peio = toldChild(source, 'MS', { ...known, firstName: 'Peio' });
  const elaia = toldChild(source, 'CM1', { ...known, firstName: 'Elaia' });
  const maitane = toldParent(source.faker, 'Maitane', 'Etcheverry');
  const label = 'Maitane Etcheverry, trois enfants : tous les états';
  return {
    households: [toldHousehold('Famille Etcheverry', 860, [maitane], [amaia, peio, elaia])],
    told: [{ email: maitane.email, label }],
    stories: [
      {
        childId: amaia.id,
        units: ['matin', 'soir'],
        fates: [
          'requested',
          'overdue',
          'refused',
          'withdrawn',
          'cancellationRequested',
          'cancellationRefused',
          'cancelled',
          'cancelledLate',
          'byStaff',
          'usual',
          'attended',
          'missed',
        ],
      },
      {
        childId: amaia.id,
        fates: ['waitlisted', 'declined', 'lapsed', 'requested', 'usual'],
      },
      { childId: peio.id, fates: ['offered', 'declined', 'lapsed', 'requested', 'usual', 'usual'] },
      { childId: elaia.id, fates: ['waitlisted', 'overdue', 'usual', 'usual', 'usual'] },
    ],
    enrolments: [
      { childId: peio.id, activity: 'vacances', state: 'waitlisted', daysAgo: 12 },
      { childId: elaia.id, activity: 'vacances', state: 'requested', daysAgo: 16, note: 'Merci.' },
    ],
  };
}

function separatedParents(source: PeopleSource, facilities: readonly string[]): ToldFamily {
  const oihan = toldChild(source, 'CE2', {
    firstName: 'Oihan',
    lastName: 'Duhalde',
    facilities,
    habits: { matin: [1, 2], soir: [1, 2, 4, 5], 'mercredi-journee': [3] },
  });
  const argitxu = toldParent(source.faker, 'Argitxu', 'Bidart');
  const benat = toldParent(source.faker, 'Beñat', 'Duhalde');
  return {
    households: [
      toldHousehold('Foyer Bidart', 610, [argitxu], [oihan]),
      toldHousehold('Foyer Duhalde', 1240, [benat], [oihan]),
    ],
    told: [
      { email: argitxu.email, label: 'Argitxu Bidart, séparée, mère d’Oihan' },
      { email: benat.email, label: 'Beñat Duhalde, séparé, père d’Oihan' },
    ],
  };
}

function iribarne(source: PeopleSource, facilities: readonly string[]): ToldFamily {
  const enea = toldChild(source, 'PS', { firstName: 'Enea', lastName: 'Iribarne', facilities });
  const xan = toldChild(source, 'CP', { firstName: 'Xan', lastName: 'Iribarne', facilities });
  const nahia = toldParent(source.faker, 'Nahia', 'Iribarne');
  const household = toldHousehold('Famille Iribarne', 520, [nahia], [enea, xan]);
  const label = 'Nahia Iribarne, pièces manquantes : rien ne se réserve';
  return {
    households: [household],
    told: [{ email: nahia.email, label }],
    enrolments: [
      { childId: xan.id, activity: 'vacances', state: 'ended', daysAgo: 30 },
      { childId: enea.id, activity: 'vacances', state: 'none', daysAgo: 0 },
    ],
    documents: [
      {
        sender: nahia.email,
        kind: 'vaccinations',
        child: 'Xan',
        note: '',
        fileName: 'vaccins-xan.pdf',
        daysAgo: 9,
        decision: { refused: 'La page des rappels est illisible : pouvez-vous la reprendre ?' },
      },
      {
        sender: nahia.email,
        kind: 'domicile',
        child: null,
        note: 'Facture d’eau.',
        fileName: 'justificatif.pdf',
        daysAgo: 2,
        decision: null,
      },
    ],
    withoutDocuments: [household.id],
  };
}

function harriet(source: PeopleSource, facilities: readonly string[]): ToldFamily {
  const luzia = toldChild(source, 'GS', { firstName: 'Luzia', lastName: 'Harriet', facilities });
  const mattin = toldParent(source.faker, 'Mattin', 'Harriet');
  return {
    households: [toldHousehold('Famille Harriet', 1310, [mattin], [luzia])],
    told: [{ email: mattin.email, label: 'Mattin Harriet, inscriptions de tous les états' }],
    enrolments: [
      { childId: luzia.id, activity: 'periscolaire', state: 'requested', daysAgo: 1 },
      {
        childId: luzia.id,
        activity: 'mercredi',
        state: 'incomplete',
        daysAgo: 6,
        note: 'Tous les mercredis si possible.',
        reason: 'Il manque l’attestation d’assurance de l’année.',
      },
      {
        childId: luzia.id,
        activity: 'vacances',
        state: 'refused',
        daysAgo: 20,
        reason: 'Le groupe des petits est complet pour cette année.',
      },
    ],
    documents: [
      {
        sender: mattin.email,
        kind: 'autorisation-sortie',
        child: 'Luzia',
        note: '',
        fileName: 'autorisation.pdf',
        daysAgo: 1,
        decision: null,
      },
    ],
  };
}
