import { expect, test } from 'vitest';
import { administers, type Me, type Role, seesFamilies } from './session.ts';

const withRoles = (...roles: Role[]): Pick<Me, 'roles'> => ({
  roles: roles.map((role) => ({ role, facilityId: null })),
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

test.each([
  [['administrator'], true],
  [['office', 'attendant'], false],
] satisfies [Role[], boolean][])('someone who is %j changes the settings: %s', (roles, changes) => {
  expect(administers(withRoles(...roles))).toBe(changes);
});
