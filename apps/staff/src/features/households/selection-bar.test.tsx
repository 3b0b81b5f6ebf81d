import { expect, test } from 'vitest';
import { refusalSentences } from './invitation-result.tsx';
import { guessAgeGroup } from './age-group.ts';
import type { Access, ListedHousehold } from './households.queries.ts';
import { invitableOf } from './selection-bar.tsx';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const household = (fileComplete: boolean, ...accesses: readonly Access[]): ListedHousehold => ({
  id: `h ${accesses.join()}`,
  name: 'Famille Aubry',
  fileComplete,
  guardians: accesses.map((access, at) => ({
    id: `${access} ${at}`,
    firstName: 'Claire',
    lastName: 'Aubry',
    email: 'claire@example.org',
    phone: null,
    access,
  })),
  children: [],
});

test('of the families chosen, those are invited whose file is complete and who are not active yet', () => {
  const chosen = [
    household(true, 'none', 'active', 'expired', 'bounced', 'invited', 'disabled'),
    household(false, 'none', 'active'),
  ];
  expect(invitableOf(chosen)).toEqual({
    ready: ['none 0', 'expired 2', 'bounced 3', 'invited 4'],
    waiting: 1,
    settled: 3,
  });
});

test('what was refused is told once for each reason', () => {
  const refused = (['account-active', 'file-incomplete', 'account-active'] as const).map(
    (code, at) => ({ guardianId: `${at}`, code }),
  );
  expect(refusalSentences(refused).map(plain)).toEqual([
    '2 responsables sont déjà actifs.',
    '1 responsable attend que son dossier soit complet.',
  ]);
});

test.each([
  ['GS', 'maternelle'],
  ['ms', 'maternelle'],
  ['CE1', 'elementaire'],
  ['', 'elementaire'],
])('a child in class « %s » is proposed among %s', (schoolClass, group) => {
  const groups = [{ code: 'elementaire' }, { code: 'maternelle' }];
  expect(guessAgeGroup({ schoolClass }, groups)).toBe(group);
  expect(guessAgeGroup({ schoolClass }, [{ code: 'tous' }])).toBe('tous');
});
