import type { PeopleSource } from '../invented-people.ts';
import { together, type ToldFamilies, type ToldFamily } from '../told-families.ts';
import { toldChild, toldHousehold, toldParent } from '../told-people.ts';

export function toldFamilies(source: PeopleSource): ToldFamilies {
  return together([roche(source), separatedParents(source), colin(source), diop(source)]);
}

function roche(source: PeopleSource): ToldFamily {
  const known = { lastName: 'Roche', facilities: [source.centre] };
  const lina = toldChild(source, 'CE1', { ...known, firstName: 'Lina' });
  const sacha = toldChild(source, 'GS', { ...known, firstName: 'Sacha' });
  const aurelie = toldParent(source.faker, 'Aurélie', 'Roche');
  const label = 'Aurélie Roche, mère de Lina et de Sacha : tous les états';
  return {
    households: [toldHousehold('Famille Roche', 690, [aurelie], [lina, sacha])],
    told: [{ email: aurelie.email, label }],
    stories: [
      {
        childId: lina.id,
        fates: [
          'requested',
          'overdue',
          'toPay',
          'expired',
          'refused',
          'withdrawn',
          'cancelled',
          'cancelledLate',
          'usual',
          'attended',
          'missed',
        ],
      },
      {
        childId: sacha.id,
        fates: ['toPay', 'requested', 'byStaff', 'expired', 'usual', 'attended'],
      },
    ],
  };
}

function separatedParents(source: PeopleSource): ToldFamily {
  const timeo = toldChild(source, 'CM1', {
    firstName: 'Timéo',
    lastName: 'Blanc',
    facilities: [source.centre],
    habits: { matin: [1, 2], soir: [1, 4, 5] },
  });
  const laura = toldParent(source.faker, 'Laura', 'Marin');
  const jerome = toldParent(source.faker, 'Jérôme', 'Blanc');
  return {
    households: [
      toldHousehold('Foyer Marin', 540, [laura], [timeo]),
      toldHousehold('Foyer Blanc', 1020, [jerome], [timeo]),
    ],
    told: [
      { email: laura.email, label: 'Laura Marin, séparée, mère de Timéo' },
      { email: jerome.email, label: 'Jérôme Blanc, séparé, père de Timéo' },
    ],
  };
}

function colin(source: PeopleSource): ToldFamily {
  const known = { lastName: 'Colin', facilities: [source.centre] };
  const ambre = toldChild(source, 'CP', { ...known, firstName: 'Ambre' });
  const eliott = toldChild(source, 'MS', { ...known, firstName: 'Eliott' });
  const jules = toldChild(source, 'CM2', { ...known, firstName: 'Jules' });
  const cecile = toldParent(source.faker, 'Cécile', 'Colin');
  return {
    households: [toldHousehold('Famille Colin', 880, [cecile], [ambre, eliott, jules])],
    told: [{ email: cecile.email, label: 'Cécile Colin, inscriptions de tous les états' }],
    enrolments: [
      { childId: ambre.id, activity: 'alp', state: 'requested', daysAgo: 1 },
      {
        childId: eliott.id,
        activity: 'alp',
        state: 'incomplete',
        daysAgo: 5,
        reason: 'Il manque un numéro à appeler en cas d’urgence.',
      },
      {
        childId: jules.id,
        activity: 'alp',
        state: 'refused',
        daysAgo: 15,
        reason: 'Le dossier de l’an passé n’est pas soldé : prenez contact avec le service.',
      },
      { childId: ambre.id, activity: 'nap', state: 'waitlisted', daysAgo: 20 },
      { childId: jules.id, activity: 'nap', state: 'ended', daysAgo: 25 },
    ],
  };
}

/** Asked for two weeks ago, and not answered. */
function diop(source: PeopleSource): ToldFamily {
  const facilities = [source.centre];
  const fatou = toldChild(source, 'CE2', { firstName: 'Fatou', lastName: 'Diop', facilities });
  const awa = toldParent(source.faker, 'Awa', 'Diop');
  const note = 'Deux soirs par semaine.';
  return {
    households: [toldHousehold('Famille Diop', 450, [awa], [fatou])],
    told: [],
    enrolments: [{ childId: fatou.id, activity: 'alp', state: 'requested', daysAgo: 13, note }],
  };
}
