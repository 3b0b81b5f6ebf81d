import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import type { NewsKind, NewsStanding } from './news.schemas.ts';

type Written = {
  readonly id: string;
  readonly kind: NewsKind;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly important: boolean;
  readonly visibleFrom: Day;
  readonly visibleUntil: Day | null;
};

/** A piece of news as its writers see it. */
export type StaffNews = Written & {
  readonly standing: NewsStanding;
  readonly revision: number;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
};

const columns = `n.id, n.kind, n.title, n.body, n.important,
  n.visible_from as "visibleFrom", n.visible_until as "visibleUntil"`;

/** The present day where the organisation is. */
const today = (at: string) =>
  `(select (to_timestamp(${at}::float8 / 1000) at time zone (o.settings ->> 'timeZone'))::date as today
    from organisation o where o.organisation_id = $1) d`;

const visible = statement<Written>(
  'news.visible',
  `select ${columns} from news n, ${today('$2')}
   where n.organisation_id = $1 and n.state = 'published' and n.visible_from <= d.today
     and (n.visible_until is null or n.visible_until >= d.today)
   order by n.important desc, n.visible_from desc, n.id desc limit $3`,
);

const standing = `case when n.state <> 'published' then n.state
  when n.visible_from > d.today then 'scheduled'
  when n.visible_until < d.today then 'ended' else 'visible' end as standing`;
const staffColumns = `${columns}, ${standing}, n.revision,
  (extract(epoch from n.updated_at) * 1000)::bigint as "updatedAt"`;

const written = statement<StaffNews>(
  'news.written',
  `select ${staffColumns} from news n, ${today('$2')}
   where n.organisation_id = $1 and ($3::uuid is null or n.id < (
     select c.id from news c where c.organisation_id = $1 and c.id = $3))
   order by n.id desc limit $4`,
);

const one = statement<StaffNews>(
  'news.one',
  `select ${staffColumns} from news n, ${today('$2')} where n.organisation_id = $1 and n.id = $3`,
);

/** What families read today, what is important first. */
export function askVisibleNews(
  ask: Ask,
  organisationId: string,
  now: Instant,
  limit: number,
): Promise<Written[]> {
  return ask(visible, [organisationId, now, limit]);
}

/**
 * Everything that was written, the last first, below the id given.
 * @param limit most rows returned.
 */
export function askWrittenNews(
  ask: Ask,
  organisationId: string,
  page: { readonly now: Instant; readonly after: string | null; readonly limit: number },
): Promise<StaffNews[]> {
  return ask(written, [organisationId, page.now, page.after, page.limit]);
}

/** A piece of news as its writers see it; `undefined` where nobody of theirs wrote it. */
export async function findNews(
  ask: Ask,
  organisationId: string,
  id: string,
  now: Instant,
): Promise<StaffNews | undefined> {
  const [found] = await ask(one, [organisationId, now, id]);
  return found;
}

/** A piece of news that exists, as its writers see it. */
export async function getNews(
  ask: Ask,
  organisationId: string,
  id: string,
  now: Instant,
): Promise<StaffNews> {
  const found = await findNews(ask, organisationId, id, now);
  if (!found) throw new Error(`News ${id} is not there`);
  return found;
}
