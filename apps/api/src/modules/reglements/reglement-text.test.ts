import type { ReglementDocument } from '@preau/domain/reglement/document';
import { day } from '@preau/domain/time/day';
import { townDocument } from '@preau/domain/testing/small-town';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestOrganisation, type TestOrganisation } from '../../testing/test-people.ts';
import { publishReglement } from './reglements.public.ts';

type Section = {
  readonly topic: string;
  readonly activity: string | null;
  readonly blocks: readonly unknown[];
};

describe('the règlement as families read it', () => {
  let testApp: TestApp;
  let organisation: TestOrganisation;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  const read = (tag?: string) => {
    const asked = testApp.anonymous.get(`/api/family/organisations/${organisation.slug}/reglement`);
    return tag === undefined ? asked : asked.set('if-none-match', tag);
  };
  const publish = (document: Partial<ReglementDocument>) =>
    transaction(testApp.database, organisation.id, (tx) =>
      publishReglement(tx, townDocument({}, document), testApp.clock.now()),
    );

  test('anybody reads the version in force, and the next one once it is published', async () => {
    organisation = await createTestOrganisation(testApp);
    await read().expect(404);
    await publish({ validUntil: day('2026-08-31') });
    await publish({ validFrom: day('2026-09-01'), validUntil: day('2026-12-31') });
    const { body } = await read().expect(200);
    expect(body).toMatchObject({
      current: {
        version: 2,
        title: 'Règlement du bourg',
        from: '2026-09-01',
        until: '2026-12-31',
        activities: [{ code: 'accueil', label: 'Accueil' }],
      },
      next: null,
    });
    const booking = body.current.sections.find(
      ({ topic, activity }: Section) => topic === 'booking' && activity === 'accueil',
    );
    expect(booking.blocks).toEqual([
      {
        kind: 'list',
        items: [
          'En ligne ou auprès du service, au plus tard 48\u00a0h ouvrées avant le début de l’accueil.',
          'Ensuite, auprès du service seulement\u00a0: au tarif normal.',
        ],
      },
    ]);
    await publish({ validFrom: day('2027-01-01'), title: 'Le suivant' });
    expect((await read().expect(200)).body.next).toMatchObject({
      version: 3,
      title: 'Le suivant',
      from: '2027-01-01',
      until: null,
    });
  });

  test('what the browser has kept is not sent again, until something is published', async () => {
    organisation = await createTestOrganisation(testApp);
    await publish({ validUntil: day('2026-12-31') });
    const { headers } = await read().expect(200);
    expect(headers['cache-control']).toBe('no-cache');
    const tag = headers['etag'] ?? '';
    const kept = await read(tag).expect(304);
    expect(kept.text).toBe('');
    await publish({ validFrom: day('2027-01-01') });
    const { headers: later } = await read(tag).expect(200);
    expect(later['etag']).not.toBe(tag);
  });

  test('an organisation tells its own rules alone', async () => {
    organisation = await createTestOrganisation(testApp);
    await publish({ title: 'Le nôtre' });
    const ours = organisation;
    organisation = await createTestOrganisation(testApp);
    await read().expect(404);
    organisation = ours;
    expect((await read().expect(200)).body.current.title).toBe('Le nôtre');
  });
});
