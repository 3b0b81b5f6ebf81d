import type { FastifyInstance, RouteOptions } from 'fastify';
import type { AccessPolicy } from '../auth/actor.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call. Required on every route. */
    access?: AccessPolicy;
    /** Name of the audit event a write records, or why it records none. Required on writes. */
    audit?: string | { readonly none: string };
  }
}

const readMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Deny by default: a route without a declared access policy or, for writes, without an audit
 * event stops the server from starting. Routes are judged once all plugins have had their say.
 */
export function refuseUndeclaredRoutes(app: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  app.addHook('onReady', async () => {
    const faults = routes.flatMap((route) => {
      const fault = undeclared(route);
      return fault ? [`${String(route.method)} ${route.url} ${fault}`] : [];
    });
    if (faults.length > 0) throw new Error(`Routes refused: ${faults.join('; ')}`);
  });
}

function undeclared(route: RouteOptions): string | undefined {
  if (!route.config?.access) return 'declares no access policy';
  const writes = [route.method].flat().some((method) => !readMethods.has(method));
  if (writes && route.config.audit === undefined) return 'writes and declares no audit event';
  return undefined;
}
