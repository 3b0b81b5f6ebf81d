import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import { LoadFailure } from './load-failure.tsx';

afterEach(cleanup);

const show = (error: unknown) =>
  render(
    <MemoryRouter>
      <LoadFailure
        title="La liste n’a pas pu être chargée"
        error={error}
        retry={() => undefined}
        retrying={false}
      />
    </MemoryRouter>,
  );

test('a page one has no right to is explained, not tried again', () => {
  show({ code: 'forbidden', status: 403, requestId: 'r-1' });
  expect(screen.queryByText('Votre compte n’ouvre pas cette page')).not.toBeNull();
  expect(screen.queryByRole('button', { name: 'Réessayer' })).toBeNull();
});

test('any other failure can be tried again', () => {
  show(new TypeError('Failed to fetch'));
  expect(screen.getByRole('alert').textContent).toContain('hors ligne');
  expect(screen.queryByRole('button', { name: 'Réessayer' })).not.toBeNull();
});
