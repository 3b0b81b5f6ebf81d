import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { askTogether } from '../../platform/db/together.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { organisationOf } from '../../platform/http/tenant.ts';
import { idSchema } from '../../platform/http/wire.ts';
import { idempotencyHeaders, keyedRequest, lostTheRace } from '../../platform/idempotency.ts';
import type { Services } from '../../platform/services.ts';
import { confirmProblem } from './bookings.errors.ts';
import { confirmationSchema } from './bookings.schemas.ts';
import { askQuotients } from './planning.queries.ts';
import { askAllVersions, compiledRules } from './rules.ts';
import { duplicateProblem, staffBookingProblems } from './staff-booking.errors.ts';
import { type AskedLine, askLineFacts, askLinePlaces } from './period.queries.ts';
import { askHousehold } from './staff-booking.queries.ts';
import {
  staffBookingSchema,
  staffPreviewRequestSchema,
  staffPreviewSchema,
} from './staff-booking.schemas.ts';
import { bookForHousehold } from './use-cases/book-for-household.ts';
import { previewForHousehold } from './use-cases/preview-for-household.ts';

const access = staff('administrator', 'office');
const tags = ['staff'];
const params = z.strictObject({ id: idSchema });

/** Booking and cancelling for a household, the consequence shown first. */
export function staffBookingRoutes(app: FastifyInstance, services: Services): void {
  previewRoute(app, services);
  bookRoute(app, services);
}

function previewRoute(app: FastifyInstance, { tenant, clock, database }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/households/:id/bookings/preview',
    {
      config: { access, audit: { none: 'a preview writes nothing' } },
      schema: {
        operationId: 'staffPreviewBookings',
        tags,
        summary: 'What booking or cancelling for a household would do and cost; writes nothing',
        params,
        body: staffPreviewRequestSchema,
        response: { 200: staffPreviewSchema, ...problems(401, 403, 404, 422) },
      },
    },
    async (request) => {
      const { changes } = request.body;
      refuseDuplicates(changes);
      const { id } = request.params;
      const [[household], rows, places, quotients, versions] = await tenant.readStaff(
        request,
        (ask, { organisationId }) =>
          askTogether(ask, (gather) => [
            askHousehold(gather, organisationId, id),
            askLineFacts(gather, organisationId, id, changes),
            askLinePlaces(gather, organisationId, id, changes),
            askQuotients(gather, organisationId, id),
            askAllVersions(gather, organisationId),
          ]),
      );
      if (!household || rows.length !== changes.length) throw notFound();
      const reglementOn = await compiledRules(database, organisationOf(request), versions);
      return previewForHousehold({ rows, places, quotients, reglementOn }, clock.now());
    },
  );
}

function bookRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/households/:id/bookings',
    {
      config: { access, audit: 'household.booked' },
      schema: {
        operationId: 'staffBook',
        tags,
        summary: 'Book and cancel for a household, past the limit too; its guardians are told',
        params,
        headers: idempotencyHeaders,
        body: staffBookingSchema,
        response: { 200: confirmationSchema, ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request) => {
      const { id: householdId } = request.params;
      refuseDuplicates(request.body.changes);
      // The same key for another household is another request.
      const keyed = { householdId, ...request.body };
      const attempt = () =>
        tenant.commandStaff(request, async (tx, { claims, audit, nothingDone }) => {
          const result = await bookForHousehold(tx, {
            ...request.body,
            claims,
            householdId,
            request: keyedRequest(claims, request.headers['idempotency-key'], keyed),
            now: clock.now(),
            audit,
          });
          if (result.kind === 'refused') throw staffBookingProblems[result.code]();
          if (result.kind === 'booked') return result.confirmation;
          nothingDone();
          return confirmationSchema.parse(result.answer);
        });
      try {
        return await attempt();
      } catch (error) {
        if (lostTheRace(error)) return attempt();
        throw confirmProblem(error);
      }
    },
  );
}

function refuseDuplicates(changes: readonly AskedLine[]): void {
  const seen = new Set<string>();
  for (const [at, { childId, sessionId }] of changes.entries()) {
    const cell = `${childId}/${sessionId}`;
    if (seen.has(cell)) throw duplicateProblem(at);
    seen.add(cell);
  }
}
