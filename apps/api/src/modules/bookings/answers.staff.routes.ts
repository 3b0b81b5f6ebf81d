import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { invalidField } from '../../platform/http/invalid-field.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import { idempotencyHeaders, keyedRequest, lostTheRace } from '../../platform/idempotency.ts';
import type { Services } from '../../platform/services.ts';
import { decisionFinal } from '../decisions/decisions.public.ts';
import { confirmProblem } from './bookings.errors.ts';
import {
  answeredRequestsSchema,
  answerRequestsSchema,
  recordedPaymentSchema,
  recordPaymentSchema,
  takenBackSchema,
} from './requests.schemas.ts';
import { answerRequests } from './use-cases/answer-requests.ts';
import { recordPayment } from './use-cases/record-payment.ts';
import { takeBackAnswers } from './use-cases/take-back-answers.ts';

const access = staff('administrator', 'office');
const tags = ['staff'];

/** What the office decides about requests, takes back, and what it was paid at the counter. */
export function answersStaffRoutes(app: FastifyInstance, services: Services): void {
  answerRoute(app, services);
  takeBackRoute(app, services);
  paymentRoute(app, services);
}

function answerRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/requests/decisions',
    {
      config: { access, audit: 'requests.answered' },
      schema: {
        operationId: 'answerRequests',
        tags,
        summary: 'Accept or refuse requests, each day for itself; families are told a little later',
        headers: idempotencyHeaders,
        body: answerRequestsSchema,
        response: { 200: answeredRequestsSchema, ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request) => {
      const { body } = request;
      refuseTwice(body.answers, 'answers');
      if (body.because === null && body.answers.some(({ accept }) => !accept)) {
        throw invalidField('/body/because', 'required');
      }
      const attempt = () =>
        tenant.commandStaff(request, async (tx, { claims, audit, nothingDone }) => {
          const keyed = keyedRequest(claims, request.headers['idempotency-key'], body);
          const command = { ...body, claims, request: keyed, now: clock.now(), audit };
          const result = await answerRequests(tx, command);
          if (result.kind === 'notFound') throw notFound();
          const told =
            result.kind === 'answered' ? result.told : answeredRequestsSchema.parse(result.answer);
          if (result.kind === 'replayed' || told.decisionId === null) nothingDone();
          return told;
        });
      return replayed(attempt);
    },
  );
}

function takeBackRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/requests/decisions/:id/undo',
    {
      config: { access, audit: 'requests.takenBack' },
      schema: {
        operationId: 'takeBackAnswers',
        tags,
        summary: 'Take one’s own answer back before families are told: the requests wait again',
        params: z.strictObject({ id: idSchema }),
        response: { 200: takenBackSchema, ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request) =>
      tenant.commandStaff(request, async (tx, { claims, audit }) => {
        const { id: decisionId } = request.params;
        const result = await takeBackAnswers(tx, { claims, decisionId, now: clock.now(), audit });
        if (result.kind === 'notFound') throw notFound();
        if (result.kind === 'refused') throw takeBackProblems[result.code]();
        return result.told;
      }),
  );
}

const takeBackProblems = { 'decision-final': decisionFinal } as const;

function paymentRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/bookings/payments',
    {
      config: { access, audit: 'payment.recorded' },
      schema: {
        operationId: 'recordPayment',
        tags,
        summary: 'Confirm bookings that were paid to the office; their household is told',
        headers: idempotencyHeaders,
        body: recordPaymentSchema,
        response: { 200: recordedPaymentSchema, ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request) => {
      const { body } = request;
      refuseTwice(
        body.bookingIds.map((bookingId) => ({ bookingId })),
        'bookingIds',
      );
      const attempt = () =>
        tenant.commandStaff(request, async (tx, { claims, audit, nothingDone }) => {
          const keyed = keyedRequest(claims, request.headers['idempotency-key'], body);
          const command = { ...body, claims, request: keyed, now: clock.now(), audit };
          const result = await recordPayment(tx, command);
          if (result.kind === 'notFound') throw notFound();
          if (result.kind === 'replayed') {
            nothingDone();
            return recordedPaymentSchema.parse(result.answer);
          }
          if (!result.isDone) nothingDone();
          return result.told;
        });
      return replayed(attempt);
    },
  );
}

/** Tries again once where a parallel request with the same key was first: it answers the same. */
async function replayed<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (lostTheRace(error)) return attempt();
    throw confirmProblem(error);
  }
}

function refuseTwice(
  bookings: readonly { readonly bookingId: string }[],
  list: 'answers' | 'bookingIds',
): void {
  const seen = new Set<string>();
  for (const [at, { bookingId }] of bookings.entries()) {
    if (seen.has(bookingId)) throw invalidField(`/body/${list}/${at}`, 'duplicate');
    seen.add(bookingId);
  }
}
