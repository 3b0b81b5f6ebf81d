import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { allergiesReadSchema, allergiesWrittenSchema } from './households.staff.schemas.ts';
import { changeAllergies } from './use-cases/change-allergies.ts';
import { readAllergies } from './use-cases/read-allergies.ts';

const access = staff('administrator', 'office');
const params = z.strictObject({ id: idSchema });

/** The health note of a child. Reading it is recorded: it is a command. */
export function childrenStaffRoutes(app: FastifyInstance, services: Services): void {
  const { tenant, clock, sealer } = services;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.post(
    '/children/:id/allergies-reading',
    {
      config: { access, audit: 'child.allergiesRead' },
      schema: {
        operationId: 'readAllergies',
        tags: ['staff'],
        summary: 'Read the allergies of a child; that they were read is recorded',
        params,
        response: { 200: allergiesReadSchema, ...problems(401, 403, 404, 422) },
      },
    },
    (request) =>
      tenant.commandStaff(request, async (tx, { audit }) => {
        const { id } = request.params;
        const allergies = await readAllergies(tx, id, sealer);
        if (allergies === undefined) throw notFound();
        audit(tx, { objectKind: 'child', objectId: id });
        return { allergies };
      }),
  );
  routes.put(
    '/children/:id/allergies',
    {
      config: { access, audit: 'child.allergiesChanged' },
      schema: {
        operationId: 'changeAllergies',
        tags: ['staff'],
        summary: 'Write the allergies of a child; nothing written means none known',
        params,
        body: allergiesWrittenSchema,
        response: { 204: z.null(), ...problems(401, 403, 404, 422, 503) },
      },
    },
    async (request, reply) => {
      await tenant.commandStaff(request, async (tx, { audit }) => {
        const { id } = request.params;
        const { allergies } = request.body;
        if (!(await changeAllergies(tx, id, allergies, sealer, clock.now()))) throw notFound();
        const told = allergies === '' ? 'none' : 'some';
        audit(tx, { objectKind: 'child', objectId: id, detail: { told } });
      });
      return reply.status(204).send(null);
    },
  );
}
