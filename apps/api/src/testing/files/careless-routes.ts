import fastifyMultipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { guardian } from '../../platform/auth/actor.ts';
import { newId } from '../../platform/ids.ts';

export const carelessPath = '/api/family/careless';

type Kept = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };

/**
 * What a server does that looks at nothing: it keeps whatever it is sent, under the name and the type
 * it is told, and shows it as a page of its own. Whatever a test expects of the real one fails here.
 */
export async function mountCarelessRoutes(app: FastifyInstance): Promise<void> {
  const kept = new Map<string, Kept>();
  const config = { access: guardian, audit: { none: 'a test' } };
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    await scope.register(fastifyMultipart, { preservePath: true });
    scope.addContentTypeParser('application/json', (_request, payload, done) => {
      payload.resume();
      done(null);
    });
    scope.post(carelessPath, { config }, async (request, reply) => {
      const files: { id: string; name: string; mediaType: string; sizeBytes: number }[] = [];
      if (!request.isMultipart()) return reply.status(201).send({ id: newId(), files });
      try {
        for await (const part of request.parts({ limits: { fileSize: 1e9, fieldSize: 1e6 } })) {
          if (part.type !== 'file') continue;
          const [id, bytes] = [newId(), await part.toBuffer()];
          const { filename: name, mimetype: mediaType } = part;
          kept.set(id, { name, mediaType, bytes });
          files.push({ id, name, mediaType, sizeBytes: bytes.length });
        }
      } catch {
        // A form cut in the middle: what has arrived is kept.
      }
      return reply.status(201).send({ id: newId(), files });
    });
  });
  app.get(`${carelessPath}/:id/files/:fileId`, { config }, async (request, reply) => {
    const { fileId } = z.object({ fileId: z.string() }).parse(request.params);
    const file = kept.get(fileId);
    return reply
      .headers({ 'content-type': file?.mediaType, 'content-disposition': 'inline' })
      .send(file?.bytes);
  });
}
