import { type Instant, toIso } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { invitationProblem } from './households.errors.ts';
import { askGuardians } from './households.queries.ts';
import { guardiansQuerySchema, guardiansSchema } from './households.schemas.ts';
import { inviteGuardian } from './use-cases/invite-guardian.ts';

const guardiansPerPage = 50;
const access = staff('administrator', 'office');

/** Guardians and their invitations, for the office. */
export function householdsStaffRoutes(app: FastifyInstance, services: Services): void {
  const { tenant, clock, sealer } = services;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.get(
    '/guardians',
    {
      config: { access },
      schema: {
        operationId: 'listGuardians',
        tags: ['staff'],
        summary: 'Guardians by name, with the state of their access',
        querystring: guardiansQuerySchema,
        response: { 200: guardiansSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const [rows] = await tenant.readStaff(request, (ask, claims) => [
        askGuardians(ask, claims.organisationId, request.query.after ?? null, guardiansPerPage + 1),
      ]);
      const items = rows.slice(0, guardiansPerPage).map((row) => ({
        ...row,
        invitedAt: row.invitedAt === null ? null : toIso(row.invitedAt as Instant),
      }));
      const last = items.at(-1);
      return { items, next: rows.length > guardiansPerPage && last ? last.guardianId : null };
    },
  );
  routes.post(
    '/guardians/:id/invitation',
    {
      config: { access, audit: 'guardian.invited' },
      schema: {
        operationId: 'inviteGuardian',
        tags: ['staff'],
        summary: 'Send an invitation; the one sent before stops working',
        params: z.strictObject({ id: idSchema }),
        response: { 202: z.null(), ...problems(401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) => {
      await tenant.commandStaff(request, async (tx, { audit }) => {
        const { id } = request.params;
        const result = await inviteGuardian(tx, id, sealer, clock.now());
        if ('refusal' in result) throw invitationProblem[result.refusal]();
        audit(tx, {
          objectKind: 'guardian',
          objectId: id,
          detail: { accountId: result.accountId },
        });
      });
      return reply.status(202).send(null);
    },
  );
}
