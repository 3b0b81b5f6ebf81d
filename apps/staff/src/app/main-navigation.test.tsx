import { countRequestsQueryKey } from '@preau/api-client/staff/queries';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, describe, expect, test } from 'vitest';
import type { Me } from '../shared/session.ts';
import { MainNavigation } from './main-navigation.tsx';

afterEach(cleanup);

const counts = { bookings: 3, overdue: 0, dueSoon: 0, enrolments: 1, documents: 2 };

function show(role: Me['roles'][number]['role']) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(countRequestsQueryKey(), counts);
  const me = { roles: [{ role, facilityId: null }] } as Pick<Me, 'roles'> as Me;
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={['/staff/ville/calendrier']}>
        <Routes>
          <Route path="/staff/:slug/*" element={<MainNavigation me={me} />} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return screen.getAllByRole('link').map(({ textContent }) => textContent);
}

const more = () => screen.getByRole('button', { name: 'Plus' });

describe('the entries of the back office', () => {
  test('the office has all of them but the settings', () => {
    expect(show('office')).toEqual([
      'Aujourd’hui',
      'Demandes6, 6 à traiter',
      'Occupation',
      'Familles',
      'Calendrier',
      'Actualités',
    ]);
  });

  test('who administers sets the organisation too', () => {
    expect(show('administrator')).toContain('Réglages');
  });

  test('who welcomes children has the day, and no list of more', () => {
    expect(show('attendant')).toEqual(['Aujourd’hui']);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('the list of more, on a phone', () => {
  test('opens and closes; Escape gives the focus back', () => {
    show('office');
    expect(more().getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(more());
    expect(more().getAttribute('aria-expanded')).toBe('true');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(more().getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(more());
  });

  test('closes when an entry is followed', () => {
    show('office');
    fireEvent.click(more());
    fireEvent.click(screen.getByRole('link', { name: 'Actualités' }));
    expect(more().getAttribute('aria-expanded')).toBe('false');
  });
});
