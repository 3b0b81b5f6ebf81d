import type { ReglementDocument } from '@preau/domain/reglement/document';
import { townDocument } from '@preau/domain/testing/small-town';
import type { Case } from '@preau/reglement/cases/case.schema';
import { readTownFile } from '@preau/reglement/read-town';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestOrganisation } from '../../testing/test-people.ts';
import { publishReglement } from './reglements.public.ts';

describe('publishing a règlement', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  async function publish(document: Partial<ReglementDocument>) {
    const { id } = await createTestOrganisation(testApp);
    return transaction(testApp.database, id, (tx) =>
      publishReglement(tx, townDocument({}, document), testApp.clock.now()),
    );
  }

  test('gives the number of its version', async () => {
    expect(await publish({})).toMatch(/^[0-9a-f-]{36}$/);
  });

  describe('with the cases of the organisation', () => {
    const valDeLure = readTownFile('val-de-lure');
    async function publishWith(cases: typeof valDeLure.cases) {
      const { id } = await createTestOrganisation(testApp);
      return transaction(testApp.database, id, (tx) =>
        publishReglement(tx, valDeLure.document, testApp.clock.now(), cases),
      );
    }

    test('publishes what satisfies them', async () => {
      expect(await publishWith(valDeLure.cases)).toMatch(/^[0-9a-f-]{36}$/);
    });

    test('refuses what does not, and names the case', async () => {
      const [first] = valDeLure.cases;
      if (!first) throw new Error('Val-de-Lure has cases');
      const wrong: Case = {
        ...first,
        title: 'Un prix qui n’est pas le sien',
        steps: [{ do: 'price', expect: { cents: 1 } }],
      };
      await expect(publishWith([...valDeLure.cases, wrong])).rejects.toMatchObject({
        name: 'ReglementError',
        problems: ['le cas « Un prix qui n’est pas le sien » échoue'],
      });
    });
  });

  test('refuses a study, however complete', async () => {
    await expect(publish({ status: 'study' })).rejects.toMatchObject({
      name: 'ReglementError',
      problems: ['un règlement à l’étude ne se publie pas'],
    });
  });

  test('refuses what leaves a price unsaid', async () => {
    const [activity] = townDocument({}, {}).activities;
    const units = activity?.units.map((unit) => ({
      ...unit,
      prices: unit.prices.map((dated) => ({ ...dated, price: { kind: 'notStated' } as const })),
    }));
    if (!activity || !units) throw new Error('The small town has an activity');
    const refused = publish({ activities: [{ ...activity, units }] });
    await expect(refused).rejects.toMatchObject({ name: 'ReglementError' });
  });
});
