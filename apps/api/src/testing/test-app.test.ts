import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from './test-app.ts';
import { createTestOrganisation, signInGuardian, signInStaff } from './test-people.ts';

describe('the server', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  test('knows a signed-in parent, their household and children', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { agent, household } = await signInGuardian(testApp, organisation);
    const response = await agent.get('/api/family/me');
    expect(response.body).toMatchObject({
      household: { id: household.id },
      children: household.children.map(({ id }) => ({ id })),
      organisation: { slug: organisation.slug },
    });
  });

  test('knows a signed-in member of staff with their role', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { agent } = await signInStaff(testApp, organisation, 'office');
    const response = await agent.get('/api/staff/me');
    expect(response.body).toMatchObject({ roles: [{ role: 'office', facilityId: null }] });
  });
});
