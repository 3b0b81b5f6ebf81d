import { expect, test } from 'vitest';
import { formatFileSize } from './file-size.ts';

test.each([
  [1, '1 ko'],
  [585, '1 ko'],
  [358_400, '350 ko'],
  [1_258_291, '1,2 Mo'],
  [10 * 1024 * 1024, '10 Mo'],
  [104_857_600, '100 Mo'],
])('%d bytes read « %s »', (bytes, words) => {
  expect(formatFileSize(bytes).replaceAll('\u00a0', ' ')).toBe(words);
});
