import fastifyMultipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { guardian } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import { idempotencyHeaders, keyedRequest, lostTheRace } from '../../platform/idempotency.ts';
import type { Services } from '../../platform/services.ts';
import { childProblem, filesProblem, sendProblem } from './documents.errors.ts';
import { askUsage } from './documents.queries.ts';
import { ownDocumentSchema, sendDocumentSchema } from './documents.schemas.ts';
import { inspectFiles } from './inspect-files.ts';
import { readUpload } from './upload-form.ts';
import { sendDocument } from './use-cases/send-document.ts';

const schema = {
  operationId: 'sendDocument',
  tags: ['family'],
  summary: 'Send a document with its files, for the office to decide',
  description: 'Images are drawn again before they are kept, without anything that came with them.',
  consumes: ['multipart/form-data'],
  headers: idempotencyHeaders,
  body: sendDocumentSchema,
  response: {
    201: ownDocumentSchema,
    ...problems(400, 401, 403, 404, 409, 413, 415, 422, 503),
  },
};

/**
 * The one route that takes something else than JSON: a form with files. The session is checked, and
 * the household's room, before a byte of it is read.
 */
export function sendDocumentRoute(app: FastifyInstance, services: Services): void {
  const { tenant, clock, uploads, files: store } = services;
  const { quotaBytes } = uploads;
  const admit = async (request: FastifyRequest) => {
    const [{ usedBytes }] = await tenant.readFamily(request, (ask, claims) => [
      askUsage(ask, claims.organisationId, claims.householdId),
    ]);
    if (usedBytes >= quotaBytes)
      throw sendProblem({ code: 'quota-exceeded', usedBytes, quotaBytes });
  };
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    await scope.register(fastifyMultipart);
    scope.withTypeProvider<ZodTypeProvider>().post(
      '/documents',
      {
        config: { access: guardian, audit: 'document.sent' },
        preValidation: [admit, readUpload(uploads.fileBytes)],
        schema,
      },
      async (request, reply) => {
        const { kind, childId = null, note = '', files } = request.body;
        const { clean, refused, hashes } = await inspectFiles(files, uploads);
        if (refused.length > 0) throw filesProblem(refused);
        const named = files.map(({ name }, index) => [name, hashes[index]]);
        const attempt = () =>
          tenant.commandFamily(request, async (tx, { claims, audit, nothingDone }) => {
            const result = await sendDocument(tx, {
              claims,
              request: keyedRequest(claims, request.headers['idempotency-key'], {
                kind,
                childId,
                note,
                files: named,
              }),
              kind,
              childId,
              note,
              files: clean,
              store,
              quotaBytes,
              now: clock.now(),
              audit,
            });
            if (result.kind === 'refused') throw sendProblem(result.refusal);
            if (result.kind === 'sent') return result.document;
            nothingDone();
            return ownDocumentSchema.parse(result.answer);
          });
        const document = await attempt().catch((error: unknown) => {
          if (lostTheRace(error)) return attempt();
          throw childProblem(error);
        });
        return reply.status(201).send(document);
      },
    );
  });
}
