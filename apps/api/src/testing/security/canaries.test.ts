import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardian } from '../../platform/auth/actor.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp } from '../test-app.ts';
import { createTestWorker, type TestWorker } from '../test-worker.ts';
import { type ActorName, actorNames, cookieOfPerson } from './actors.ts';
import { canariesIn, canary } from './canaries.ts';
import { confirmLunch, draftLunch } from './journeys.ts';
import { send } from './requests.ts';
import { child, shown } from './shown.ts';
import { canariesOf, crawl, shownBy, type Sighting } from './sightings.ts';
import { createWorld } from './world.ts';
import type { World } from './cast.ts';

const parents = [
  'guardian',
  'coGuardian',
  'separatedParent',
  'otherGuardian',
  'foreignGuardian',
] as const;

describe('what is shown of whom', () => {
  let world: World;
  let worker: TestWorker;
  const lines: string[] = [];
  const receipts: Partial<Record<ActorName, string>> = {};
  const seen: Partial<Record<ActorName, Sighting[]>> = {};
  beforeAll(async () => {
    const testApp = await createTestApp({
      config: { LOG_LEVEL: 'debug' },
      logTo: { write: (line) => lines.push(line) },
      mount: async (app) => mountLeaks(app, () => world),
    });
    world = await createWorld(testApp);
    worker = createTestWorker(testApp);
    for (const parent of parents) receipts[parent] = await confirmLunch(world, parent);
    await askForReset(world);
    for (const actor of actorNames) {
      // The other parent of the household leaves a draft, which names them.
      await draftLunch(world, actor === 'coGuardian' ? 'guardian' : 'coGuardian');
      const receipt = receipts[actor];
      const besides = receipt ? [{ path: `/api/family/confirmations/${receipt}` }] : [];
      seen[actor] = await crawl(world, actor, besides);
    }
    await worker.flush();
  }, 120_000);
  afterAll(async () => {
    await worker.close();
    await world.testApp.close();
  });

  test.each(actorNames)('%s is shown what is theirs to see, and nothing else', (actor) => {
    expect(canariesOf(seen[actor] ?? [])).toEqual([...new Set(shown[actor])].toSorted());
  });

  test('separated parents never see of each other more than the child they share', () => {
    const sharedOnly = /^canari-shared-child-(firstname|class)$/;
    const of = (sightings: readonly Sighting[] | undefined, other: string) =>
      canariesOf(sightings ?? []).filter(
        (word) => word.startsWith(`canari-${other}-`) || word.startsWith('canari-shared-'),
      );
    for (const [parent, other] of [
      ['guardian', 'bravo'],
      ['coGuardian', 'bravo'],
      ['separatedParent', 'alpha'],
    ] as const) {
      const words = of(seen[parent], other);
      expect(words).toHaveLength(2);
      expect(words.every((word) => sharedOnly.test(word))).toBe(true);
    }
  });

  test('e-mails tell a person of their own household alone', () => {
    const told = worker.sent.map((mail) => ({
      to: mail.to,
      subject: mail.subject,
      words: canariesIn(JSON.stringify({ ...mail, to: '', replyTo: mail.replyTo })),
    }));
    const receiptsOf = (owner: string) =>
      told.filter(
        ({ to, subject }) => to.includes(owner) && subject.startsWith('Vos réservations'),
      );
    for (const owner of ['alpha-one', 'alpha-two', 'bravo-one', 'charlie-one', 'delta-one']) {
      expect([owner, receiptsOf(owner).length > 0]).toEqual([owner, true]);
    }
    for (const { to, words } of told) {
      const [, owner = 'nobody'] = /^canari-(.+)-email/.exec(to) ?? [];
      const [family = ''] = owner.split('-');
      const own = [canary(owner, 'firstname'), canary(owner, 'displayname')];
      const children = child(family, 'firstname');
      const strangers = words.filter((word) => ![...own, ...children].includes(word));
      expect([to, ...strangers]).toEqual([to]);
    }
    expect(told.some(({ subject }) => subject.includes('mot de passe'))).toBe(true);
    expect(told.some(({ to }) => to.includes('charlie-two'))).toBe(true);
  });

  test('logs name nobody, at the most talkative level', async () => {
    expect(lines.length).toBeGreaterThan(1_000);
    expect(canariesIn(lines.join('\n'))).toEqual([]);
    await send(world.testApp, 'GET', { path: '/api/family/chatty' });
    expect(canariesIn(lines.join('\n'))).toEqual([canary('chatty', 'firstname')]);
    lines.splice(0);
  });

  test.each(['audit_event', 'event', 'child_health', 'throttle', 'account_link'])(
    'what lies in %s can be read without learning who anybody is',
    async (table) => {
      const told = await textOf(world, table);
      expect(told.rows).toBeGreaterThan(0);
      expect(canariesIn(told.text)).toEqual([]);
      expect(canariesIn((await textOf(world, 'guardian')).text)).not.toEqual([]);
    },
  );

  test('the job queue carries ids, never what an event says', async () => {
    const { rows } = await world.testApp.database.pool
      .query('select payload from graphile_worker._private_jobs')
      .catch((error: Error) => ({ rows: [error.message] }));
    expect(String(rows[0])).toContain('permission denied');
  });

  test('a route that shows somebody else is caught', async () => {
    const answer = await send(
      world.testApp,
      'GET',
      { path: '/api/family/leak' },
      await cookieOfPerson(world, 'separatedParent'),
    );
    const beyond = shownBy(answer).filter((word) => !shown.separatedParent?.includes(word));
    expect(beyond).toContain(canary('alpha-one', 'phone'));
    expect(beyond).toContain(canary('alpha', 'quotient'));
  });
});

async function askForReset({ testApp, here, people }: World): Promise<void> {
  const body = { organisation: here.organisation.slug, email: people.guardian.email };
  const answer = await send(testApp, 'POST', { path: '/api/family/password-reset', body });
  expect(answer.status).toBe(202);
}

async function textOf(
  { testApp, here }: World,
  table: string,
): Promise<{ rows: number; text: string }> {
  // Bytes are read as the text they might be.
  const { rows } = await transaction(testApp.database, here.organisation.id, (tx) =>
    tx.orm.execute<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${table} t`),
  );
  const readable = rows.map(({ row }) => `${JSON.stringify(row)} ${bytesOf(row)}`);
  return { rows: rows.length, text: readable.join('\n') };
}

function bytesOf(row: Record<string, unknown>): string {
  return Object.values(row)
    .filter((value) => typeof value === 'string' && value.startsWith('\\x'))
    .map((value) => Buffer.from(String(value).slice(2), 'hex').toString('latin1'))
    .join(' ');
}

/** One route that shows a stranger, and one that writes what it was told into the log. */
function mountLeaks(app: FastifyInstance, world: () => World): void {
  app.get('/api/family/leak', { config: { access: guardian } }, async () => world().families.alpha);
  app.get('/api/family/chatty', { config: { access: guardian } }, async (request) => {
    request.log.info({ name: canary('chatty', 'firstname') }, 'somebody called');
    return {};
  });
}
