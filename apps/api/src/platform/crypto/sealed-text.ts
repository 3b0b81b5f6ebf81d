import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Text as it lies in the database: nonce, tag and ciphertext in one, and the key's name. */
export type SealedText = { readonly keyId: string; readonly sealed: Buffer };

export type Sealer = {
  seal(text: string, context: string): SealedText;
  /** @throws Error when the key is unknown or the bytes or their context were altered. */
  open(text: SealedText, context: string): string;
};

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts small texts at rest with AES-256-GCM.
 * `context` (for instance the child's id) is authenticated: a value moved to another row does not open.
 * @param key 32 bytes.
 */
export function createSealer(key: Buffer, keyId = 'k1'): Sealer {
  return {
    seal: (text, context) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return { keyId, sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
    },
    open: ({ keyId: usedKey, sealed }, context) => {
      if (usedKey !== keyId) throw new Error(`Unknown encryption key ${usedKey}`);
      const nonce = sealed.subarray(0, nonceBytes);
      const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
      const decipher = createDecipheriv(algorithm, key, nonce)
        .setAAD(Buffer.from(context))
        .setAuthTag(tag);
      return Buffer.concat([
        decipher.update(sealed.subarray(nonceBytes + tagBytes)),
        decipher.final(),
      ]).toString('utf8');
    },
  };
}
