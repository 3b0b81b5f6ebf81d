import { expect, test } from 'vitest';
import { type Me, type Role, seesFamilies } from './session.ts';

const withRoles = (...roles: Role[]): Me => ({
  account: { id: 'a', email: 'a@example.org', displayName: 'Amandine Roche' },
  roles: roles.map((role) => ({ role, facilityId: null })),
  organisation: {
    slug: 'val-de-lure',
    name: 'ALSH du Val-de-Lure',
    brandColor: '#0b6b5b',
    contact: { name: '', phone: '', email: '', address: '' },
    officeHours: [],
    officeHoursText: '',
    timeZone: 'Europe/Paris',
    demo: true,
  },
});

test.each([
  [['administrator'], true],
  [['office'], true],
  [['attendant'], false],
  [['attendant', 'office'], true],
  [[], false],
] satisfies [Role[], boolean][])('someone who is %j sees the families: %s', (roles, sees) => {
  expect(seesFamilies(withRoles(...roles))).toBe(sees);
});
