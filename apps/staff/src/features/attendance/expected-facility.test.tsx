import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { ExpectedFacility, ExpectedUnit } from './attendance.queries.ts';
import { FacilitySection } from './expected-facility.tsx';

afterEach(cleanup);

const unit = (change: Partial<ExpectedUnit> = {}): ExpectedUnit => ({
  unit: 'soir',
  label: 'Périscolaire soir',
  startsAt: '16:30',
  endsAt: '18:30',
  closedLabel: null,
  expected: 0,
  children: [],
  ...change,
});

const sara = {
  childId: '1',
  firstName: 'Sara',
  lastName: 'Benali',
  schoolClass: 'MS',
  allergies: 'Arachide, œuf (PAI)',
};

const show = (...units: ExpectedUnit[]) => {
  const facility: ExpectedFacility = {
    id: 'jean-moulin',
    name: 'École Jean-Moulin',
    activities: [{ activity: 'periscolaire', label: 'Périscolaire', units }],
  };
  render(<FacilitySection facility={facility} />);
};

const headings = (level: number) =>
  screen.queryAllByRole('heading', { level }).map(({ textContent }) => textContent);

describe('the list of a site', () => {
  test('goes from the site to the activity to the unit', () => {
    show(unit({ unit: 'matin', label: 'Périscolaire matin' }), unit());
    expect(headings(2)).toEqual(['École Jean-Moulin']);
    expect(headings(3)).toEqual(['Périscolaire']);
    expect(headings(4)).toEqual(['Périscolaire matin', 'Périscolaire soir']);
  });

  test('does not say twice the name of an activity of one unit', () => {
    show(unit({ label: 'Périscolaire' }));
    expect(headings(3)).toEqual(['Périscolaire']);
    expect(headings(4)).toEqual([]);
  });

  test('says allergies in words, beside the child they are of', () => {
    const noe = { ...sara, childId: '2', firstName: 'Noé', allergies: null };
    show(unit({ expected: 2, children: [sara, noe] }));
    const [first, second] = screen.getAllByRole('listitem');
    if (!first || !second) throw new Error('Two children are listed');
    expect(first.textContent).toContain('Benali Sara');
    expect(within(first).queryByText('Allergies : Arachide, œuf (PAI)')).not.toBeNull();
    expect(second.textContent).not.toContain('Allergies');
  });

  test('tells why a unit is closed', () => {
    show(unit({ closedLabel: 'Réunion des enseignants' }));
    expect(screen.queryByText('Fermé')).not.toBeNull();
    expect(screen.queryByText('Réunion des enseignants')).not.toBeNull();
  });

  test('still names the children booked before a closure', () => {
    show(unit({ closedLabel: 'Grève', expected: 1, children: [sara] }));
    expect(screen.queryByText('Benali Sara')).not.toBeNull();
    expect(screen.queryByText(/réservés avant la fermeture/)).not.toBeNull();
  });
});
