import { createHash } from 'node:crypto';
import type { Instant } from '@preau/domain/time/instant';
import { z } from 'zod';
import { statement } from './db/statement.ts';
import { sqlState, type Tx, violatedConstraint } from './db/transaction.ts';
import { Problem } from './http/problem.ts';

/** Header that makes a repeated request have one effect and one answer. */
export const idempotencyHeaders = z.object({ 'idempotency-key': z.string().min(8).max(128) });

/** One request as its key names it: per organisation, actor and key, with a hash of the body. */
export type KeyedRequest = {
  readonly organisationId: string;
  readonly actorId: string;
  readonly key: string;
  readonly bodyHash: Buffer;
};

type Kept = { body_hash: string; status: number; body: unknown };

const find = statement<Kept>(
  'idempotency.find',
  "select encode(body_hash, 'hex') as body_hash, status, body from idempotency_key where organisation_id = $1 and actor_id = $2 and key = $3",
);

const keep = statement<never>(
  'idempotency.keep',
  `insert into idempotency_key (organisation_id, actor_id, key, body_hash, status, body, created_at)
   values ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000))`,
);

export function keyedRequest(
  claims: { organisationId: string; accountId: string },
  key: string,
  body: unknown,
): KeyedRequest {
  return {
    organisationId: claims.organisationId,
    actorId: claims.accountId,
    key,
    bodyHash: createHash('sha256')
      .update(JSON.stringify(body ?? null))
      .digest(),
  };
}

/**
 * The answer kept for this key, or null when it is new.
 * @throws Problem 422 `key-reused` when the key came with another body.
 */
export async function findKept(ask: Tx['ask'], request: KeyedRequest): Promise<unknown> {
  const [kept] = await ask(find, [request.organisationId, request.actorId, request.key]);
  if (!kept) return null;
  if (kept.body_hash !== request.bodyHash.toString('hex')) {
    throw new Problem(422, 'key-reused', 'This Idempotency-Key came with another request');
  }
  return kept.body;
}

/** Keeps the answer in the transaction of the effect: both exist or neither does. */
export function keepAnswer(tx: Tx, request: KeyedRequest, body: unknown, now: Instant): void {
  tx.write(keep, [
    request.organisationId,
    request.actorId,
    request.key,
    request.bodyHash,
    200,
    JSON.stringify(body),
    now,
  ]);
}

/** True when a parallel request with the same key was first: roll back and replay its answer. */
export function lostTheRace(error: unknown): boolean {
  return sqlState(error) === '23505' && violatedConstraint(error) === 'idempotency_key_pkey';
}
