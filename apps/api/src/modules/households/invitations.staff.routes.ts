import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import { newId } from '../../platform/ids.ts';
import type { Services } from '../../platform/services.ts';
import { invitationProblem } from './households.errors.ts';
import { invitationsSchema, invitedSchema } from './households.staff.schemas.ts';
import { inviteGuardian } from './use-cases/invite-guardian.ts';
import {
  type Invitation,
  inviteGuardians,
  inviteNeverInvited,
} from './use-cases/invite-guardians.ts';

const access = staff('administrator', 'office');

/** Inviting guardians: one, those chosen, all who never were. */
export function invitationRoutes(app: FastifyInstance, services: Services): void {
  oneRoute(app, services);
  manyRoute(app, services);
}

function oneRoute(app: FastifyInstance, { tenant, clock, sealer }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
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

function manyRoute(app: FastifyInstance, { tenant, clock, sealer }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/invitations',
    {
      config: { access, audit: 'guardians.invited' },
      schema: {
        operationId: 'inviteGuardians',
        tags: ['staff'],
        summary: 'Invite the guardians named, or those never invited whose file is complete',
        body: invitationsSchema,
        response: { 200: invitedSchema, ...problems(401, 403, 404, 422, 503) },
      },
    },
    (request) =>
      tenant.commandStaff(request, async (tx, { audit }) => {
        const { guardianIds } = request.body;
        const now = clock.now();
        const { invitations, remaining } =
          guardianIds === undefined
            ? await inviteNeverInvited(tx, sealer, now)
            : { invitations: await inviteGuardians(tx, guardianIds, sealer, now), remaining: 0 };
        if (invitations === null) throw notFound();
        const invited = withResult(invitations, 'invited');
        const linked = withResult(invitations, 'linked');
        audit(tx, {
          objectKind: 'invitations',
          objectId: newId(),
          detail: { invited, linked, refused: withResult(invitations, 'refused') },
        });
        return {
          invited: invited.length,
          linked: linked.length,
          refused: invitations.flatMap((one) =>
            one.result === 'refused' && one.code !== 'guardian-unknown'
              ? [{ guardianId: one.guardianId, code: one.code }]
              : [],
          ),
          remaining,
        };
      }),
  );
}

const withResult = (invitations: readonly Invitation[], wanted: Invitation['result']) =>
  invitations.filter(({ result }) => result === wanted).map(({ guardianId }) => guardianId);
