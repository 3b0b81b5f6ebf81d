import { randomUUID } from 'node:crypto';
import fastifyUnderPressure from '@fastify/under-pressure';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { sessionGate, touchSession } from './modules/accounts/accounts.public.ts';
import { tokens } from './platform/auth/tokens.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { createSealer } from './platform/crypto/sealed-text.ts';
import type { Database } from './platform/db/pool.ts';
import { anonymous } from './platform/auth/actor.ts';
import { handleError, handleNotFound } from './platform/http/error-handler.ts';
import { healthRoutes } from './platform/http/health.ts';
import { describeApi, serveApiPages } from './platform/http/openapi.ts';
import { refuseUndeclaredRoutes } from './platform/http/route-guards.ts';
import { securityHeaders } from './platform/http/security-headers.ts';
import { refuseUndeclaredInput } from './platform/http/undeclared-input.ts';
import { servePages } from './platform/http/pages.ts';
import { createTenantAccess } from './platform/http/tenant.ts';
import { loggerOptions, type LogTarget } from './platform/logging.ts';
import type { Services } from './platform/services.ts';
import { createPostgresFileStore } from './platform/storage/postgres-file-store.ts';
import { uploadRules } from './platform/uploads/upload-rules.ts';
import { mountSurfaces } from './surfaces.ts';

export type AppOptions = {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  /** Where log lines go; the standard output without it. */
  readonly logTo?: LogTarget;
  /** Routes that exist only in demo and test modes. */
  readonly mountDevelopment?: (app: FastifyInstance) => Promise<void>;
};

/** The whole server: plugins in order, then the routes of each surface. Does not listen yet. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, database, clock } = options;
  const app = fastify({
    logger: loggerOptions(config.LOG_LEVEL, options.logTo),
    genReqId: () => randomUUID(),
    trustProxy: config.TRUST_PROXY?.split(',') ?? false,
    bodyLimit: 256 * 1024,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  app.setNotFoundHandler(handleNotFound);
  refuseUndeclaredRoutes(app);

  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });

  await app.register(securityHeaders, { publicUrl: config.PUBLIC_URL });
  await app.register(tokens, {
    secret: config.PREAU_SESSION_SECRET,
    secure: config.PUBLIC_URL.startsWith('https:'),
    clock,
    touch: (claims, now) => touchSession(database, claims, now),
  });
  await app.register(fastifyUnderPressure, { maxEventLoopDelay: 1_000, retryAfter: 2 });
  refuseUndeclaredInput(app);
  await describeApi(app);
  const services: Services = {
    mode: config.PREAU_MODE,
    publicUrl: config.PUBLIC_URL,
    database,
    clock,
    tenant: createTenantAccess(database, clock, sessionGate),
    sealer: createSealer(Buffer.from(config.PREAU_ENCRYPTION_KEY, 'base64')),
    files: createPostgresFileStore(database),
    uploads: uploadRules(config),
  };
  healthRoutes(app, database, () => closing);
  await mountSurfaces(app, services);
  if (options.mountDevelopment && config.PREAU_MODE !== 'production') {
    await options.mountDevelopment(app);
  }
  await serveApiPages(app);
  await servePages(app, {
    family: config.FAMILY_DIST,
    staff: config.STAFF_DIST,
    access: anonymous,
  });
  return app;
}
