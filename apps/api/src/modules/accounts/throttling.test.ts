import { setTimeout } from 'node:timers/promises';
import type { Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import {
  createTestOrganisation,
  signInGuardian,
  testPassword,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { accountPolicy, countAttempt, readThrottle, throttleSubject } from './throttle.store.ts';

const second = 1_000;
const hour = 3_600 * second;

describe('guessing a password', () => {
  let testApp: TestApp;
  let organisation: TestOrganisation;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(async () => {
    testApp.clock.set(usualTestInstant);
    organisation = await createTestOrganisation(testApp);
  });

  const later = (milliseconds: number) =>
    testApp.clock.set((testApp.clock.now() + milliseconds) as Instant);
  const signIn = (email: string, password: string) =>
    testApp.anonymous
      .post('/api/family/sign-in')
      .send({ organisation: organisation.slug, email, password });
  const guess = (email: string) => signIn(email, 'pas le bon du tout');

  test('is slower and slower, and the right password comes through once the delay is over', async () => {
    const { email } = await signInGuardian(testApp, organisation);
    for (let attempt = 0; attempt < 5; attempt += 1) await guess(email).expect(401);
    for (const delay of [2, 4, 8]) {
      const blocked = await signIn(email, testPassword).expect(429);
      expect(blocked.body).toMatchObject({
        code: 'throttled',
        params: { retryAfterSeconds: delay },
      });
      expect(blocked.headers['retry-after']).toBe(String(delay));
      later(delay * second - 1);
      await guess(email).expect(429);
      later(1);
      await guess(email).expect(401);
    }
    later(16 * second);
    await signIn(email, testPassword).expect(204);
    // Nothing is held against the parent any more.
    for (let attempt = 0; attempt < 5; attempt += 1) await guess(email).expect(401);
  });

  test('is never locked for more than fifteen minutes', async () => {
    const { email } = await signInGuardian(testApp, organisation);
    for (let attempt = 0; attempt < 30; attempt += 1) {
      await guess(email);
      later(15 * 60 * second);
    }
    expect((await signIn(email, testPassword)).status).toBe(204);
  });

  test('is not made easier by sending the guesses all at once', async () => {
    const { email } = await signInGuardian(testApp, organisation);
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess(email)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  test('would all be heard if they were counted afterwards: the control of the test above', async () => {
    const subject = throttleSubject('control');
    const heard = await Promise.all(
      Array.from({ length: 20 }, () =>
        transaction(testApp.database, organisation.id, async (tx) => {
          const wait = await readThrottle(tx.ask, organisation.id, subject, usualTestInstant);
          // What hashing the password takes.
          await setTimeout(100);
          if (wait === 0) await countAttempt(tx, subject, accountPolicy, usualTestInstant);
          return wait === 0;
        }),
      ),
    );
    expect(heard.filter(Boolean).length).toBeGreaterThan(5);
  });

  test('of one parent does not slow another down', async () => {
    const { email } = await signInGuardian(testApp, organisation);
    const { email: other } = await signInGuardian(testApp, organisation);
    for (let attempt = 0; attempt < 6; attempt += 1) await guess(email);
    expect((await signIn(email, testPassword)).status).toBe(429);
    expect((await signIn(other, testPassword)).status).toBe(204);
  });

  test('over many accounts from one address is slowed down, and forgotten an hour later', async () => {
    const { email } = await signInGuardian(testApp, organisation);
    for (let attempt = 0; attempt < 50; attempt += 1) {
      await guess(`personne.${attempt}@example.org`).expect(401);
    }
    expect((await signIn(email, testPassword)).status).toBe(429);
    later(hour);
    expect((await signIn(email, testPassword)).status).toBe(204);
  });

  test('from an open session is slowed down too', async () => {
    const { agent } = await signInGuardian(testApp, organisation);
    const change = (current: string) =>
      agent.post('/api/family/password').send({ current, next: 'deux bancs sous le préau' });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await change('pas le bon du tout').expect(403);
    }
    expect((await change(testPassword)).status).toBe(429);
    later(2 * second);
    expect((await change(testPassword)).status).toBe(204);
  });

  test('asking for reset links again and again fills nobody’s mailbox', async () => {
    const { email } = await signInGuardian(testApp, organisation);
    const ask = () =>
      testApp.anonymous
        .post('/api/family/password-reset')
        .send({ organisation: organisation.slug, email });
    for (let attempt = 0; attempt < 3; attempt += 1) await ask().expect(202);
    expect((await ask()).status).toBe(429);
    later(60 * second);
    expect((await ask()).status).toBe(202);
  });
});
