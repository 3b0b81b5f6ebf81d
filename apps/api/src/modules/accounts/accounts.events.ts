import type { Instant } from '@preau/domain/time/instant';
import { z } from 'zod';
import type { Sealer } from '../../platform/crypto/sealed-text.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { emit, emitAll } from '../../platform/outbox/events.ts';

/** A secret on its way to an e-mail: what lies in the outbox cannot be read without the key. */
const sealedSchema = z.object({ keyId: z.string(), sealed: z.base64() });

export const invitedSchema = z.object({ accountId: z.uuid(), token: sealedSchema });
export const resetAskedSchema = z.object({
  surface: z.enum(['family', 'staff']),
  request: sealedSchema,
});
export const passwordChangedSchema = z.object({ accountId: z.uuid() });

const resetRequestSchema = z.object({ email: z.string(), token: z.string() });

/** People were invited: the link of each invitation goes out by e-mail. */
export function emitInvited(
  tx: Tx,
  sealer: Sealer,
  invited: readonly { readonly accountId: string; readonly token: string }[],
  at: Instant,
): void {
  const payloads = invited.map(({ accountId, token }) => ({
    accountId,
    token: seal(sealer, token, invitationContext(accountId)),
  }));
  emitAll(tx, 'account.invited', payloads, at);
}

export function openInvitation(
  payload: unknown,
  sealer: Sealer,
): { accountId: string; token: string } {
  const { accountId, token } = invitedSchema.parse(payload);
  return { accountId, token: open(sealer, token, invitationContext(accountId)) };
}

/**
 * Somebody asked to reset the password of an address. Whether it is anybody's is found out by the
 * worker, so that the answer takes as long for a stranger's address as for a parent's.
 */
export function emitResetAsked(
  tx: Tx,
  sealer: Sealer,
  asked: { surface: 'family' | 'staff'; email: string; token: string },
  at: Instant,
): void {
  const secret = JSON.stringify({ email: asked.email, token: asked.token });
  const request = seal(sealer, secret, resetContext(tx.organisationId));
  emit(tx, { type: 'account.resetAsked', payload: { surface: asked.surface, request }, at });
}

export function openResetAsked(
  payload: unknown,
  sealer: Sealer,
  organisationId: string,
): { surface: 'family' | 'staff'; email: string; token: string } {
  const { surface, request } = resetAskedSchema.parse(payload);
  const secret: unknown = JSON.parse(open(sealer, request, resetContext(organisationId)));
  return { surface, ...resetRequestSchema.parse(secret) };
}

/** A password was replaced: its owner is told, in case it was somebody else. */
export function emitPasswordChanged(tx: Tx, accountId: string, at: Instant): void {
  emit(tx, { type: 'account.passwordChanged', payload: { accountId }, at });
}

const invitationContext = (accountId: string) => `account.invited:${accountId}`;
const resetContext = (organisationId: string) => `account.resetAsked:${organisationId}`;

function seal(sealer: Sealer, text: string, context: string): z.infer<typeof sealedSchema> {
  const { keyId, sealed } = sealer.seal(text, context);
  return { keyId, sealed: sealed.toString('base64') };
}

function open(sealer: Sealer, text: z.infer<typeof sealedSchema>, context: string): string {
  return sealer.open({ keyId: text.keyId, sealed: Buffer.from(text.sealed, 'base64') }, context);
}
