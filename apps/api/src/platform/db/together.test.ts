import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestOrganisation, type TestOrganisation } from '../../testing/test-people.ts';
import { newId } from '../ids.ts';
import type { Statement } from './statement.ts';
import { askTogether, writeTogether } from './together.ts';
import { readTogether, transaction } from './transaction.ts';

const two: Statement<{ a: number; on: string }> = {
  name: 'test.two',
  text: "select n as a, date '2026-11-16' + n as on from generate_series($1::int, $2::int) n order by n desc",
};
const none: Statement<{ a: number }> = {
  name: 'test.none',
  text: 'select 1 as a where $1::boolean',
};
const faulty: Statement<never> = { name: 'test.faulty', text: 'select 1 / $1::int' };
const addHousehold: Statement<never> = {
  name: 'test.household',
  text: 'insert into household (organisation_id, id, name) values ($1, $2, $3)',
};
const countHouseholds: Statement<{ count: number }> = {
  name: 'test.count',
  text: 'select count(*)::int as count from household where organisation_id = $1',
};

describe('questions and writes sent as one statement', () => {
  let testApp: TestApp;
  let organisation: TestOrganisation;
  beforeAll(async () => {
    testApp = await createTestApp();
    organisation = await createTestOrganisation(testApp);
  });
  afterAll(() => testApp.close());

  const count = async () => {
    const [[row]] = await readTogether(testApp.database, organisation.id, (ask) => [
      ask(countHouseholds, [organisation.id]),
    ]);
    return row?.count;
  };

  test('each question has its own rows, in its own order, with its own parameters', async () => {
    const answers = await readTogether(testApp.database, organisation.id, (ask) =>
      askTogether(ask, (gather) => [
        gather(two, [1, 2]),
        gather(none, [false]),
        gather(two, [7, 7]),
      ]),
    );
    expect(answers).toEqual([
      [
        { a: 2, on: '2026-11-18' },
        { a: 1, on: '2026-11-17' },
      ],
      [],
      [{ a: 7, on: '2026-11-23' }],
    ]);
  });

  test('what is asked later is asked on its own', async () => {
    const answer = await transaction(testApp.database, organisation.id, async (tx) => {
      const [late] = await Promise.all(
        askTogether(tx.ask, (ask) => [
          ask(two, [1, 1]).then(async (first) => [first, await ask(two, [2, 2])]),
        ]),
      );
      return late;
    });
    expect(answer).toMatchObject([[{ a: 1 }], [{ a: 2 }]]);
  });

  test('a question that fails fails them all', async () => {
    const asked = readTogether(testApp.database, organisation.id, (ask) =>
      askTogether(ask, (gather) => [gather(two, [1, 1]), gather(faulty, [0])]),
    );
    await expect(asked).rejects.toThrow('division by zero');
  });

  test('writes are all made, or none when one is refused', async () => {
    const before = await count();
    const [one, other] = [newId(), newId()];
    await transaction(testApp.database, organisation.id, async (tx) => {
      writeTogether(tx, (within) => {
        within.write(addHousehold, [organisation.id, one, 'Un']);
        within.write(addHousehold, [organisation.id, other, 'Deux']);
      });
    });
    expect(await count()).toBe((before ?? 0) + 2);
    const refused = transaction(testApp.database, organisation.id, async (tx) => {
      writeTogether(tx, (within) => {
        within.write(addHousehold, [organisation.id, newId(), 'Trois']);
        within.write(addHousehold, [organisation.id, one, 'Déjà là']);
      });
    });
    await expect(refused).rejects.toMatchObject({ code: '23505' });
    expect(await count()).toBe((before ?? 0) + 2);
  });

  test('nothing to write sends nothing', async () => {
    const sent: string[] = [];
    await transaction(testApp.database, organisation.id, async (tx) => {
      const watched = { ...tx, write: ({ name }: Statement<unknown>) => sent.push(name) };
      writeTogether(watched, () => undefined);
    });
    expect(sent).toEqual([]);
  });
});
