import { describe, expect, test } from 'vitest';
import { isSupportedNode } from './toolchain.mjs';

describe('the Node of the project', () => {
  test.each(['v24.15.0', 'v24.21.0', 'v26.0.0'])('is the present one when it is %s', (version) => {
    expect(isSupportedNode(version)).toBe(true);
  });

  test.each(['v20.20.2', 'v22.20.0', 'v23.11.0', 'v24.14.1', 'v25.2.0'])(
    'is brought by npm when the present one is %s',
    (version) => {
      expect(isSupportedNode(version)).toBe(false);
    },
  );
});
