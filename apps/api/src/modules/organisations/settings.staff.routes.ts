import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { staff } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { organisationProblem } from './organisations.errors.ts';
import { getOrganisation, viewSettings } from './organisations.queries.ts';
import { changeSettingsSchema, settingsSchema } from './settings.schemas.ts';
import { changeSettings } from './use-cases/change-settings.ts';

const access = staff('administrator');

/** « Réglages »: what the organisation sets for itself. */
export function settingsStaffRoutes(app: FastifyInstance, { tenant }: Services): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.get(
    '/settings',
    {
      config: { access },
      schema: {
        operationId: 'getSettings',
        tags: ['staff'],
        summary: 'Name, contact, colour, features and words of the portal',
        response: { 200: settingsSchema, ...problems(401, 403) },
      },
    },
    async (request) => {
      const [organisation] = await tenant.readStaff(request, (ask, claims) => [
        getOrganisation(ask, claims.organisationId),
      ]);
      return viewSettings(organisation);
    },
  );
  routes.put(
    '/settings',
    {
      config: { access, audit: 'organisation.settingsChanged' },
      schema: {
        operationId: 'changeSettings',
        tags: ['staff'],
        summary: 'Change the settings, from the revision that was read',
        body: changeSettingsSchema,
        response: { 200: settingsSchema, ...problems(401, 403, 409, 422) },
      },
    },
    async (request) =>
      tenant.commandStaff(request, async (tx, { audit }) => {
        const { revision, ...wanted } = request.body;
        const result = await changeSettings(tx, revision, wanted);
        if ('refusal' in result) throw organisationProblem[result.refusal]();
        const { changed } = result;
        const detail = { revision: result.revision, changed };
        audit(tx, { objectKind: 'organisation', objectId: tx.organisationId, detail });
        return { ...wanted, revision: result.revision };
      }),
  );
}
