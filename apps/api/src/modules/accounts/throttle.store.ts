import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask, Tx } from '../../platform/db/transaction.ts';
import {
  afterAttempt,
  secondsBlocked,
  type ThrottlePolicy,
  type ThrottleState,
} from './throttle-policy.ts';

const minute = 60;
const hour = 60 * minute;

/** Against one account: five tries, then 2 s, 4 s, 8 s … 15 min. */
export const accountPolicy: ThrottlePolicy = {
  free: 5,
  firstDelay: 2,
  longestDelay: 15 * minute,
  window: 12 * hour,
};
/** From one address: generous, as a whole village may share one behind its operator's relay. */
export const addressPolicy: ThrottlePolicy = {
  free: 50,
  firstDelay: 1,
  longestDelay: 5 * minute,
  window: hour,
};
/** E-mails sent to one person on request of anybody. */
export const mailPolicy: ThrottlePolicy = {
  free: 3,
  firstDelay: minute,
  longestDelay: hour,
  window: 12 * hour,
};

/** What is being tried, hashed: the table names nobody. */
export type ThrottleSubject = Buffer;

export function throttleSubject(...parts: readonly string[]): ThrottleSubject {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/** An address as throttling counts it: a subscriber holds a whole /64 of IPv6. */
export function addressSubject(address: string): ThrottleSubject {
  return throttleSubject('address', isIPv6(address) ? networkOf(address) : address);
}

const open = statement<never>(
  'throttle.open',
  `insert into throttle (organisation_id, subject, failures, window_started_at, blocked_until)
   values ($1, $2, 0, to_timestamp($3::float8 / 1000), to_timestamp($3::float8 / 1000))
   on conflict do nothing`,
);

const columns = `failures, (extract(epoch from window_started_at) * 1000)::bigint as "windowStartedAt",
  (extract(epoch from blocked_until) * 1000)::bigint as "blockedUntil"`;

const find = statement<ThrottleState>(
  'throttle.find',
  `select ${columns} from throttle where organisation_id = $1 and subject = $2`,
);

const lock = statement<ThrottleState>(
  'throttle.lock',
  `select ${columns} from throttle where organisation_id = $1 and subject = $2 for no key update`,
);

const save = statement<never>(
  'throttle.save',
  `update throttle set failures = $3, window_started_at = to_timestamp($4::float8 / 1000),
     blocked_until = to_timestamp($5::float8 / 1000)
   where organisation_id = $1 and subject = $2`,
);

const forget = statement<never>(
  'throttle.forget',
  'delete from throttle where organisation_id = $1 and subject = $2',
);

/** Seconds before this subject is heard again, without counting anything. */
export async function readThrottle(
  ask: Ask,
  organisationId: string,
  subject: ThrottleSubject,
  now: Instant,
): Promise<number> {
  const [state] = await ask(find, [organisationId, subject]);
  return secondsBlocked(state, now);
}

/**
 * Counts one attempt, or refuses to hear it. Counted before the outcome is known, so that a
 * thousand guesses sent at once are not all heard.
 * @returns seconds to wait; 0 when the attempt is heard.
 */
export async function countAttempt(
  tx: Tx,
  subject: ThrottleSubject,
  policy: ThrottlePolicy,
  now: Instant,
): Promise<number> {
  tx.write(open, [tx.organisationId, subject, now]);
  const [state] = await tx.ask(lock, [tx.organisationId, subject]);
  const wait = secondsBlocked(state, now);
  if (wait > 0) return wait;
  const next = afterAttempt(state, policy, now);
  tx.write(save, [
    tx.organisationId,
    subject,
    next.failures,
    next.windowStartedAt,
    next.blockedUntil,
  ]);
  return 0;
}

/** After a success nothing is held against the subject. */
export function forgetAttempts(tx: Tx, subject: ThrottleSubject): void {
  tx.write(forget, [tx.organisationId, subject]);
}

function networkOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? [] : Array<string>(8).fill('0');
  return [...groups, ...missing]
    .slice(0, 4)
    .map((group) => group.padStart(4, '0'))
    .join(':');
}
