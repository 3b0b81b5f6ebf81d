import { type Instant, toIso } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { guardian } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import {
  askOwnCounts,
  askOwnRequests,
  type OwnRequestDay,
  type OwnRequestRow,
} from './requests-family.queries.ts';
import {
  type FamilyRequests,
  familyRequestsQuerySchema,
  familyRequestsSchema,
} from './requests.schemas.ts';

const perPage = 20;
const day = 86_400_000;
/** How long an answered request is still shown. */
const shownFor = 60 * day;

/** What a household asked for, and what became of it. */
export function requestsFamilyRoutes(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/requests',
    {
      config: { access: guardian },
      schema: {
        operationId: 'listOwnRequests',
        tags: ['family'],
        summary: 'Requests that wait and those of the last two months, the latest first',
        querystring: familyRequestsQuerySchema,
        response: { 200: familyRequestsSchema, ...problems(401, 422) },
      },
    },
    async (request) => {
      const { after } = request.query;
      const since = (clock.now() - shownFor) as Instant;
      const before = after === undefined ? null : (Number(after) as Instant);
      const page = { since, before, limit: perPage + 1 };
      const [rows, counts] = await tenant.readFamily(
        request,
        (ask, { organisationId, householdId }) => [
          askOwnRequests(ask, organisationId, householdId, page),
          askOwnCounts(ask, organisationId, householdId, since),
        ],
      );
      const shown = rows.filter(({ position }) => position <= perPage);
      const last = shown.at(-1);
      const hasMore = rows.length > shown.length;
      const { pending, to_pay: toPay, refused } = counts;
      return {
        items: shown.map(toWire),
        next: hasMore && last ? String(last.requested_at) : null,
        counts: { pending, toPay, refused },
      };
    },
  );
}

function toWire(row: OwnRequestRow): FamilyRequests['items'][number] {
  const { id: activityId, code, label } = row.activity;
  const due = row.days.flatMap((day) => (isPending(day) ? (day.answerDue ?? []) : []));
  return {
    id: [row.key, row.child.id, activityId, row.kind].join('.'),
    kind: row.kind,
    child: row.child,
    activity: { code, label },
    requestedAt: toIso(row.requested_at),
    answerDueAt: due.length === 0 ? null : toIso(Math.min(...due) as Instant),
    days: row.days.map((day) => {
      const { answerDue: _, ...told } = day;
      const until = awaitedUntil(day);
      return { ...told, until: until === null ? null : toIso(until) };
    }),
  };
}

function isPending({ state }: OwnRequestDay): boolean {
  return state === 'requested' || state === 'cancellationRequested';
}

/** A request waits for its answer, which comes before the day; a payment for its own term. */
function awaitedUntil(day: OwnRequestDay): Instant | null {
  if (isPending(day)) return day.answerDue;
  return day.state === 'awaitingPayment' ? day.until : null;
}
