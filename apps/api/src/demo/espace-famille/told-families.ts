import type { PeopleSource } from '../invented-people.ts';
import { toldChild, toldHousehold, toldParent } from '../told-people.ts';
import type { DemoDocument, DemoEnrolment, DemoHousehold, DemoStory, Told } from '../town.ts';

/** Families made to be looked at, and what is to be seen of each. */
export function toldFamilies(source: PeopleSource): {
  readonly households: readonly DemoHousehold[];
  readonly told: readonly Told[];
  readonly stories: readonly DemoStory[];
  readonly enrolments: readonly DemoEnrolment[];
  readonly documents: readonly DemoDocument[];
  readonly withoutDocuments: readonly string[];
} {
  const { faker, centre } = source;
  const facilities = [centre];
  const child = (firstName: string, lastName: string) => ({ firstName, lastName, facilities });
  const rose = toldChild(source, 'CE1', child('Rose', 'Lemaire'));
  const basile = toldChild(source, 'MS', child('Basile', 'Lemaire'));
  const camille = toldParent(faker, 'Camille', 'Lemaire');

  const adele = toldChild(source, 'CP', child('Adèle', 'Noël'));
  const bruno = toldParent(faker, 'Bruno', 'Noël');
  const noel = toldHousehold('Famille Noël', 970, [bruno], [adele]);

  const yasmine = toldChild(source, 'CM1', child('Yasmine', 'Saïdi'));
  const ilyes = toldChild(source, 'GS', child('Ilyès', 'Saïdi'));
  const leila = toldParent(faker, 'Leïla', 'Saïdi');
  return {
    households: [
      toldHousehold('Famille Lemaire', 720, [camille], [rose, basile]),
      noel,
      toldHousehold('Famille Saïdi', 480, [leila], [yasmine, ilyes]),
    ],
    told: [
      {
        email: camille.email,
        label: 'Camille Lemaire, mère de Rose et de Basile : tous les états',
      },
      { email: bruno.email, label: 'Bruno Noël, fiche sanitaire manquante' },
      { email: leila.email, label: 'Leïla Saïdi, inscriptions de tous les états' },
    ],
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
      {
        childId: ilyes.id,
        activity: 'mercredi',
        state: 'waitlisted',
        daysAgo: 18,
      },
      {
        childId: ilyes.id,
        activity: 'periscolaire',
        state: 'refused',
        daysAgo: 25,
        reason: 'L’accueil est réservé cette année aux enfants dont les parents travaillent.',
      },
      { childId: adele.id, activity: 'mercredi', state: 'ended', daysAgo: 30 },
    ],
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
    withoutDocuments: [noel.id],
  };
}
