import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { onlySurface } from '../only-surface.mjs';

const source = (surface: string) =>
  readFileSync(`${import.meta.dirname}/generated/${surface}/sdk.gen.ts`, 'utf8');
const addressesOf = (surface: string) =>
  [...source(surface).matchAll(/url: '([^']+)'/g)].map(([, url]) => url ?? '');

const description = {
  openapi: '3.1.0',
  paths: {
    '/api/family/me': { get: { operationId: 'familyGetMe' } },
    '/api/staff/me': { get: { operationId: 'staffGetMe' } },
    '/api/health/live': { get: {} },
  },
};

describe('one client per surface', () => {
  test.each(['family', 'staff'])('the %s client calls its own addresses only', (surface) => {
    const addresses = addressesOf(surface);
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((url) => !url.startsWith(`/api/${surface}/`))).toEqual([]);
  });

  test('a surface keeps its addresses and drops its prefix from names', () => {
    expect(onlySurface(description, 'staff').paths).toEqual({
      '/api/staff/me': { get: { operationId: 'getMe' } },
    });
  });

  test('a description without the surface is refused rather than emptied', () => {
    const healthOnly = { paths: { '/api/health/live': { get: {} } } };
    expect(() => onlySurface(healthOnly, 'family')).toThrow('/api/family/');
  });
});
