import { describe, expect, test } from 'vitest';
import { createPasswordHasher, HashingBusyError } from './passwords.ts';

describe('a hashed password', () => {
  const hasher = createPasswordHasher({ atOnce: 2, waiting: 10 });

  test('is verified, and no other is', async () => {
    const encoded = await hasher.hash('les tilleuls en fleurs');
    expect(encoded).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]+\$[\w+/]+$/);
    expect(await hasher.verify('les tilleuls en fleurs', encoded)).toBe(true);
    expect(await hasher.verify('les tilleuls en fleur', encoded)).toBe(false);
  });

  test('is never the same twice', async () => {
    expect(await hasher.hash('les tilleuls')).not.toBe(await hasher.hash('les tilleuls'));
  });

  test('matches however the keyboard writes its accents', async () => {
    const encoded = await hasher.hash('pr\u00e9au');
    expect(await hasher.verify('pre\u0301au', encoded)).toBe(true);
  });

  test('of nobody matches nothing', async () => {
    expect(await hasher.verify('', null)).toBe(false);
  });
});

describe('hashing under load', () => {
  test('is refused beyond the queue, and accepted again once it has drained', async () => {
    const hasher = createPasswordHasher({ atOnce: 1, waiting: 2 });
    const accepted = [hasher.hash('a'), hasher.hash('b'), hasher.hash('c')];
    expect(() => hasher.assertRoom()).toThrow(HashingBusyError);
    await expect(hasher.hash('d')).rejects.toThrow(HashingBusyError);
    expect(await Promise.all(accepted)).toHaveLength(3);
    expect(() => hasher.assertRoom()).not.toThrow();
    expect(await hasher.hash('d')).toMatch(/^\$argon2id/);
  });
});
