import type { Instant } from '@preau/domain/time/instant';
import type { Surface } from '../../platform/auth/actor.ts';
import type { AccountStatus } from './account-status.ts';
import type { AccountRefusal } from './accounts.errors.ts';

export type LinkPurpose = 'invitation' | 'reset';

/** A link sent by e-mail, with whom it belongs to; what it allows is said by `linkRefusal`. */
export type KnownLink = {
  readonly accountId: string;
  readonly purpose: LinkPurpose;
  readonly surface: Surface;
  readonly status: AccountStatus;
  readonly email: string;
  readonly firstName: string;
  readonly expiresAt: Instant;
  readonly consumed: boolean;
};

/** Why a link does not allow what it was opened for, or `null`. */
export function linkRefusal(
  link: KnownLink | undefined,
  opened: { purpose: LinkPurpose; surface: Surface },
  now: Instant,
): AccountRefusal | null {
  if (
    link === undefined ||
    link.purpose !== opened.purpose ||
    link.surface !== opened.surface ||
    link.status === 'disabled'
  ) {
    return { code: 'link-unknown' };
  }
  // Another link, or another guardian row, may have activated the account meanwhile.
  const activated = link.purpose === 'invitation' && link.status === 'active';
  if (link.consumed || activated) return { code: 'link-used' };
  return link.expiresAt <= now ? { code: 'link-expired' } : null;
}
