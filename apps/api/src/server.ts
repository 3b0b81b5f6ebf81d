import type { FastifyInstance } from 'fastify';
import { createApp } from './app.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, readConfig } from './platform/config.ts';
import {
  openReadyDatabase,
  type ReadyDatabase,
  refuseWeakSecrets,
  runProcess,
  StartError,
} from './platform/startup.ts';

await runProcess(async () => {
  const config = readConfig();
  refuseWeakSecrets(config);
  const ready = await openReadyDatabase(config);
  try {
    const { app, stopClock } = await buildApp(config, ready);
    await listen(app, config);
    return async () => {
      // Requests under way end, new ones are refused, then the connections close.
      await app.close();
      stopClock();
      await ready.database.close();
    };
  } catch (error) {
    await ready.database.close();
    throw error;
  }
});

async function buildApp(
  config: Config,
  { database, instance }: ReadyDatabase,
): Promise<{ app: FastifyInstance; stopClock: () => void }> {
  if (config.PREAU_MODE === 'production') {
    const app = await createApp({ config, database, clock: systemClock });
    return { app, stopClock: () => undefined };
  }
  // Loaded here and nowhere else: production never reads these files.
  const { createSharedClock } = await import('./platform/development/shared-clock.ts');
  const { mountDevelopment } = await import('./platform/development/mount-development.ts');
  const clock = createSharedClock(database.pool, instance.clockOffsetMs);
  const app = await createApp({
    config,
    database,
    clock,
    mountDevelopment: (app) => mountDevelopment(app, { clock, mailPort: config.DEV_MAIL_PORT }),
  });
  return { app, stopClock: () => clock.stop() };
}

async function listen(app: FastifyInstance, { HOST: host, PORT: port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new StartError(`Port ${port} of ${host} is already taken`);
    if (code === 'EACCES') throw new StartError(`Port ${port} of ${host} is not ours to open`);
    throw error;
  }
}
