import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { anonymous } from '../auth/actor.ts';

/** OpenAPI 3.1 made from the route schemas; must be registered before the routes. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Préau',
        version: '1',
        description:
          'API of the family pages (/api/family) and of the staff pages (/api/staff). Errors are RFC 9457 problem documents.',
        license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
      },
      tags: [
        { name: 'family', description: 'Parents' },
        { name: 'staff', description: 'Staff of the organisation' },
        { name: 'health', description: 'Is the server up' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: (input) => withoutUnused(jsonSchemaTransformObject(input)),
  });
}

/** Every named schema is described twice, as sent and as received: only what a route names stays. */
function withoutUnused<D extends ReturnType<typeof jsonSchemaTransformObject>>(document: D): D {
  const schemas = ('components' in document && document.components?.schemas) || {};
  for (;;) {
    const text = JSON.stringify(document);
    const unused = Object.keys(schemas).filter(
      (name) => !text.includes(`"#/components/schemas/${name}"`),
    );
    if (unused.length === 0) return document;
    for (const name of unused) delete schemas[name];
  }
}

/** The browsable page at /api/docs. */
export async function serveApiPages(app: FastifyInstance): Promise<void> {
  await app.register(async (pages) => {
    // The page's own routes are declared by its plugin: public, and they only read.
    pages.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: anonymous };
    });
    await pages.register(fastifySwaggerUi, { routePrefix: '/api/docs' });
  });
}
