import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, test } from 'vitest';
import { HouseholdTable } from './household-table.tsx';
import type { ListedHousehold } from './households.queries.ts';

afterEach(cleanup);

const household = (id: string, name: string): ListedHousehold => ({
  id,
  name,
  fileComplete: id !== 'b',
  guardians: [
    {
      id: `${id}-1`,
      firstName: 'Claire',
      lastName: name,
      email: 'claire@example.org',
      phone: '06 12 34 56 78',
      access: id === 'b' ? 'bounced' : 'active',
    },
  ],
  children: [{ id: `${id}-c`, firstName: 'Lina', lastName: name, schoolClass: 'CE1' }],
});

const families = [household('a', 'Aubry'), household('b', 'Benali')];

let chosen: readonly string[] = [];

const show = (opened: string | null = null, already: readonly ListedHousehold[] = []) =>
  render(
    <MemoryRouter>
      <HouseholdTable
        households={families}
        opened={opened}
        chosen={new Map(already.map((one) => [one.id, one]))}
        onChoose={(next) => {
          chosen = [...next.keys()];
        }}
        onOpen={() => undefined}
      />
    </MemoryRouter>,
  );

describe('the list of families', () => {
  test('tells in words who they are, whether the file is complete and how each access stands', () => {
    show();
    const benali = within(screen.getByRole('row', { name: /Benali/ }));
    expect(benali.queryByText('Adresse refusée')).not.toBeNull();
    expect(benali.queryByText('Incomplet')).not.toBeNull();
    expect(benali.getByRole('link', { name: 'Benali' }).getAttribute('href')).toContain(
      '/familles/b',
    );
  });

  test('chooses one family, or all that are shown', () => {
    show();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Choisir Benali' }));
    expect(chosen).toEqual(['b']);
    fireEvent.click(screen.getByRole('checkbox', { name: /toutes/ }));
    expect(chosen).toEqual(['a', 'b']);
  });

  test('gives up all that are shown when all were chosen', () => {
    show(null, families);
    fireEvent.click(screen.getByRole('checkbox', { name: /toutes/ }));
    expect(chosen).toEqual([]);
  });

  test('puts whoever comes back on the family they had opened', () => {
    show('b');
    expect(document.activeElement?.textContent).toBe('Benali');
  });
});
