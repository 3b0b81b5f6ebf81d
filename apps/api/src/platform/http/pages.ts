import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { AccessPolicy } from '../auth/actor.ts';

export type PagesOptions = {
  readonly family: string | undefined;
  readonly staff: string | undefined;
  readonly access: AccessPolicy;
};

const surfaces = [
  { name: 'family', address: '/o/*' },
  { name: 'staff', address: '/staff/*' },
] as const;

/** Serves the built pages: hashed assets for ever, the entry page never cached. */
export async function servePages(app: FastifyInstance, options: PagesOptions): Promise<void> {
  for (const { name, address } of surfaces) {
    const folder = options[name];
    if (!folder || !existsSync(path.join(folder, 'index.html'))) continue;
    const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
    await app.register(async (assets) => {
      assets.addHook('onRoute', (route) => {
        route.config = { ...route.config, access: options.access };
        route.schema = { ...route.schema, hide: true };
      });
      await assets.register(fastifyStatic, {
        root: path.resolve(folder, 'assets'),
        prefix: `/assets/${name}/assets/`,
        decorateReply: false,
        immutable: true,
        maxAge: '1y',
        index: false,
      });
    });
    app.get(
      address,
      { config: { access: options.access }, schema: { hide: true } },
      async (_request, reply) =>
        reply
          .header('content-type', 'text/html; charset=utf-8')
          .header('cache-control', 'no-cache')
          .send(page),
    );
  }
  app.get(
    '/',
    { config: { access: options.access }, schema: { hide: true } },
    async (_request, reply) => reply.redirect('/api/docs'),
  );
}
