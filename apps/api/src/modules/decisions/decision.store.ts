import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask, Tx } from '../../platform/db/transaction.ts';
import { finalAfter } from './take-back.ts';

export type DecisionKind = 'bookings' | 'enrolments';

/** Events of one type, one per household, emitted once the answer is final. */
export type ToTell = {
  readonly type: string;
  readonly payloads: readonly Readonly<Record<string, unknown>>[];
};

/** An answer to some requests, as it is written. */
export type MadeDecision = {
  readonly id: string;
  readonly kind: DecisionKind;
  /** Account of who answered. */
  readonly by: string;
  /** What was decided and what each was before, as it is shown and undone: plain JSON. */
  readonly detail: unknown;
  readonly tells: readonly ToTell[];
};

/** An answer as it is read. Its detail is checked by the module that wrote it. */
export type DecisionRow = {
  readonly id: string;
  /** Name of who answered. */
  readonly by: string;
  readonly at: Instant;
  readonly final_at: Instant;
  readonly taken_back: boolean;
  readonly detail: unknown;
};

const insert = statement<never>(
  'decision.insert',
  `insert into request_decision (organisation_id, id, kind, decided_by, at, final_at, detail, tells)
   values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($6::float8 / 1000), $7, $8)`,
);

const read = `select d.id, a.display_name as by, (extract(epoch from d.at) * 1000)::bigint as at,
     (extract(epoch from d.final_at) * 1000)::bigint as final_at,
     d.taken_back_at is not null as taken_back, d.detail
   from request_decision d
   join account a on a.organisation_id = $1 and a.id = d.decided_by`;

const own = statement<DecisionRow>(
  'decision.own',
  `${read} where d.organisation_id = $1 and d.kind = $2 and d.id = $3 and d.decided_by = $4`,
);

const latest = statement<DecisionRow>(
  'decision.latest',
  `${read} where d.organisation_id = $1 and d.kind = $2 and ($3::uuid is null or d.id < $3)
   order by d.id desc limit $4`,
);

// What is final, told or taken back by then is none of its rows: who comes second finds nothing.
const takeBack = statement<{ id: string }>(
  'decision.take-back',
  `update request_decision set taken_back_at = to_timestamp($3::float8 / 1000)
   where organisation_id = $1 and id = $2 and taken_back_at is null and told_at is null
     and final_at > to_timestamp($3::float8 / 1000)
   returning id`,
);

const tell = statement<{ tells: ToTell[] }>(
  'decision.tell',
  `update request_decision set told_at = to_timestamp($2::float8 / 1000)
   where organisation_id = $1 and told_at is null and taken_back_at is null
     and final_at <= to_timestamp($2::float8 / 1000)
   returning tells`,
);

/**
 * Keeps an answer so that it can be taken back for a short while, and told afterwards.
 * @returns when it is final.
 */
export function insertDecision(tx: Tx, decision: MadeDecision, now: Instant): Instant {
  const { id, kind, by, detail, tells } = decision;
  const finalAt = finalAfter(now);
  tx.write(insert, [
    tx.organisationId,
    id,
    kind,
    by,
    now,
    finalAt,
    JSON.stringify(detail),
    JSON.stringify(tells),
  ]);
  return finalAt;
}

/** An answer of this account: nobody takes back somebody else's. A row, or none. */
export function askDecision(
  ask: Ask,
  organisationId: string,
  { kind, id, by }: Pick<MadeDecision, 'kind' | 'id' | 'by'>,
): Promise<DecisionRow[]> {
  return ask(own, [organisationId, kind, id, by]);
}

/** Answers of one kind, the latest first; `after` is the last of the page before. */
export function askLatestDecisions(
  ask: Ask,
  organisationId: string,
  kind: DecisionKind,
  page: { readonly after: string | null; readonly limit: number },
): Promise<DecisionRow[]> {
  return ask(latest, [organisationId, kind, page.after, page.limit]);
}

/**
 * Takes an answer back, unless it is final. The caller holds what the answer changed and puts it
 * back; whoever is not served by that is told by the caller's own events.
 */
export async function takeDecisionBack(tx: Tx, id: string, now: Instant): Promise<boolean> {
  return (await tx.ask(takeBack, [tx.organisationId, id, now])).length === 1;
}

/** Marks the answers that are final as told, once, and says what is to be told. */
export async function closeFinalDecisions(tx: Tx, now: Instant): Promise<ToTell[]> {
  return (await tx.ask(tell, [tx.organisationId, now])).flatMap(({ tells }) => tells);
}
