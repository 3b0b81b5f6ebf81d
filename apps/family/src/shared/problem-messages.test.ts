import { describe, expect, test } from 'vitest';
import { problemCodes, problemMessage } from './problem-messages.ts';

const problem = (code: string, params = {}) => ({
  type: `/problems/${code}`,
  title: 'In English, never shown',
  status: 400,
  code,
  params,
  requestId: 'r-42',
});

describe('what a parent reads when something is refused', () => {
  test.each(problemCodes)('%s has a whole sentence in French', (code) => {
    const message = problemMessage(problem(code));
    expect(message).toMatch(/^[A-ZÀÉ].{10,}[.]$/s);
    expect(message).not.toMatch(/undefined|NaN|null|English/);
  });

  test('a code of a newer server becomes a technical problem with its reference', () => {
    expect(problemMessage(problem('brand-new-code'))).toContain('r-42');
  });

  test('a name inherited from Object is not a known code', () => {
    expect(problemMessage(problem('toString'))).toContain('r-42');
  });

  test('no answer at all reads as being offline', () => {
    expect(problemMessage(new TypeError('Failed to fetch'))).toContain('hors ligne');
  });

  test('an answer that is no problem document is not taken for one', () => {
    expect(problemMessage('<html>')).toContain('inattendue');
  });

  test.each([
    [0, 'dans un instant'],
    [12.2, 'dans 13 secondes'],
    [60, 'dans une minute'],
    [61, 'dans 2 minutes'],
  ])('a wait of %s s is told in words', (retryAfterSeconds, words) => {
    expect(problemMessage(problem('throttled', { retryAfterSeconds }))).toContain(words);
  });

  test('a weak password says which rule', () => {
    const short = problemMessage(problem('weak-password', { rule: 'too-short', minLength: 12 }));
    const common = problemMessage(problem('weak-password', { rule: 'too-common', minLength: 12 }));
    expect(short).toContain('12');
    expect(common).toContain('courant');
  });
});
