import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ErrorBoundary } from './error-boundary.tsx';

// React tells the console of what it caught.
beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Broken(): never {
  throw new Error('a bug');
}

test.each([
  [false, 1],
  [true, 0],
])('a page that breaks (inside: %s) has a heading, an advice and a way out', (inside, mains) => {
  render(
    <ErrorBoundary inside={inside} advice="Rechargez-la.">
      <Broken />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Problème d’affichage');
  expect(screen.getByText('Rechargez-la.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Recharger la page' })).toBeDefined();
  expect(screen.queryAllByRole('main')).toHaveLength(mains);
});
