import type { PeopleSource } from '../invented-people.ts';
import { toldChild, toldHousehold, toldParent } from '../told-people.ts';
import type { DemoEnrolment, DemoHousehold, DemoStory, Told } from '../town.ts';

/** Families made to be looked at, and what is to be seen of each. */
export function toldFamilies(source: PeopleSource): {
  readonly households: readonly DemoHousehold[];
  readonly told: readonly Told[];
  readonly stories: readonly DemoStory[];
  readonly enrolments: readonly DemoEnrolment[];
} {
  const { faker, centre } = source;
  const facilities = [centre];
  const child = (firstName: string, lastName: string) => ({ firstName, lastName, facilities });
  const lina = toldChild(source, 'CE1', child('Lina', 'Roche'));
  const sacha = toldChild(source, 'GS', child('Sacha', 'Roche'));
  const aurelie = toldParent(faker, 'Aurélie', 'Roche');

  const timeo = toldChild(source, 'CM1', {
    ...child('Timéo', 'Blanc'),
    habits: { matin: [1, 2], soir: [1, 4, 5] },
  });
  const laura = toldParent(faker, 'Laura', 'Marin');
  const jerome = toldParent(faker, 'Jérôme', 'Blanc');

  const ambre = toldChild(source, 'CP', child('Ambre', 'Colin'));
  const eliott = toldChild(source, 'MS', child('Eliott', 'Colin'));
  const jules = toldChild(source, 'CM2', child('Jules', 'Colin'));
  const cecile = toldParent(faker, 'Cécile', 'Colin');
  const fatou = toldChild(source, 'CE2', child('Fatou', 'Diop'));
  const awa = toldParent(faker, 'Awa', 'Diop');
  return {
    households: [
      toldHousehold('Famille Roche', 690, [aurelie], [lina, sacha]),
      toldHousehold('Foyer Marin', 540, [laura], [timeo]),
      toldHousehold('Foyer Blanc', 1020, [jerome], [timeo]),
      toldHousehold('Famille Colin', 880, [cecile], [ambre, eliott, jules]),
      toldHousehold('Famille Diop', 450, [awa], [fatou]),
    ],
    told: [
      { email: aurelie.email, label: 'Aurélie Roche, mère de Lina et de Sacha : tous les états' },
      { email: laura.email, label: 'Laura Marin, séparée, mère de Timéo' },
      { email: jerome.email, label: 'Jérôme Blanc, séparé, père de Timéo' },
      { email: cecile.email, label: 'Cécile Colin, inscriptions de tous les états' },
    ],
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
      { childId: fatou.id, activity: 'alp', state: 'requested', daysAgo: 13, note: 'Deux soirs.' },
      { childId: ambre.id, activity: 'nap', state: 'waitlisted', daysAgo: 20 },
      { childId: jules.id, activity: 'nap', state: 'ended', daysAgo: 25 },
    ],
  };
}
