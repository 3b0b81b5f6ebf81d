import { fromIso } from '@preau/domain/time/instant';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { acquireMigratedDatabase } from '../../testing/test-database.ts';
import { freePort } from '../../testing/test-process.ts';
import { claimInstance } from '../db/instance.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { createSmtpTransport, type Mail, type MailTransport } from '../mail/transport.ts';
import { mountDevelopment } from './mount-development.ts';
import { createSharedClock, type SharedClock } from './shared-clock.ts';

describe('what a demonstration adds', () => {
  let acquired: Awaited<ReturnType<typeof acquireMigratedDatabase>>;
  let database: Database;
  let clock: SharedClock;
  let app: FastifyInstance;
  let mail: MailTransport;
  beforeAll(async () => {
    acquired = await acquireMigratedDatabase();
    database = openDatabase(acquired.appUrl, 3);
    await claimInstance(database.pool, 'demo');
    clock = createSharedClock(database.pool, 0);
    const mailPort = await freePort();
    app = Fastify();
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(serializerCompiler);
    await mountDevelopment(app, { clock, mailPort });
    await app.ready();
    mail = createSmtpTransport(`smtp://127.0.0.1:${mailPort}`, 'Préau <noreply@preau.example>');
  });
  afterAll(async () => {
    mail.close();
    clock.stop();
    await app.close();
    await database.close();
    await acquired.drop();
  });

  const message = (changes: Partial<Mail> = {}): Mail => ({
    id: '0198c0de-0000-7000-8000-000000000000',
    to: 'claire@example.org',
    fromName: 'Commune',
    replyTo: 'alsh@example.org',
    subject: 'Activez votre espace',
    text: 'Le lien : https://preau.example/o/x/activation#abc\n',
    html: '<p>Le lien</p>',
    ...changes,
  });

  test('is a mailbox that shows what was sent, the newest first', async () => {
    await mail.send(message({ subject: 'Premier' }));
    await mail.send(message({ subject: 'Deuxième, à l’école' }));
    const { body } = await supertest(app.server).get('/dev/mail.json').expect(200);
    expect(body.messages.map(({ subject }: { subject: string }) => subject)).toEqual([
      'Deuxième, à l’école',
      'Premier',
    ]);
    expect(body.messages[0]).toMatchObject({ from: 'Commune', to: ['claire@example.org'] });
  });

  test('shows a message with its link, and runs nothing of what it contains', async () => {
    await mail.send(
      message({ subject: '<script>alert(1)</script>', text: 'https://preau.example/#abc <b>\n' }),
    );
    const list = await supertest(app.server).get('/dev/mail').expect(200);
    expect(list.text).not.toContain('<script>');
    const id = /\/dev\/mail\/([\w-]+)"/.exec(list.text)?.[1];
    const page = await supertest(app.server).get(`/dev/mail/${id}`).expect(200);
    expect(page.text).toContain('<a href="https://preau.example/#abc">');
    expect(page.text).toContain('&lt;b&gt;');
    expect(page.text).not.toContain('<script>');
    const laidOut = await supertest(app.server).get(`/dev/mail/${id}/html`).expect(200);
    expect(laidOut.headers['content-security-policy']).toContain('sandbox');
  });

  test('is a clock that can be moved, for every process', async () => {
    const other = createSharedClock(database.pool, 0);
    let moves = 0;
    other.whenMoved(() => (moves += 1));
    const noon = '2026-12-01T11:00:00.000Z';
    const moved = await supertest(app.server).put('/dev/clock').send({ now: noon }).expect(200);
    expect(fromIso(moved.body.now) - fromIso(noon)).toBeLessThan(5_000);
    await vi.waitUntil(() => Math.abs(other.now() - fromIso(noon)) < 10_000, { timeout: 5_000 });
    expect(other.offset()).toBe(clock.offset());
    expect(moves).toBe(1);
    other.stop();
    const back = await supertest(app.server).put('/dev/clock').send({ offsetMs: 0 }).expect(200);
    expect(back.body.offsetMs).toBe(0);
  });

  test('keeps a clock that was moved across a restart', async () => {
    await clock.move(60_000);
    expect(await claimInstance(database.pool, 'demo')).toEqual({
      mode: 'demo',
      clockOffsetMs: 60_000,
    });
    await clock.move(0);
  });
});
