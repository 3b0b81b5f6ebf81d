import { handlers } from './handlers.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { type Config, ConfigError, readConfig } from './platform/config.ts';
import { createSealer } from './platform/crypto/sealed-text.ts';
import { runWorker } from './platform/jobs/run-worker.ts';
import { createWorkerLog } from './platform/jobs/worker-log.ts';
import { createSmtpTransport } from './platform/mail/transport.ts';
import {
  openReadyDatabase,
  type ReadyDatabase,
  refuseWeakSecrets,
  runProcess,
} from './platform/startup.ts';
import { purges } from './purges.ts';
import { sweeps } from './sweeps.ts';

await runProcess(async () => {
  const config = readConfig();
  refuseWeakSecrets(config);
  const { DATABASE_JOBS_URL: jobsUrl } = config;
  if (!jobsUrl) throw new ConfigError('DATABASE_JOBS_URL is not set: the worker needs it');
  const ready = await openReadyDatabase(config);
  const { database } = ready;
  const mail = createSmtpTransport(config.SMTP_URL, config.MAIL_FROM);
  try {
    const { clock, whenMoved, stopClock } = await openClock(config, ready);
    const sealer = createSealer(Buffer.from(config.PREAU_ENCRYPTION_KEY, 'base64'));
    const services = { database, clock, sealer, mail, publicUrl: config.PUBLIC_URL };
    const log = createWorkerLog(config.LOG_LEVEL);
    const worker = await runWorker(jobsUrl, { handlers, purges, sweeps }, services, log);
    whenMoved(() => {
      // The next minute comes in any case.
      worker.sweepNow().catch((error: unknown) => log.error('nothing was looked for', error));
    });
    return async () => {
      await worker.stop();
      stopClock();
      mail.close();
      await database.close();
    };
  } catch (error) {
    mail.close();
    await database.close();
    throw error;
  }
});

async function openClock(
  config: Config,
  { database, instance }: ReadyDatabase,
): Promise<{
  clock: Clock;
  /** Where the clock of a demonstration was moved, what is due by then is due at once. */
  whenMoved: (act: () => void) => void;
  stopClock: () => void;
}> {
  const nothing = () => undefined;
  if (config.PREAU_MODE === 'production') {
    return { clock: systemClock, whenMoved: nothing, stopClock: nothing };
  }
  const { createSharedClock } = await import('./platform/development/shared-clock.ts');
  const clock = createSharedClock(database.pool, instance.clockOffsetMs);
  return { clock, whenMoved: (act) => clock.whenMoved(act), stopClock: () => clock.stop() };
}
