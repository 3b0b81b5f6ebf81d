import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { guardian } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { renderMarkdown, summaryOf } from '../../platform/text/render-markdown.ts';
import { askVisibleNews } from './news.queries.ts';
import { familyNewsSchema } from './news.schemas.ts';

const mostShown = 30;
const summaryCharacters = 160;

/** What the organisation tells its families today. */
export function newsFamilyRoutes(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/news',
    {
      config: { access: guardian },
      schema: {
        operationId: 'listNews',
        tags: ['family'],
        summary: 'News to be read today, what is important first',
        response: { 200: familyNewsSchema, ...problems(401, 403) },
      },
    },
    async (request) => {
      const [news] = await tenant.readFamily(request, (ask, claims) => [
        askVisibleNews(ask, claims.organisationId, clock.now(), mostShown),
      ]);
      const items = news.map(({ body, ...item }) => ({
        ...item,
        summary: summaryOf(body, summaryCharacters),
        html: renderMarkdown(body, 3),
      }));
      return { items };
    },
  );
}
