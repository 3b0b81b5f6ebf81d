import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import plugin from 'fastify-plugin';
import { Problem } from './problem.ts';

const readMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
/** A neighbouring subdomain is not ours either: towns share their domain with other services. */
const foreignSites: ReadonlySet<unknown> = new Set(['cross-site', 'same-site']);

/**
 * Headers of every answer and the cross-site check: a write that a browser sends from another
 * origin is refused, and only JSON is read.
 * @param options.publicUrl the installation's own address.
 */
export const securityHeaders = plugin<{ publicUrl: string }>(
  async (app: FastifyInstance, { publicUrl }) => {
    const { origin, protocol } = new URL(publicUrl);
    const secure = protocol === 'https:';
    await app.register(fastifyHelmet, {
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          // The organisation's colour is set on the root element by script, not by inline markup.
          styleSrc: ["'self'"],
          scriptSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          upgradeInsecureRequests: secure ? [] : null,
        },
      },
      strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginEmbedderPolicy: false,
    });
    app.removeContentTypeParser('text/plain');
    app.addHook('onRequest', async (request, reply) => {
      if (request.raw.url?.startsWith('/api/')) reply.header('cache-control', 'no-store');
      if (readMethods.has(request.method)) return;
      const from = request.headers.origin;
      if (from !== undefined && from !== origin) {
        throw new Problem(403, 'cross-origin', 'Requests from another site are refused');
      }
      if (foreignSites.has(request.headers['sec-fetch-site'])) {
        throw new Problem(403, 'cross-origin', 'Requests from another site are refused');
      }
    });
  },
);
