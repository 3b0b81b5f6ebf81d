import type { FastifyRequest } from 'fastify';
import {
  type AccessPolicy,
  authorise,
  type Claims,
  type FamilyClaims,
  type LiveSession,
  type SessionGate,
  type StaffClaims,
} from '../auth/actor.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/pool.ts';
import { type Ask, readTogether, transaction, type Tx } from '../db/transaction.ts';
import { type AuditEntry, insertAudit } from '../audit.ts';
import { forbidden, unauthenticated } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the token said; `null` without one. */
    claims: Claims | null;
    /** Set once the session row has agreed. */
    session: LiveSession | null;
  }
}

/** What a command needs beside its transaction. */
export type CommandContext<C extends Claims> = {
  readonly claims: C;
  readonly requestId: string;
  /**
   * Records the audit event the route declares. A command that succeeds without it is a bug.
   * `within` is the transaction, or the part of it whose writes travel together.
   */
  readonly audit: (within: Tx, entry: AuditEntry) => void;
  /** Says that nothing was written, so there is nothing to audit: a replayed answer. */
  readonly nothingDone: () => void;
};

/** Reads and commands of signed-in actors: the session is checked in the same message. */
export type TenantAccess = ReturnType<typeof createTenantAccess>;

export function createTenantAccess(database: Database, clock: Clock, gate: SessionGate) {
  async function read<C extends Claims, const T extends readonly Promise<unknown>[]>(
    request: FastifyRequest,
    surface: C['surface'],
    questions: (ask: Ask, claims: C) => T,
  ): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
    const claims = claimsFor<C>(request, surface);
    // The session is asked first, so its answer is known before the caller's answers are used.
    let session: Promise<LiveSession | null> | undefined;
    const answers = await readTogether(database, claims.organisationId, (ask) => {
      session = gate.check(ask, claims, clock.now());
      return [session, ...questions(ask, claims)] as const;
    });
    admit(request, claims, answers[0]);
    return answers.slice(1) as { -readonly [K in keyof T]: Awaited<T[K]> };
  }

  async function command<C extends Claims, T>(
    request: FastifyRequest,
    surface: C['surface'],
    work: (tx: Tx, context: CommandContext<C>) => Promise<T>,
  ): Promise<T> {
    const claims = claimsFor<C>(request, surface);
    return transaction(database, claims.organisationId, async (tx) => {
      const admitted = gate
        .check(tx.ask, claims, clock.now())
        .then((session) => admit(request, claims, session));
      admitted.catch(() => undefined);
      const { context, assertAudited } = audited(request, claims, clock);
      try {
        const result = await work(tx, context);
        // Nothing is committed for a session that has ended meanwhile.
        await admitted;
        assertAudited();
        return result;
      } catch (error) {
        await admitted;
        throw error;
      }
    });
  }

  return {
    clock,
    readFamily: <const T extends readonly Promise<unknown>[]>(
      request: FastifyRequest,
      questions: (ask: Ask, claims: FamilyClaims) => T,
    ) => read<FamilyClaims, T>(request, 'family', questions),
    readStaff: <const T extends readonly Promise<unknown>[]>(
      request: FastifyRequest,
      questions: (ask: Ask, claims: StaffClaims) => T,
    ) => read<StaffClaims, T>(request, 'staff', questions),
    commandFamily: <T>(
      request: FastifyRequest,
      work: (tx: Tx, context: CommandContext<FamilyClaims>) => Promise<T>,
    ) => command<FamilyClaims, T>(request, 'family', work),
    commandStaff: <T>(
      request: FastifyRequest,
      work: (tx: Tx, context: CommandContext<StaffClaims>) => Promise<T>,
    ) => command<StaffClaims, T>(request, 'staff', work),
  };
}

/** The context of a command, and the assertion that it recorded what its route declares. */
function audited<C extends Claims>(
  request: FastifyRequest,
  claims: C,
  clock: Clock,
): { context: CommandContext<C>; assertAudited: () => void } {
  const action = declaredAudit(request);
  let recorded = action === null;
  const context: CommandContext<C> = {
    claims,
    requestId: request.id,
    nothingDone: () => {
      recorded = true;
    },
    audit: (within, entry) => {
      if (action === null) throw new Error('This route declares that it records no audit event');
      recorded = true;
      insertAudit(within, {
        ...entry,
        action,
        at: clock.now(),
        actor: { kind: claims.surface === 'family' ? 'guardian' : 'staff', id: claims.accountId },
        requestId: request.id,
      });
    },
  };
  const assertAudited = () => {
    if (!recorded) throw new Error(`${action} succeeded without an audit event`);
  };
  return { context, assertAudited };
}

/** The organisation a signed-in request is about. */
export function organisationOf(request: FastifyRequest): string {
  if (!request.claims) throw unauthenticated();
  return request.claims.organisationId;
}

function claimsFor<C extends Claims>(request: FastifyRequest, surface: C['surface']): C {
  const { claims } = request;
  if (!claims || claims.surface !== surface) throw unauthenticated();
  return claims as C;
}

function admit(request: FastifyRequest, claims: Claims, session: LiveSession | null): void {
  if (!session) throw unauthenticated();
  const policy: AccessPolicy | undefined = request.routeOptions.config.access;
  if (!policy || authorise(policy, claims, session) === 'forbidden') throw forbidden();
  request.session = session;
}

function declaredAudit(request: FastifyRequest): string | null {
  const audit = request.routeOptions.config.audit;
  return typeof audit === 'string' ? audit : null;
}
