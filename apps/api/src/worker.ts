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
    const { clock, stopClock } = await openClock(config, ready);
    const sealer = createSealer(Buffer.from(config.PREAU_ENCRYPTION_KEY, 'base64'));
    const services = { database, clock, sealer, mail, publicUrl: config.PUBLIC_URL };
    const stop = await runWorker(
      jobsUrl,
      { handlers, purges, sweeps },
      services,
      createWorkerLog(config.LOG_LEVEL),
    );
    return async () => {
      await stop();
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
): Promise<{ clock: Clock; stopClock: () => void }> {
  if (config.PREAU_MODE === 'production') return { clock: systemClock, stopClock: () => undefined };
  const { createSharedClock } = await import('./platform/development/shared-clock.ts');
  const clock = createSharedClock(database.pool, instance.clockOffsetMs);
  return { clock, stopClock: () => clock.stop() };
}
