import { expect, test } from 'vitest';
import { problemCodes, problemMessage } from './problem-messages.ts';

const problem = (code: string) => ({ code, status: 400, requestId: 'r-42' });

test.each(problemCodes)('%s has a whole sentence in French', (code) => {
  expect(problemMessage(problem(code))).toMatch(/^[A-ZÀÉ].{10,}[.]$/s);
});

test('a person who is already active is told apart from one whose access is disabled', () => {
  expect(problemMessage(problem('account-active'))).toContain('mot de passe');
  expect(problemMessage(problem('account-disabled'))).toContain('désactivé');
});

test('a code of a newer server gives the reference to tell', () => {
  expect(problemMessage(problem('brand-new-code'))).toContain('r-42');
});
