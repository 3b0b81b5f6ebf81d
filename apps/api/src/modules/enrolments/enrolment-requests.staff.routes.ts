import { localDayOf, toIso } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { organisationOf } from '../../platform/http/tenant.ts';
import { idSchema } from '../../platform/http/wire.ts';
import {
  findKept,
  idempotencyHeaders,
  keepAnswer,
  keyedRequest,
  lostTheRace,
} from '../../platform/idempotency.ts';
import type { Services } from '../../platform/services.ts';
import { decisionFinal } from '../decisions/decisions.public.ts';
import { getOrganisation } from '../organisations/organisations.public.ts';
import { askAllVersions, compiledRules } from '../reglements/reglements.public.ts';
import { askEnrolmentRequests, countEnrolmentRequests } from './enrolment-requests.queries.ts';
import {
  answeredEnrolmentsSchema,
  answerEnrolmentsSchema,
  enrolmentRequestsQuerySchema,
  enrolmentRequestsSchema,
  takenBackEnrolmentsSchema,
} from './enrolment-requests.schemas.ts';
import { askAgeGroups, askWelcomes } from './enrolments.queries.ts';
import { requestToWire } from './requests-to-wire.ts';
import { answerEnrolments } from './use-cases/answer-enrolments.ts';
import { takeBackEnrolmentAnswers } from './use-cases/take-back-enrolment-answers.ts';

const tags = ['staff'];
const perPage = 50;
const access = staff('administrator', 'office');

/** « Demandes », enrolments: what parents ask for, for the office to answer. */
export function enrolmentRequestsRoutes(app: FastifyInstance, services: Services): void {
  listRoute(app, services);
  answerRoute(app, services);
  takeBackRoute(app, services);
}

function listRoute(app: FastifyInstance, { tenant, clock, database }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/enrolment-requests',
    {
      config: { access },
      schema: {
        operationId: 'listEnrolmentRequests',
        tags,
        summary: 'Enrolments parents ask for: those that wait, or those answered',
        querystring: enrolmentRequestsQuerySchema,
        response: { 200: enrolmentRequestsSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const { state, after = null } = request.query;
      const now = clock.now();
      const [rows, counts, organisation, welcomes, groups, versions] = await tenant.readStaff(
        request,
        (ask, { organisationId }) => [
          askEnrolmentRequests(ask, organisationId, { state, after, limit: perPage + 1 }),
          countEnrolmentRequests(ask, organisationId, now),
          getOrganisation(ask, organisationId),
          askWelcomes(ask, organisationId, null),
          askAgeGroups(ask, organisationId),
          askAllVersions(ask, organisationId),
        ],
      );
      await compiledRules(database, organisationOf(request), versions);
      const today = localDayOf(now, organisation.settings.timeZone);
      const context = { welcomes, groups, versions, today, now };
      const items = rows.slice(0, perPage).map((row) => requestToWire(row, context));
      const { pending, overdue } = counts;
      return {
        items,
        next: rows.length > perPage ? (items.at(-1)?.id ?? null) : null,
        counts: { pending, overdue },
      };
    },
  );
}

function answerRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/enrolment-requests/decisions',
    {
      config: { access, audit: 'enrolments.answered' },
      schema: {
        operationId: 'answerEnrolmentRequests',
        tags,
        summary: 'Answer requests for enrolments; the families are told once it is final',
        headers: idempotencyHeaders,
        body: answerEnrolmentsSchema,
        response: { 200: answeredEnrolmentsSchema, ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request) => {
      const attempt = () =>
        tenant.commandStaff(request, async (tx, { claims, audit, nothingDone }) => {
          const key = request.headers['idempotency-key'];
          const keyed = keyedRequest(claims, key, request.body);
          const kept = await findKept(tx.ask, keyed);
          if (kept !== null) {
            nothingDone();
            return answeredEnrolmentsSchema.parse(kept);
          }
          const now = clock.now();
          const command = { ...request.body, by: claims.accountId, now };
          const outcome = await answerEnrolments(tx, command);
          if (!outcome) throw notFound();
          const { decisionId, finalAt } = outcome;
          const results = [...outcome.results];
          if (decisionId === null) nothingDone();
          else {
            const answered = results.map(({ enrolmentId, result }) => ({ enrolmentId, result }));
            audit(tx, { objectKind: 'decision', objectId: decisionId, detail: { answered } });
          }
          const answer = { decisionId, finalAt: finalAt && toIso(finalAt), results };
          keepAnswer(tx, keyed, answer, now);
          return answer;
        });
      return attempt().catch((error: unknown) => {
        if (lostTheRace(error)) return attempt();
        throw error;
      });
    },
  );
}

function takeBackRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/enrolment-requests/decisions/:id/undo',
    {
      config: { access, audit: 'enrolments.answer-taken-back' },
      schema: {
        operationId: 'takeBackEnrolmentAnswers',
        tags,
        summary: 'Take back an answer of one’s own before it is final; its requests wait again',
        params: z.strictObject({ id: idSchema }),
        response: { 200: takenBackEnrolmentsSchema, ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request) =>
      tenant.commandStaff(request, async (tx, { claims, audit }) => {
        const { id } = request.params;
        const by = claims.accountId;
        const outcome = await takeBackEnrolmentAnswers(tx, { id, by, now: clock.now() });
        if (outcome.kind === 'notFound') throw notFound();
        if (outcome.kind === 'final') throw decisionFinal();
        const results = [...outcome.results];
        const detail = {
          results: results.map(({ enrolmentId, result }) => ({ enrolmentId, result })),
        };
        audit(tx, { objectKind: 'decision', objectId: id, detail });
        return { results };
      }),
  );
}
