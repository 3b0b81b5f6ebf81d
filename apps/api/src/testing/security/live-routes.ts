import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { z } from 'zod';
import type { AccessPolicy } from '../../platform/auth/actor.ts';

/** A route as the running server knows it, whoever mounted it. */
export type LiveRoute = {
  /** `METHOD /path/:id`. */
  readonly key: string;
  readonly method: string;
  readonly url: string;
  readonly access: AccessPolicy | undefined;
  readonly audit: string | { readonly none: string } | undefined;
  readonly schema: RouteOptions['schema'];
};

const creationChannel = 'fastify.initialization';
const creation = z.object({ fastify: z.custom<FastifyInstance>(isInstance) });

/**
 * Runs `create` and listens to every route of the servers it makes, those of plugins and of the
 * framework included: nothing is read from a list somebody keeps by hand.
 * @returns what was created, and its routes in the order of their declaration.
 */
export async function withLiveRoutes<T>(
  create: () => Promise<T>,
): Promise<{ created: T; routes: readonly LiveRoute[] }> {
  const declared: (() => LiveRoute[])[] = [];
  const listen = (message: unknown) => {
    creation.parse(message).fastify.addHook('onRoute', (route) => {
      // The address is read now, as plugins declare several routes with one object; the policy
      // later, as hooks of inner scopes add to it.
      const { url, method } = route;
      declared.push(() => [method].flat().map((one) => toLiveRoute(one, url, route)));
    });
  };
  subscribe(creationChannel, listen);
  try {
    const created = await create();
    return { created, routes: declared.flatMap((read) => read()) };
  } finally {
    unsubscribe(creationChannel, listen);
  }
}

function toLiveRoute(method: string, url: string, { config, schema }: RouteOptions): LiveRoute {
  return {
    key: `${method} ${url}`,
    method,
    url,
    access: config?.access,
    audit: config?.audit,
    schema,
  };
}

function isInstance(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'addHook' in value;
}
