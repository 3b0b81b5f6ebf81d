import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { MailRefusedError } from '../../platform/mail/transport.ts';
import type { StoredEvent } from '../../platform/outbox/event-handlers.ts';
import { emit } from '../../platform/outbox/events.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestOrganisation,
  signInGuardian,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker } from '../../testing/test-worker.ts';
import { sendPasswordNotice } from './communications.public.ts';

describe('an e-mail about an event', () => {
  let testApp: TestApp;
  let worker: TestWorker;
  let organisation: TestOrganisation;
  beforeAll(async () => {
    testApp = await createTestApp();
    worker = createTestWorker(testApp);
    organisation = await createTestOrganisation(testApp);
  });
  afterAll(async () => {
    await worker.close();
    await testApp.close();
  });

  const changed = async () => {
    const { accountId, email } = await signInGuardian(testApp, organisation);
    const event: StoredEvent = {
      organisationId: organisation.id,
      id: newId(),
      type: 'account.passwordChanged',
      payload: { accountId },
      at: testApp.clock.now(),
    };
    const handle = () => sendPasswordNotice.handle(event, worker.services);
    const received = () => worker.sent.filter(({ to }) => to === email);
    return { accountId, handle, received };
  };

  test('is sent once though its job runs twice', async () => {
    const { handle, received } = await changed();
    await handle();
    await handle();
    expect(received()).toHaveLength(1);
  });

  test('is sent by the next run when the mail server was away', async () => {
    const { handle, received } = await changed();
    worker.failNext(new Error('ECONNREFUSED'));
    await expect(handle()).rejects.toThrow('ECONNREFUSED');
    expect(received()).toHaveLength(0);
    await handle();
    await handle();
    expect(received()).toHaveLength(1);
  });

  test('has the same message id when a kill between sending and noting it has it sent again', async () => {
    const { handle, received } = await changed();
    await handle();
    // What a kill leaves behind: handed over, but still noted as pending.
    await transaction(testApp.database, organisation.id, (tx) =>
      tx.orm.execute(`update mail_message set state = 'pending' where state = 'sent'`),
    );
    await handle();
    const ids = received().map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('that the mail server refuses for good is noted, and not tried for ever', async () => {
    const { handle, received } = await changed();
    worker.failNext(new MailRefusedError('550'));
    await handle();
    await handle();
    expect(received()).toHaveLength(0);
    const { rows } = await transaction(testApp.database, organisation.id, (tx) =>
      tx.orm.execute('select state from mail_message order by id desc limit 1'),
    );
    expect(rows).toEqual([{ state: 'bounced' }]);
  });

  test('follows the event through the queue', async () => {
    const { accountId, received } = await changed();
    await transaction(testApp.database, organisation.id, async (tx) =>
      emit(tx, {
        type: 'account.passwordChanged',
        payload: { accountId },
        at: testApp.clock.now(),
      }),
    );
    await worker.flush();
    await worker.flush();
    expect(received()).toHaveLength(1);
  });
});
