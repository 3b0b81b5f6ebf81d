import type { Instant } from '@preau/domain/time/instant';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { readTogether } from '../../platform/db/transaction.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { organisationOf } from '../../platform/http/tenant.ts';
import { idSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { askLatestDecisions, type DecisionRow } from '../decisions/decisions.public.ts';
import type { VersionRow } from '../reglements/reglements.public.ts';
import {
  askAnsweredRequests,
  askHouseholdRequests,
  askNamedRequest,
  askRequestCounts,
  askWaitingRequests,
  type CountsRow,
  type RequestName,
  type RequestRow,
} from './requests.queries.ts';
import {
  householdRequestsSchema,
  namedRequestSchema,
  namedRequestsSchema,
  requestCountsSchema,
  requestsQuerySchema,
  staffRequestsSchema,
} from './requests.schemas.ts';
import { requestToWire } from './requests-to-wire.ts';
import { askAllVersions, compiledRules } from './rules.ts';
import { soonDue } from './soon-due.ts';
import { askHousehold } from './staff-booking.queries.ts';

const access = staff('administrator', 'office');
const tags = ['staff'];
/** Households, or decisions: each has a request or a few. */
const perPage = 20;

type Query = z.infer<typeof requestsQuerySchema>;
type PageRead = {
  readonly rows: RequestRow[];
  readonly decisions: DecisionRow[];
  readonly versions: VersionRow[];
};

/** « Demandes »: what waits for an answer of the office, or for a payment, and what was answered. */
export function requestsStaffRoutes(app: FastifyInstance, services: Services): void {
  countsRoute(app, services);
  listRoute(app, services);
  namedRoute(app, services);
  householdRoute(app, services);
}

function countsRoute(app: FastifyInstance, services: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/requests/counts',
    {
      config: { access },
      schema: {
        operationId: 'countRequests',
        tags,
        summary: 'How many requests wait for the office, how many are late or nearly',
        response: { 200: requestCountsSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const [versions] = await services.tenant.readStaff(request, (ask, { organisationId }) => [
        askAllVersions(ask, organisationId),
      ]);
      return countsOf(services, request, versions);
    },
  );
}

function listRoute(app: FastifyInstance, services: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/requests/bookings',
    {
      config: { access },
      schema: {
        operationId: 'listRequests',
        tags,
        summary: 'Requests to book or cancel, what is due first first; or those answered',
        querystring: requestsQuerySchema,
        response: { 200: staffRequestsSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const { rows, decisions, versions } = await readPage(services, request, request.query);
      const { database, clock } = services;
      const [rulesOn, counts] = await Promise.all([
        compiledRules(database, organisationOf(request), versions),
        countsOf(services, request, versions),
      ]);
      const now = clock.now();
      const moments = { now, soon: soonDue(versions, now) };
      const last = rows.findLast(({ position }) => position <= perPage);
      const hasMore = rows.some(({ position }) => position > perPage);
      return {
        items: rows
          .filter(({ position }) => position <= perPage)
          .map((row) => {
            const decision = decisions.find(({ id }) => id === row.key);
            return requestToWire(row, rulesOn, moments, decision);
          }),
        next: hasMore && last ? last.place : null,
        counts,
      };
    },
  );
}

async function readPage(
  { tenant, clock }: Services,
  request: FastifyRequest,
  { state, after, facilityId }: Query,
): Promise<PageRead> {
  if (state !== 'answered') {
    const page = { after: after ?? null, limit: perPage + 1, facilityId: facilityId ?? null };
    const [rows, versions] = await tenant.readStaff(request, (ask, { organisationId }) => [
      askWaitingRequests(ask, organisationId, state, page, clock.now()),
      askAllVersions(ask, organisationId),
    ]);
    return { rows, decisions: [], versions };
  }
  // The cursor of what waits has a term before its id; an answer is placed by its id alone.
  const page = { after: after?.split('.').at(-1) ?? null, limit: perPage + 1 };
  const [rows, decisions, versions] = await tenant.readStaff(request, (ask, claims) => [
    askAnsweredRequests(ask, claims.organisationId, page),
    askLatestDecisions(ask, claims.organisationId, 'bookings', page),
    askAllVersions(ask, claims.organisationId),
  ]);
  return { rows, decisions, versions };
}

function namedRoute(app: FastifyInstance, { tenant, clock, database }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/requests/named',
    {
      config: { access },
      schema: {
        operationId: 'findRequest',
        tags,
        summary: 'One request that waits, wherever it stands; nothing once it does not',
        querystring: namedRequestSchema,
        response: { 200: namedRequestsSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const name = nameOf(request.query.request);
      const [rows, versions] = await tenant.readStaff(request, (ask, { organisationId }) => [
        askNamedRequest(ask, organisationId, request.query.state, name),
        askAllVersions(ask, organisationId),
      ]);
      const rulesOn = await compiledRules(database, organisationOf(request), versions);
      const now = clock.now();
      const moments = { now, soon: soonDue(versions, now) };
      return { items: rows.map((row) => requestToWire(row, rulesOn, moments)) };
    },
  );
}

/** The parts of a request's `id`, whose shape was checked. */
function nameOf(id: string): RequestName {
  const [key = '', childId = '', activityId = '', kind, due = '0'] = id.split('.');
  return {
    key,
    childId,
    activityId,
    kind: kind === 'cancellation' ? kind : 'booking',
    due: Number(due) as Instant,
  };
}

function householdRoute(app: FastifyInstance, { tenant, clock, database }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/households/:id/requests',
    {
      config: { access },
      schema: {
        operationId: 'listHouseholdRequests',
        tags,
        summary: 'What of a household waits for an answer or a payment',
        params: z.strictObject({ id: idSchema }),
        response: { 200: householdRequestsSchema, ...problems(401, 403, 404, 422) },
      },
    },
    async (request) => {
      const { id } = request.params;
      const [[household], rows, versions] = await tenant.readStaff(
        request,
        (ask, { organisationId }) => [
          askHousehold(ask, organisationId, id),
          askHouseholdRequests(ask, organisationId, id),
          askAllVersions(ask, organisationId),
        ],
      );
      if (!household) throw notFound();
      const rulesOn = await compiledRules(database, organisationOf(request), versions);
      const now = clock.now();
      const moments = { now, soon: soonDue(versions, now) };
      return { items: rows.map((row) => requestToWire(row, rulesOn, moments)) };
    },
  );
}

async function countsOf(
  { database, clock }: Services,
  request: FastifyRequest,
  versions: readonly VersionRow[],
): Promise<z.infer<typeof requestCountsSchema>> {
  const now = clock.now();
  const organisationId = organisationOf(request);
  await compiledRules(database, organisationId, versions);
  const [counts] = await readTogether(database, organisationId, (ask) => [
    askRequestCounts(ask, organisationId, now, soonDue(versions, now)),
  ]);
  return countsToWire(counts);
}

function countsToWire({ due_soon: dueSoon, ...counts }: CountsRow) {
  return { ...counts, dueSoon };
}
