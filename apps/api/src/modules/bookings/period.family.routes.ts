import { day, type Day, daysBetween, eachDay, isDay } from '@preau/domain/time/day';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { guardian } from '../../platform/auth/actor.ts';
import { askTogether } from '../../platform/db/together.ts';
import { builtByHand } from '../../platform/http/built-by-hand.ts';
import { notFound, Problem, problems } from '../../platform/http/problem.ts';
import { organisationOf } from '../../platform/http/tenant.ts';
import type { Services } from '../../platform/services.ts';
import { sessionCalendar } from '../activities/activities.public.ts';
import type { VersionRow } from '../reglements/reglements.public.ts';
import { type Expanded, expandPeriod, type Period } from './period-cells.ts';
import { askPeriodScope } from './period.queries.ts';
import { draftedPeriodSchema, periodPreviewSchema, periodSchema } from './period.schemas.ts';
import { askAllVersions, compiledRules, type RulesOn } from './rules.ts';
import { draftPeriod } from './use-cases/draft-period.ts';
import { askPeriodFacts, periodFacts, previewPeriod } from './use-cases/preview-period.ts';

const tags = ['family'];
/** A school year and the summer around it. */
const longestPeriodDays = 400;

type Cells = Extract<Expanded, { kind: 'cells' }> & { readonly rules: RulesOn };

/** « Réserver en vue période »: what a period would do, then the same put into the draft. */
export function periodRoutes(app: FastifyInstance, services: Services): void {
  const { tenant, clock, mode } = services;
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.post(
    '/planning/preview',
    {
      ...builtByHand(mode),
      config: { access: guardian, audit: { none: 'a preview writes nothing' } },
      schema: {
        tags,
        operationId: 'previewPeriod',
        summary: 'What booking or giving back a period would do, line by line; writes nothing',
        body: periodSchema,
        response: { 200: periodPreviewSchema, ...problems(401, 404, 422) },
      },
    },
    async (request) => {
      const { cells, stops, rules } = await cellsOf(request, request.body, services);
      const facts = await tenant.readFamily(request, (ask, { organisationId, householdId }) =>
        askPeriodFacts(ask, { organisationId, householdId, period: request.body, cells }),
      );
      return previewPeriod(periodFacts(facts, cells, rules), stops, clock.now());
    },
  );

  routes.post(
    '/cart/period',
    {
      config: { access: guardian, audit: { none: 'a draft changes nothing but itself' } },
      schema: {
        tags,
        operationId: 'draftPeriod',
        summary: 'Put a period into the draft: what its preview said would be done',
        body: periodSchema,
        response: { 200: draftedPeriodSchema, ...problems(401, 404, 422) },
      },
    },
    async (request) => {
      const { cells, rules } = await cellsOf(request, request.body, services);
      return tenant.commandFamily(request, (tx, { claims }) =>
        draftPeriod(tx, {
          claims,
          period: request.body,
          cells,
          reglementOn: rules,
          now: clock.now(),
        }),
      );
    },
  );
}

/** The cells a request names, or the problem it is answered with. */
async function cellsOf(
  request: FastifyRequest,
  period: Period,
  { tenant, database }: Services,
): Promise<Cells> {
  const { from, until } = rangeOf(period);
  const [scope, versions] = await tenant.readFamily(
    request,
    (ask, { organisationId, householdId }) =>
      askTogether(ask, (gather) => [
        askPeriodScope(gather, organisationId, householdId, from, until),
        askAllVersions(gather, organisationId),
      ]),
  );
  refuseUngoverned(versions, from, until);
  const organisationId = organisationOf(request);
  const rules = await compiledRules(database, organisationId, versions);
  const calendar = await sessionCalendar(database, organisationId, scope.calendarRevision);
  const expanded = expandPeriod(period, scope, calendar, rules);
  if (expanded.kind === 'cells') return { ...expanded, rules };
  throw expansionProblem(expanded);
}

function expansionProblem(refusal: Exclude<Expanded, { kind: 'cells' }>): Problem {
  switch (refusal.kind) {
    case 'unknownChild':
      return notFound();
    case 'unknownUnit':
      return invalid(`/body/entries/${refusal.entry}/unit`, 'unknownUnit', 'No such unit');
    case 'tooLong':
      return invalid('/body/until', 'tooMany', 'At most 2,000 sessions at once');
  }
}

function rangeOf({ from, until }: Period): { from: Day; until: Day } {
  if (!isDay(from)) throw invalid('/body/from', 'range', 'Not a calendar day');
  if (!isDay(until)) throw invalid('/body/until', 'range', 'Not a calendar day');
  const length = daysBetween(from, until);
  if (length < 0) throw invalid('/body/until', 'range', 'The period ends before it starts');
  if (length >= longestPeriodDays) {
    throw invalid('/body/until', 'range', `At most ${longestPeriodDays} days`);
  }
  return { from: day(from), until: day(until) };
}

/** Nothing may be decided on a day for which no règlement is published. */
function refuseUngoverned(versions: readonly VersionRow[], from: Day, until: Day): void {
  const isGoverned = (on: Day) =>
    versions.some(({ from_on, until_on }) => from_on <= on && (until_on === null || on < until_on));
  const first = eachDay(from, until).find((on) => !isGoverned(on));
  if (first === undefined) return;
  const pointer = first === from ? '/body/from' : '/body/until';
  throw invalid(pointer, 'notGoverned', 'No règlement is in force on some of these days');
}

function invalid(pointer: string, code: string, message: string): Problem {
  return new Problem(422, 'invalid', 'The request has the wrong shape', {
    errors: [{ pointer, code, message }],
  });
}
