import type { Instant } from '@preau/domain/time/instant';
import type { Ask } from '../db/transaction.ts';

export type Surface = 'family' | 'staff';

export type StaffRole = 'administrator' | 'office' | 'attendant';

/** What the signed token says. True only once the session row agrees, in the same message. */
export type Claims = {
  readonly surface: Surface;
  readonly organisationId: string;
  readonly accountId: string;
  readonly sessionId: string;
  /** The household a guardian acts for; `null` for staff. */
  readonly householdId: string | null;
};

export type FamilyClaims = Claims & { readonly surface: 'family'; readonly householdId: string };
export type StaffClaims = Claims & { readonly surface: 'staff'; readonly householdId: null };

/** Roles of a staff account, each for the whole organisation or one facility. */
export type GrantedRole = { readonly role: StaffRole; readonly facilityId: string | null };

/** The session row, read with the caller's own questions; `null` when it no longer counts. */
export type LiveSession = { readonly roles: readonly GrantedRole[] };

/** Answers, on the caller's connection, whether a session is still good. Given by the accounts module. */
export type SessionGate = {
  check(ask: Ask, claims: Claims, now: Instant): Promise<LiveSession | null>;
};

/** Who may call a route. A route that does not say stops the server from starting. */
export type AccessPolicy =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'guardian' }
  | { readonly kind: 'staff'; readonly roles: readonly StaffRole[] };

export const anonymous: AccessPolicy = { kind: 'anonymous' };
export const guardian: AccessPolicy = { kind: 'guardian' };
export const staff = (...roles: StaffRole[]): AccessPolicy => ({ kind: 'staff', roles });

/** The one authorisation decision over actors and routes; objects are bounded in each query. */
export function authorise(
  policy: AccessPolicy,
  claims: Claims,
  session: LiveSession,
): 'allowed' | 'forbidden' {
  switch (policy.kind) {
    case 'anonymous':
      return 'allowed';
    case 'guardian':
      return claims.surface === 'family' && claims.householdId !== null ? 'allowed' : 'forbidden';
    case 'staff':
      return claims.surface === 'staff' &&
        session.roles.some(({ role }) => policy.roles.includes(role))
        ? 'allowed'
        : 'forbidden';
  }
}
