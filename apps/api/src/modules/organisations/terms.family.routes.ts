import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { guardian } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { acceptTermsSchema } from './legal-pages.schemas.ts';
import { organisationProblem } from './organisations.errors.ts';
import { acceptTerms } from './use-cases/accept-terms.ts';

/** The terms of use, accepted at the first sign-in and again with each version. */
export function termsFamilyRoutes(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/terms/accept',
    {
      config: { access: guardian, audit: 'account.termsAccepted' },
      schema: {
        operationId: 'acceptTerms',
        tags: ['family'],
        summary: 'Accept the terms of use in force; repeating it changes nothing',
        body: acceptTermsSchema,
        response: { 204: z.null(), ...problems(401, 403, 409, 422) },
      },
    },
    async (request, reply) => {
      await tenant.commandFamily(request, async (tx, { claims, audit, nothingDone }) => {
        const { version } = request.body;
        const { accountId } = claims;
        const result = await acceptTerms(tx, accountId, version, clock.now());
        if ('refusal' in result) throw organisationProblem[result.refusal]();
        if (result.already) return nothingDone();
        audit(tx, { objectKind: 'account', objectId: accountId, detail: { version } });
      });
      return reply.status(204).send(null);
    },
  );
}
