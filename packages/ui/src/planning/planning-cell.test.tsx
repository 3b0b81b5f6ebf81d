import { cellKeys, cellView, cellWords } from '@preau/domain/bookings/cell-view';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cellLooks } from './cell-looks.tsx';
import { PlanningCell } from './planning-cell.tsx';

afterEach(cleanup);

const name = 'Cantine, Léa, mardi 1er décembre, 3,42 €';

type Input = Parameters<typeof cellView>[0];
type Expected = {
  state: string;
  word: string;
  pressed: string | null;
  disabled: string | null;
  opens: string | null;
};

const rows: readonly (readonly [string, Input, Expected])[] = [
  [
    'a free day is an unpressed toggle',
    { state: null, constraint: 'free', draft: null, waitingList: 'none' },
    { state: 'free', word: 'Libre', pressed: 'false', disabled: null, opens: null },
  ],
  [
    'a day to add is a pressed toggle',
    { state: null, constraint: 'free', draft: 'add', waitingList: 'none' },
    { state: 'add', word: 'À ajouter', pressed: 'true', disabled: null, opens: null },
  ],
  [
    'a booked day is a pressed toggle',
    { state: 'confirmed', constraint: 'free', draft: null, waitingList: 'none' },
    { state: 'booked', word: 'Réservé', pressed: 'true', disabled: null, opens: null },
  ],
  [
    'a day to cancel is an unpressed toggle',
    { state: 'confirmed', constraint: 'free', draft: 'remove', waitingList: 'none' },
    { state: 'remove', word: 'À annuler', pressed: 'false', disabled: null, opens: null },
  ],
  [
    'a day past its limit keeps the focus and explains itself',
    { state: null, constraint: 'staffOnly', draft: null, waitingList: 'none' },
    { state: 'deadline', word: 'Hors délai', pressed: null, disabled: 'true', opens: 'dialog' },
  ],
  [
    'a booked day past its limit still reads booked, locked',
    { state: 'confirmed', constraint: 'staffOnly', draft: null, waitingList: 'none' },
    { state: 'booked', word: 'Réservé', pressed: 'true', disabled: 'true', opens: 'dialog' },
  ],
  [
    'a full day explains itself',
    { state: null, constraint: 'full', draft: null, waitingList: 'none' },
    { state: 'full', word: 'Complet', pressed: null, disabled: 'true', opens: 'dialog' },
  ],
  [
    'a full day that can be waited for proposes the list',
    { state: null, constraint: 'full', draft: null, waitingList: 'online' },
    { state: 'full', word: 'Complet', pressed: null, disabled: null, opens: 'dialog' },
  ],
  [
    'a closed day explains itself',
    { state: null, constraint: 'closed', draft: null, waitingList: 'none' },
    { state: 'closed', word: 'Fermé', pressed: null, disabled: 'true', opens: 'dialog' },
  ],
  [
    'a day attended opens its detail',
    { state: 'attended', constraint: 'staffOnly', draft: null, waitingList: 'none' },
    { state: 'present', word: 'Présent', pressed: 'true', disabled: null, opens: 'dialog' },
  ],
];

describe('a cell of the planning', () => {
  test.each(rows)('%s', (_, input, expected) => {
    render(<PlanningCell view={cellView(input)} name={name} onTap={() => {}} />);
    const cell = screen.getByRole('button', { name: new RegExp(`^${name},\\s*${expected.word}`) });
    expect({
      state: cell.dataset['state'],
      word: cell.querySelector('[data-word]')?.textContent,
      pressed: cell.getAttribute('aria-pressed'),
      disabled: cell.getAttribute('aria-disabled'),
      opens: cell.getAttribute('aria-haspopup'),
    }).toEqual(expected);
    expect(cell.hasAttribute('disabled')).toBe(false);
  });

  test('a tap reaches the page even where nothing can be changed', () => {
    const onTap = vi.fn<() => void>();
    const view = cellView({
      state: null,
      constraint: 'staffOnly',
      draft: null,
      waitingList: 'none',
    });
    render(<PlanningCell view={view} name={name} onTap={onTap} />);
    fireEvent.click(screen.getByRole('button'));
    expect(onTap).toHaveBeenCalledOnce();
  });

  test('a day whose tap asks before it changes anything says that it opens a sheet', () => {
    const view = cellView({
      state: 'awaitingPayment',
      constraint: 'free',
      draft: null,
      waitingList: 'none',
    });
    render(<PlanningCell view={view} name={name} asksFirst onTap={() => {}} />);
    const cell = screen.getByRole('button', { name: /À payer$/ });
    expect(cell.getAttribute('aria-haspopup')).toBe('dialog');
    expect(cell.getAttribute('aria-disabled')).toBeNull();
  });

  test('a lock is said, not only drawn', () => {
    const view = cellView({
      state: 'confirmed',
      constraint: 'staffOnly',
      draft: null,
      waitingList: 'none',
    });
    render(<PlanningCell view={view} name={name} onTap={() => {}} />);
    expect(screen.getByRole('button', { name: /non modifiable en ligne$/ })).toBeTruthy();
  });
});

describe('states of a cell', () => {
  test('no two states share word and look', () => {
    const faces = cellKeys.map((key) => {
      const { tone, Icon } = cellLooks[key];
      return `${cellWords[key]} ${tone} ${Icon?.displayName ?? ''}`;
    });
    expect(new Set(faces).size).toBe(cellKeys.length);
  });

  test('every state has a word', () => {
    expect(cellKeys.filter((key) => cellWords[key].trim() === '')).toEqual([]);
  });
});
