import type { PeopleSource } from '../invented-people.ts';
import { toldChild, toldHousehold, toldParent } from '../told-people.ts';
import type { DemoDocument, DemoEnrolment, DemoHousehold, DemoStory, Told } from '../town.ts';

/** Families made to be looked at, and what is to be seen of each. */
export type ToldFamilies = {
  readonly households: readonly DemoHousehold[];
  readonly told: readonly Told[];
  readonly stories: readonly DemoStory[];
  readonly enrolments: readonly DemoEnrolment[];
  readonly documents: readonly DemoDocument[];
  /** Ids of households. */
  readonly withoutDocuments: readonly string[];
};

export function toldFamilies(source: PeopleSource, school: string): ToldFamilies {
  const { faker } = source;
  const facilities = [school, source.centre];
  const known = { lastName: 'Etcheverry', facilities };
  const amaia = toldChild(source, 'CE1', { ...known, firstName: 'Amaia' });
  const peio = toldChild(source, 'MS', { ...known, firstName: 'Peio' });
  const elaia = toldChild(source, 'CM1', { ...known, firstName: 'Elaia' });
  const maitane = toldParent(faker, 'Maitane', 'Etcheverry');
  const etcheverry = toldHousehold('Famille Etcheverry', 860, [maitane], [amaia, peio, elaia]);

  const oihan = toldChild(source, 'CE2', {
    firstName: 'Oihan',
    lastName: 'Duhalde',
    facilities,
    habits: { matin: [1, 2], soir: [1, 2, 4, 5], 'mercredi-journee': [3] },
  });
  const argitxu = toldParent(faker, 'Argitxu', 'Bidart');
  const benat = toldParent(faker, 'Beñat', 'Duhalde');

  const enea = toldChild(source, 'PS', { firstName: 'Enea', lastName: 'Iribarne', facilities });
  const xan = toldChild(source, 'CP', { firstName: 'Xan', lastName: 'Iribarne', facilities });
  const nahia = toldParent(faker, 'Nahia', 'Iribarne');
  const iribarne = toldHousehold('Famille Iribarne', 520, [nahia], [enea, xan]);

  const luzia = toldChild(source, 'GS', { firstName: 'Luzia', lastName: 'Harriet', facilities });
  const mattin = toldParent(faker, 'Mattin', 'Harriet');
  const harriet = toldHousehold('Famille Harriet', 1310, [mattin], [luzia]);

  return {
    households: [
      etcheverry,
      toldHousehold('Foyer Bidart', 610, [argitxu], [oihan]),
      toldHousehold('Foyer Duhalde', 1240, [benat], [oihan]),
      iribarne,
      harriet,
    ],
    told: [
      { email: maitane.email, label: 'Maitane Etcheverry, trois enfants : tous les états' },
      { email: argitxu.email, label: 'Argitxu Bidart, séparée, mère d’Oihan' },
      { email: benat.email, label: 'Beñat Duhalde, séparé, père d’Oihan' },
      { email: nahia.email, label: 'Nahia Iribarne, pièces manquantes : rien ne se réserve' },
      { email: mattin.email, label: 'Mattin Harriet, inscriptions de tous les états' },
    ],
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
      { childId: amaia.id, fates: ['waitlisted', 'requested', 'usual'] },
      { childId: peio.id, fates: ['offered', 'declined', 'lapsed', 'requested', 'usual', 'usual'] },
      { childId: elaia.id, fates: ['waitlisted', 'overdue', 'usual', 'usual', 'usual'] },
    ],
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
      { childId: peio.id, activity: 'vacances', state: 'waitlisted', daysAgo: 12 },
      { childId: elaia.id, activity: 'vacances', state: 'requested', daysAgo: 16, note: 'Merci.' },
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
    withoutDocuments: [iribarne.id],
  };
}
