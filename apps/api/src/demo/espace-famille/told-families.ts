import type { PeopleSource } from '../invented-people.ts';
import { together, type ToldFamilies, type ToldFamily } from '../told-families.ts';
import { toldChild, toldHousehold, toldParent } from '../told-people.ts';

export function toldFamilies(source: PeopleSource): ToldFamilies {
  return together([lemaire(source), noel(source), saidi(source)]);
}

function lemaire(source: PeopleSource): ToldFamily {
  const known = { lastName: 'Lemaire', facilities: [source.centre] };
  const rose = toldChild(source, 'CE1', { ...known, firstName: 'Rose' });
  const basile = toldChild(source, 'MS', { ...known, firstName: 'Basile' });
  const camille = toldParent(source.faker, 'Camille', 'Lemaire');
  const label = 'Camille Lemaire, mère de Rose et de Basile : tous les états';
  return {
    households: [toldHousehold('Famille Lemaire', 720, [camille], [rose, basile])],
    told: [{ email: camille.email, label }],
    stories: [
      { childId: rose.id, units: ['mercredi-journee'], fates: ['waitlisted', 'usual'] },
      { childId: basile.id, units: ['mercredi-journee'], fates: ['offered', 'declined', 'lapsed'] },
      {
        childId: rose.id,
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
      { childId: basile.id, fates: ['requested', 'refused', 'usual', 'usual', 'attended'] },
    ],
  };
}

function noel(source: PeopleSource): ToldFamily {
  const facilities = [source.centre];
  const adele = toldChild(source, 'CP', { firstName: 'Adèle', lastName: 'Noël', facilities });
  const bruno = toldParent(source.faker, 'Bruno', 'Noël');
  const household = toldHousehold('Famille Noël', 970, [bruno], [adele]);
  return {
    households: [household],
    told: [{ email: bruno.email, label: 'Bruno Noël, fiche sanitaire manquante' }],
    enrolments: [{ childId: adele.id, activity: 'mercredi', state: 'ended', daysAgo: 30 }],
    documents: [
      {
        sender: bruno.email,
        kind: 'assurance',
        child: 'Adèle',
        note: '',
        fileName: 'assurance.pdf',
        daysAgo: 3,
        decision: null,
      },
      {
        sender: bruno.email,
        kind: 'fiche-sanitaire',
        child: 'Adèle',
        note: '',
        fileName: 'fiche.pdf',
        daysAgo: 12,
        decision: { refused: 'La fiche n’est pas signée.' },
      },
    ],
    withoutDocuments: [household.id],
  };
}

function saidi(source: PeopleSource): ToldFamily {
  const known = { lastName: 'Saïdi', facilities: [source.centre] };
  const yasmine = toldChild(source, 'CM1', { ...known, firstName: 'Yasmine' });
  const ilyes = toldChild(source, 'GS', { ...known, firstName: 'Ilyès' });
  const leila = toldParent(source.faker, 'Leïla', 'Saïdi');
  return {
    households: [toldHousehold('Famille Saïdi', 480, [leila], [yasmine, ilyes])],
    told: [{ email: leila.email, label: 'Leïla Saïdi, inscriptions de tous les états' }],
    enrolments: [
      { childId: yasmine.id, activity: 'periscolaire', state: 'requested', daysAgo: 2 },
      { childId: ilyes.id, activity: 'restauration', state: 'requested', daysAgo: 21 },
      {
        childId: yasmine.id,
        activity: 'mercredi',
        state: 'incomplete',
        daysAgo: 7,
        reason: 'L’attestation d’assurance n’est plus valable.',
      },
      { childId: ilyes.id, activity: 'mercredi', state: 'waitlisted', daysAgo: 18 },
      {
        childId: ilyes.id,
        activity: 'periscolaire',
        state: 'refused',
        daysAgo: 25,
        reason: 'L’accueil est réservé cette année aux enfants dont les parents travaillent.',
      },
    ],
  };
}
