import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useLinkToken } from './use-link-token.ts';

afterEach(cleanup);

const tokenAt = (address: string) => {
  window.history.replaceState(null, '', address);
  return renderHook(useLinkToken).result.current;
};

test.each([
  ['/o/val-de-lure/activation#abc_1-2', 'abc_1-2'],
  ['/o/val-de-lure/activation?lien=abc', 'abc'],
  ['/o/val-de-lure/activation', ''],
])('the link %s carries « %s »', (address, token) => {
  expect(tokenAt(address)).toBe(token);
});

test('the token does not stay in the address bar', () => {
  tokenAt('/o/val-de-lure/activation#abc');
  expect(window.location.href).not.toContain('abc');
  expect(window.location.pathname).toBe('/o/val-de-lure/activation');
});
