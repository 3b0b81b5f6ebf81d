import { createHash, randomBytes } from 'node:crypto';

const tokenBytes = 32;

/** What an e-mailed link carries: 32 random bytes in base64url. Only its hash is ever kept in clear. */
export function newLinkToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** SHA-256 of a token. The token has 256 bits of its own, so a slow hash would add nothing. */
export function hashLinkToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
