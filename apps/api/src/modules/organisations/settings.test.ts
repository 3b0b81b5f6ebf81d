import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestOrganisation,
  signInStaff,
  type SignedIn,
  type TestOrganisation,
} from '../../testing/test-people.ts';

const settingsAudit = statement<{ detail: { changed: string[] } }>(
  'test.settings-audit',
  `select detail from audit_event
   where organisation_id = $1 and action = 'organisation.settingsChanged' order by at, id`,
);

describe('the settings of an organisation', () => {
  let testApp: TestApp;
  let organisation: TestOrganisation;
  let administrator: SignedIn;
  beforeAll(async () => {
    testApp = await createTestApp();
    organisation = await createTestOrganisation(testApp);
    administrator = await signInStaff(testApp, organisation);
  });
  afterAll(() => testApp.close());

  const read = async () => (await administrator.agent.get('/api/staff/settings').expect(200)).body;
  const change = (body: object) => administrator.agent.put('/api/staff/settings').send(body);
  const shown = async () => {
    const path = `/api/family/organisations/${organisation.slug}`;
    return (await testApp.anonymous.get(path).expect(200)).body;
  };

  test('an administrator changes the colour, the words and what is on, and families see it', async () => {
    const before = await read();
    expect((await shown()).features).toEqual({
      enrolments: false,
      invoices: false,
      requests: true,
    });
    const wanted = {
      ...before,
      name: 'Commune nouvelle',
      brandColor: '#1d4f91',
      features: { enrolments: true, invoices: true, requests: false },
      labels: { ...before.labels, invoices: 'Mes factures et paiements' },
      accessibility: 'partial',
      bookingFlow: 'wizard',
      officeHours: [{ weekday: 3, from: '07:30', until: '12:15' }],
      townHallEmail: 'contact@preau.example',
    };
    const { body } = await change(wanted).expect(200);
    expect(body).toEqual({ ...wanted, revision: before.revision + 1 });
    expect(await read()).toEqual(body);
    expect(await shown()).toMatchObject({
      name: 'Commune nouvelle',
      brandColor: '#1d4f91',
      features: { enrolments: true, invoices: true, requests: false },
      labels: { invoices: 'Mes factures et paiements' },
      accessibility: 'partial',
      bookingFlow: 'wizard',
      officeHours: [{ weekday: 3, from: '07:30', until: '12:15' }],
      townHallEmail: 'contact@preau.example',
    });
    const audits = await transaction(testApp.database, organisation.id, (tx) =>
      tx.ask(settingsAudit, [organisation.id]),
    );
    expect(audits.map(({ detail }) => detail.changed.toSorted())).toEqual([
      [
        'accessibility',
        'bookingFlow',
        'brandColor',
        'features',
        'labels',
        'name',
        'officeHours',
        'townHallEmail',
      ],
    ]);
  });

  test('what is not shown on the page is kept: zone, calendar', async () => {
    const before = await shown();
    await change({ ...(await read()), officeHoursText: 'le matin' }).expect(200);
    expect(await shown()).toEqual({ ...before, officeHoursText: 'le matin' });
  });

  test('a change made from an older revision is refused, and nothing of it is kept', async () => {
    const before = await read();
    await change({ ...before, officeHoursText: 'le mardi' }).expect(200);
    const late = await change({ ...before, officeHoursText: 'le jeudi' }).expect(409);
    expect(late.body.code).toBe('stale-settings');
    expect((await read()).officeHoursText).toBe('le mardi');
  });

  test('of two changes at once from one revision, one is kept', async () => {
    const before = await read();
    const answers = await Promise.all(
      ['un', 'deux', 'trois'].map((officeHoursText) => change({ ...before, officeHoursText })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect((await read()).revision).toBe(before.revision + 1);
  });

  test.each([
    ['a colour that is none', { brandColor: 'vert' }],
    ['a colour with an effect', { brandColor: '#0b6b5b;}' }],
    [
      'an empty word of the menu',
      { labels: { news: ' ', bookings: 'a', invoices: 'b', requests: 'c' } },
    ],
    [
      'a part of the portal nobody knows',
      { features: { enrolments: true, invoices: true, requests: true, chat: true } },
    ],
    ['a zone, which is the règlement’s', { timeZone: 'Europe/Paris' }],
    [
      'two kinds of documents under one code',
      {
        documentKinds: ['Un', 'Deux'].map((label) => ({
          code: 'certificat',
          label,
          about: 'child',
          help: '',
        })),
      },
    ],
  ])('%s is refused', async (_what, wrong) => {
    const before = await read();
    await change({ ...before, ...wrong }).expect(422);
    expect(await read()).toEqual(before);
  });

  test.each(['office', 'attendant'] as const)('%s has no part in it', async (role) => {
    const { agent } = await signInStaff(testApp, organisation, role);
    const answers = [
      await agent.get('/api/staff/settings'),
      await agent.put('/api/staff/settings').send(await read()),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });
});
