import { expect, test } from 'vitest';
import { colourVerdict, ratioWords } from './colour-verdict.ts';

test('a colour that can be read is kept', () => {
  expect(colourVerdict('#0B6B5B ')).toMatchObject({ kind: 'kept' });
});

test('a colour too light is told so, with the darker one that will be used', () => {
  const verdict = colourVerdict('#ffd500');
  expect(verdict).toMatchObject({ kind: 'darkened' });
  if (verdict.kind !== 'darkened') return;
  expect(verdict.ratio).toBeLessThan(4.5);
  expect(verdict.usedRatio).toBeGreaterThanOrEqual(4.5);
  expect(verdict.used).not.toBe('#ffd500');
});

test.each(['', 'vert', '#12345', 'url(x)'])('« %s » is no colour', (text) => {
  expect(colourVerdict(text)).toEqual({ kind: 'not-a-colour' });
});

test('a contrast that nearly reaches the limit is not said to reach it', () => {
  expect(ratioWords(4.499)).toBe('4,4\u00a0:\u00a01');
  expect(ratioWords(21)).toBe('21\u00a0:\u00a01');
});
