import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import { december, planningOf, rowOf } from './planning.factory.ts';
import { useServiceFilter } from './use-service-filter.tsx';

const planning = planningOf(december.from, december.until, [
  rowOf({ unit: 'soir', activity: 'Périscolaire', ...december }),
  rowOf({ unit: 'matin', activity: 'Périscolaire', ...december }),
  rowOf({ unit: 'journée', activity: 'Mercredi', ...december }, { facility: 'ALSH Les Tilleuls' }),
]);

function Page() {
  const { control, shows } = useServiceFilter();
  const { search } = useLocation();
  return (
    <>
      {control(planning)}
      <p>
        {planning.rows
          .filter(shows)
          .map(({ unit }) => unit)
          .join(' ')}
      </p>
      <output>{decodeURIComponent(search)}</output>
    </>
  );
}

function open(address: string) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter initialEntries={[address]}>
        <Page />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

afterEach(cleanup);

const list = () => screen.getByLabelText<HTMLSelectElement>('Service / site');
const choose = (value: string) => fireEvent.change(list(), { target: { value } });

test('services come first, then sites, each once', () => {
  open('/');
  expect([...list().options].map(({ text }) => text)).toEqual([
    'Tous les services',
    'Périscolaire',
    'Mercredi',
    'Site : École Jean-Moulin',
    'Site : ALSH Les Tilleuls',
  ]);
});

test('the service that is chosen is alone on the planning, and stays in the address', () => {
  open('/?semaine=2026-12-07');
  choose('service:Périscolaire');
  expect(screen.getByText('soir matin')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('?semaine=2026-12-07&service=Périscolaire');
});

test('a site takes the place of a service; all of them come back', () => {
  open('/?service=Périscolaire');
  choose('site:ALSH Les Tilleuls');
  expect(screen.getByText('journée')).toBeTruthy();
  choose('');
  expect(screen.getByText('soir matin journée')).toBeTruthy();
});

test('a service that has nothing on screen is still the one chosen', () => {
  open('/?service=vacances');
  expect(list().value).toBe('service:vacances');
});
