import { type Day } from '@preau/domain/time/day';
import { type Instant, localDayOf, toIso } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import {
  findKept,
  idempotencyHeaders,
  keepAnswer,
  keyedRequest,
  lostTheRace,
} from '../../platform/idempotency.ts';
import type { Services } from '../../platform/services.ts';
import { getOrganisation } from '../organisations/organisations.public.ts';
import { askPageChildren, askPageGuardians, findHouseholdPage } from './household-page.queries.ts';
import { householdProblem } from './households.errors.ts';
import {
  changeHouseholdSchema,
  fileSchema,
  householdPageSchema,
  registeredSchema,
  registerHouseholdSchema,
} from './households.staff.schemas.ts';
import { changeHousehold } from './use-cases/change-household.ts';
import { completeFile } from './use-cases/complete-file.ts';
import { registerHousehold } from './use-cases/register-household.ts';

const access = staff('administrator', 'office');
const params = z.strictObject({ id: idSchema });

/** One household: read, registered, changed, its file ticked. */
export function householdPageRoutes(app: FastifyInstance, services: Services): void {
  readRoute(app, services);
  registerRoute(app, services);
  changeRoute(app, services);
  fileRoute(app, services);
}

function readRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/households/:id',
    {
      config: { access },
      schema: {
        operationId: 'getHousehold',
        tags: ['staff'],
        summary: 'A household, its people, their access and its file',
        params,
        response: { 200: householdPageSchema, ...problems(401, 403, 404, 422) },
      },
    },
    async (request) => {
      const { id } = request.params;
      const [page, guardians, children] = await tenant.readStaff(
        request,
        (ask, { organisationId }) => [
          findHouseholdPage(ask, organisationId, id),
          askPageGuardians(ask, organisationId, id, clock.now()),
          askPageChildren(ask, organisationId, id),
        ],
      );
      if (!page) throw notFound();
      const { fileCompletedAt, fileCompletedBy, quotients, ...rest } = page;
      return {
        ...rest,
        file:
          fileCompletedAt === null
            ? null
            : { completedAt: toIso(fileCompletedAt), completedBy: fileCompletedBy },
        quotients: [...quotients],
        guardians: guardians.map(({ invitedAt, linkExpiresAt, ...guardian }) => ({
          ...guardian,
          invitedAt: isoOrNull(invitedAt),
          linkExpiresAt: isoOrNull(linkExpiresAt),
        })),
        children: children.map((child) => ({
          ...child,
          otherHouseholds: [...child.otherHouseholds],
        })),
      };
    },
  );
}

function registerRoute(app: FastifyInstance, { tenant, clock, sealer }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/households',
    {
      config: { access, audit: 'household.registered' },
      schema: {
        operationId: 'registerHousehold',
        tags: ['staff'],
        summary: 'Write a family in; whoever is already known is told',
        headers: idempotencyHeaders,
        body: registerHouseholdSchema,
        response: { 200: registeredSchema, ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request) => {
      const attempt = () =>
        tenant.commandStaff(request, async (tx, { claims, audit, nothingDone }) => {
          const key = keyedRequest(claims, request.headers['idempotency-key'], request.body);
          const kept = await findKept(tx.ask, key);
          if (kept !== null) {
            nothingDone();
            return registeredSchema.parse(kept);
          }
          const now = clock.now();
          const today = await todayOf(tx.ask, tx.organisationId, now);
          const by = claims.accountId;
          const result = await registerHousehold(tx, request.body, { sealer, now, today, by });
          if ('refusal' in result) throw householdProblem(result.refusal);
          const { guardians, children, sharedChildIds = [], file } = request.body;
          audit(tx, {
            objectKind: 'household',
            objectId: result.id,
            detail: {
              guardians: guardians.length,
              children: children.length,
              sharedChildIds,
              homonyms: children.filter(({ homonym }) => homonym).length,
              file,
            },
          });
          keepAnswer(tx, key, result, now);
          return result;
        });
      try {
        return await attempt();
      } catch (error) {
        if (lostTheRace(error)) return attempt();
        throw error;
      }
    },
  );
}

function changeRoute(app: FastifyInstance, { tenant, clock, sealer }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().put(
    '/households/:id',
    {
      config: { access, audit: 'household.changed' },
      schema: {
        operationId: 'changeHousehold',
        tags: ['staff'],
        summary: 'Change a household and its people; who is not named stays as they are',
        params,
        body: changeHouseholdSchema,
        response: { 204: z.null(), ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await tenant.commandStaff(request, async (tx, { audit }) => {
        const now = clock.now();
        const today = await todayOf(tx.ask, tx.organisationId, now);
        const result = await changeHousehold(tx, id, request.body, { sealer, now, today });
        if ('refusal' in result) throw householdProblem(result.refusal);
        const { revision, quotient } = request.body;
        audit(tx, {
          objectKind: 'household',
          objectId: id,
          detail: { ...result, revision, quotientFrom: quotient?.validFrom ?? null },
        });
      });
      return reply.status(204).send(null);
    },
  );
}

function fileRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/households/:id/file-completed',
    {
      config: { access, audit: 'household.fileTicked' },
      schema: {
        operationId: 'tickHouseholdFile',
        tags: ['staff'],
        summary: 'Say that the file of a household is complete, or that something is missing',
        params,
        body: fileSchema,
        response: { 204: z.null(), ...problems(401, 403, 404, 422, 503) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { file } = request.body;
      await tenant.commandStaff(request, async (tx, { claims, audit }) => {
        const done = await completeFile(tx, id, file, { at: clock.now(), by: claims.accountId });
        if (!done) throw notFound();
        audit(tx, { objectKind: 'household', objectId: id, detail: { file } });
      });
      return reply.status(204).send(null);
    },
  );
}

async function todayOf(ask: Ask, organisationId: string, now: Instant): Promise<Day> {
  const { settings } = await getOrganisation(ask, organisationId);
  return localDayOf(now, settings.timeZone);
}

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at));
