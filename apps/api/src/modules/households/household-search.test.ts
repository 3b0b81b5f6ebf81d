import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromIso } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import { type Ask, transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestHouseholds,
  createTestOrganisation,
  type SignedIn,
  signInGuardian,
  signInStaff,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { askHouseholds } from './household-list.queries.ts';
import { newChild, newGuardian, newHousehold } from './households.factory.ts';

type Listed = { readonly id: string; readonly name: string };

const durand = newHousehold({
  name: 'Durand-Lefèvre',
  guardians: [
    newGuardian({
      firstName: 'Éloïse',
      lastName: 'Durand',
      email: 'eloise.durand@example.org',
      phone: '06 12 34 56 78',
    }),
  ],
  children: [newChild({ firstName: 'Noé', lastName: 'Lefèvre' })],
});
const petit = newHousehold({
  name: 'Petit',
  guardians: [newGuardian({ firstName: 'Marc', lastName: 'Petit', phone: '07 00 00 00 01' })],
  children: [newChild({ firstName: 'Noémie', lastName: 'Petit' })],
});

describe('searching households', () => {
  let testApp: TestApp;
  let organisation: TestOrganisation;
  let office: SignedIn;
  beforeAll(async () => {
    testApp = await createTestApp();
    organisation = await createTestOrganisation(testApp);
    office = await signInStaff(testApp, organisation, 'office');
    await createTestHouseholds(testApp, organisation, durand, petit);
  });
  afterAll(() => testApp.close());

  const found = async (query: Record<string, string>, { agent } = office): Promise<string[]> => {
    const { body } = await agent.get('/api/staff/households').query(query).expect(200);
    return body.items.map(({ name }: Listed) => name);
  };

  test.each([
    ['durand', ['Durand-Lefèvre']],
    ['LEFEVRE', ['Durand-Lefèvre']],
    ['elo', ['Durand-Lefèvre']],
    ['noé', ['Durand-Lefèvre', 'Petit']],
    ['noe lef', ['Durand-Lefèvre']],
    ['noe petit', ['Petit']],
    ['06 12 34', ['Durand-Lefèvre']],
    ['+33 6 12 34 56 78', ['Durand-Lefèvre']],
    ['00 01', ['Petit']],
    ['eloise.durand@ex', ['Durand-Lefèvre']],
    ['durand petit', []],
    ['xyz', []],
    ['’', []],
    ['%', []],
  ])('« %s » leads to %j', async (q, names) => {
    expect(await found({ q })).toEqual(names);
  });

  test('shows who they are and how far they are, without more', async () => {
    const { body } = await office.agent.get('/api/staff/households?q=durand');
    expect(body).toEqual({
      next: null,
      items: [
        {
          id: durand.id,
          name: 'Durand-Lefèvre',
          fileComplete: true,
          guardians: [
            {
              id: durand.guardians[0]?.id,
              firstName: 'Éloïse',
              lastName: 'Durand',
              email: 'eloise.durand@example.org',
              phone: '06 12 34 56 78',
              access: 'none',
            },
          ],
          children: [
            {
              id: durand.children[0]?.id,
              firstName: 'Noé',
              lastName: 'Lefèvre',
              schoolClass: 'CE1',
            },
          ],
        },
      ],
    });
  });

  test('goes page after page by name, each household once, found or listed', async () => {
    const town = await createTestOrganisation(testApp);
    const staff = await signInStaff(testApp, town, 'office');
    const many = Array.from({ length: 90 }, (_, at) =>
      newHousehold({
        name: `Aubry ${String((at * 37) % 90).padStart(2, '0')}`,
        guardians: [newGuardian()],
        children: [newChild()],
      }),
    );
    await createTestHouseholds(testApp, town, ...many);
    const searches: readonly Record<string, string>[] = [{}, { q: 'aub' }];
    for (const q of searches) {
      const names: string[] = [];
      const sizes: number[] = [];
      let next: string | null = null;
      do {
        const query: Record<string, string> = next ? { ...q, after: next } : q;
        const { body } = await staff.agent.get('/api/staff/households').query(query).expect(200);
        names.push(...body.items.map(({ name }: Listed) => name));
        sizes.push(body.items.length);
        next = body.next;
      } while (next !== null);
      expect(sizes).toEqual([40, 40, 10]);
      expect(names).toEqual(many.map(({ name }) => name).toSorted());
    }
  });

  test('narrows to what is left to do, and counts it', async () => {
    const town = await createTestOrganisation(testApp);
    const staff = await signInStaff(testApp, town, 'office');
    const incomplete = newHousehold({ name: 'Incomplet', fileCompletedAt: null });
    const invited = newHousehold({ name: 'Invité' });
    await createTestHouseholds(
      testApp,
      town,
      incomplete,
      invited,
      newHousehold({ name: 'Jamais' }),
    );
    await signInGuardian(testApp, town, newHousehold({ name: 'Actif' }));
    const invitation = `/api/staff/guardians/${invited.guardians[0]?.id}/invitation`;
    await staff.agent.post(invitation).expect(202);
    expect(await found({ filter: 'fileIncomplete' }, staff)).toEqual(['Incomplet']);
    expect(await found({ filter: 'neverInvited' }, staff)).toEqual(['Incomplet', 'Jamais']);
    expect(await found({ filter: 'neverInvited', q: 'jam' }, staff)).toEqual(['Jamais']);
    expect(await found({ filter: 'expired' }, staff)).toEqual([]);
    const counts = async () => (await staff.agent.get('/api/staff/households/counts')).body;
    const now = { all: 4, fileIncomplete: 1, neverInvited: 2, bounced: 0, invitable: 1 };
    expect(await counts()).toEqual({ ...now, expired: 0 });
    const before = testApp.clock.now();
    testApp.clock.set(fromIso('2026-12-24T08:00:00.000Z'));
    const later = await signInStaff(testApp, town, 'office');
    expect(await found({ filter: 'expired' }, later)).toEqual(['Invité']);
    const { body } = await later.agent.get('/api/staff/households/counts');
    expect(body).toEqual({ ...now, expired: 1 });
    testApp.clock.set(before);
  });

  test('shows nobody the households of another organisation, parents and attendants none', async () => {
    const elsewhere = await createTestOrganisation(testApp);
    const foreign = await signInStaff(testApp, elsewhere, 'administrator');
    expect(await found({ q: 'durand' }, foreign)).toEqual([]);
    expect(await found({ after: durand.id }, foreign)).toEqual([]);
    const attendant = await signInStaff(testApp, organisation, 'attendant');
    await attendant.agent.get('/api/staff/households?q=durand').expect(403);
    await attendant.agent.get('/api/staff/households/counts').expect(403);
    const parent = await signInGuardian(testApp, organisation);
    await parent.agent.get('/api/staff/households?q=durand').expect(401);
  });

  test('walks along a range of the index of tokens, whatever else the town holds', async () => {
    const rowsRead = async (others: number): Promise<number> => {
      const town = await createTestOrganisation(testApp);
      const crowd = Array.from({ length: others }, () => newHousehold({ name: 'Martin' }));
      await createTestHouseholds(testApp, town, zimmermann(), ...crowd);
      await testApp.owner.pool.query('analyze');
      return transaction(testApp.database, town.id, async (tx) => {
        // Small test tables fit in a page and would be read whole; a town's do not.
        await tx.orm.execute('set local enable_seqscan = off');
        await tx.orm.execute('set local cpu_tuple_cost = 10');
        await tx.orm.execute('set local cpu_index_tuple_cost = 10');
        const sent: { text: string; values: readonly unknown[] }[] = [];
        const record: Ask = (asked, values) => {
          sent.push({ text: asked.text, values });
          return Promise.resolve([]);
        };
        const search = { typed: 'zimm 0699', filter: null, after: null, limit: 41 };
        await askHouseholds(record, town.id, search, testApp.clock.now());
        const [question] = sent;
        if (!question) throw new Error('A search asks');
        const explained = statement<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
          `test.search-plan-${others}`,
          `explain (analyze, timing off, format json) ${question.text}`,
        );
        const [row] = await tx.ask(explained, question.values);
        if (!row) throw new Error('No plan');
        return rowsUnder(row['QUERY PLAN'][0].Plan);
      });
    };
    const few = await rowsRead(20);
    expect(few).toBeGreaterThan(0);
    expect(await rowsRead(400)).toBe(few);
  });
});

const zimmermann = () =>
  newHousehold({
    name: 'Zimmermann',
    guardians: [newGuardian({ lastName: 'Zimmermann', phone: '06 99 00 00 00' })],
    children: [newChild({ lastName: 'Zimmermann' })],
  });

type PlanNode = {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
};

/** Rows read from tables that grow with the families of a town. */
function rowsUnder(node: PlanNode): number {
  const growing = ['household_search', 'household', 'guardian', 'household_child', 'child'];
  const own = growing.includes(node['Relation Name'] ?? '')
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    : 0;
  return (node.Plans ?? []).reduce((sum, child) => sum + rowsUnder(child), own);
}
