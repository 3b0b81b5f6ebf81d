import type { FastifyRequest } from 'fastify';
import {
  type AccessPolicy,
  type Claims,
  guardian,
  staff,
  type Surface,
} from '../../platform/auth/actor.ts';
import type { Ask, Tx } from '../../platform/db/transaction.ts';
import type { CommandContext, TenantAccess } from '../../platform/http/tenant.ts';

/** Reads and commands of a signed-in account where parents and staff have the same rights: their own. */
export type SurfaceAccess = {
  readonly policy: AccessPolicy;
  readonly read: <const T extends readonly Promise<unknown>[]>(
    request: FastifyRequest,
    questions: (ask: Ask, claims: Claims) => T,
  ) => Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>;
  readonly command: <T>(
    request: FastifyRequest,
    work: (tx: Tx, context: CommandContext<Claims>) => Promise<T>,
  ) => Promise<T>;
};

export function surfaceAccess(tenant: TenantAccess, surface: Surface): SurfaceAccess {
  return surface === 'family'
    ? { policy: guardian, read: tenant.readFamily, command: tenant.commandFamily }
    : {
        policy: staff('administrator', 'office', 'attendant'),
        read: tenant.readStaff,
        command: tenant.commandStaff,
      };
}
