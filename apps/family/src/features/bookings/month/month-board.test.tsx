import { type Day, day } from '@preau/domain/time/day';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Organisation } from '../../../shared/organisation.ts';
import { Announcements } from '../announcements.tsx';
import { december, planningOf, rowOf } from '../planning.factory.ts';
import { draftStore } from '../use-draft.ts';
import { useGestures } from '../use-gestures.ts';
import { useTaps } from '../use-taps.ts';
import { useUndoKeys } from '../use-undo-keys.ts';
import { createGridStore } from './grid-store.ts';
import { MonthBoard } from './month-board.tsx';
import { monthOf } from './month.ts';

const matin = rowOf({ unit: 'matin', ...december });
const soir = rowOf({ unit: 'soir', ...december });
const late = { ...soir, constraint: soir.constraint.map(() => 'staffOnly' as const) };
const noe = rowOf({ unit: 'matin', childId: 'noe', ...december }, { sessionId: soir.sessionId });

const organisation = {
  timeZone: 'Europe/Paris',
  officeHoursText: '',
  contact: { name: 'le service', phone: '', email: '', address: '' },
} as Organisation;

const show = vi.fn<(month: Day | null) => void>();
const explain = vi.fn<() => void>();

function Board() {
  const month = monthOf(planningOf(december.from, december.until, [matin, late, noe]), () => true);
  const taps = { ...useTaps(), explain };
  useUndoKeys(useGestures());
  return (
    <>
      <Announcements />
      <MonthBoard
        month={month}
        today={day('2026-12-07')}
        show={show}
        organisation={organisation}
        taps={taps}
        grid={grid}
      />
    </>
  );
}

let grid = createGridStore();

beforeEach(() => {
  grid = createGridStore();
  show.mockClear();
  explain.mockClear();
  draftStore.dispatch({ type: 'forgotten' });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Board />
    </QueryClientProvider>,
  );
});

afterEach(cleanup);

const press = (key: string, more: { shiftKey?: boolean; ctrlKey?: boolean } = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const cell = (row: number, column: number): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  if (!found) throw new Error(`No cell at ${row}, ${column}`);
  return found;
};
/** The name of what has the focus, as it is read. */
const here = () => {
  const focused = document.activeElement;
  const name = focused?.getAttribute('aria-label') ?? focused?.firstElementChild?.textContent;
  return name?.replaceAll('\u00a0', ' ');
};
const drafted = () => [...draftStore.read().entries.values()].map(({ sessionId }) => sessionId);
const stops = () => screen.getByRole('grid').querySelectorAll('[tabindex="0"]');

test('the grid is one tab stop, on today, wherever one goes', () => {
  expect(stops()).toHaveLength(1);
  cell(0, 4).focus();
  for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowLeft', 'End', 'Home', 'ArrowLeft']) {
    press(key);
    expect(stops()).toHaveLength(1);
    expect(stops()[0]).toBe(document.activeElement);
  }
});

test('arrows, ends and corners', () => {
  cell(0, 4).focus();
  expect(here()).toBe('matin, Léa, lundi 7 décembre, 2,00 €, Libre');
  press('ArrowRight');
  expect(here()).toMatch(/mardi 8 décembre/);
  press('ArrowDown');
  expect(here()).toMatch(/^soir, Léa, mardi 8/);
  press('End');
  expect(here()).toMatch(/jeudi 31/);
  press('Home', { ctrlKey: true });
  expect(here()).toMatch(/^matin, Léa, mardi 1er décembre/);
  press('End', { ctrlKey: true });
  expect(here()).toMatch(/^matin, Noé, jeudi 31/);
  press('Home');
  press('ArrowLeft');
  expect(here()).toMatch(/^matin, Noé, .*actions$/);
});

test('Page Down goes a week on, and past the month asks for the next one', () => {
  cell(0, 4).focus();
  press('PageDown');
  expect(here()).toMatch(/lundi 14 décembre/);
  press('PageDown');
  press('PageDown');
  expect(show).not.toHaveBeenCalled();
  press('PageDown');
  expect(show).toHaveBeenCalledWith('2027-01-04');
  expect(grid.read().arrival).toEqual({ on: '2027-01-04', rowKey: 'lea/matin' });
});

test('Space adds a day and says so, Ctrl+Z and Ctrl+Shift+Z go back and forth', () => {
  cell(0, 4).focus();
  press(' ');
  expect(drafted()).toEqual(['matin-2026-12-07']);
  expect(screen.getByRole('status').textContent?.replaceAll('\u00a0', ' ')).toBe(
    'Matin, Léa, lundi 7 décembre : à ajouter. Panier : + 2,00 €.',
  );
  press('z', { ctrlKey: true });
  expect(drafted()).toEqual([]);
  press('Z', { ctrlKey: true, shiftKey: true });
  expect(drafted()).toEqual(['matin-2026-12-07']);
});

test('Shift and arrows draw a rectangle, Space fills it in one step and counts what it leaves', () => {
  cell(0, 4).focus();
  press('ArrowRight', { shiftKey: true });
  press('ArrowDown', { shiftKey: true });
  expect(document.querySelectorAll('td[aria-selected="true"]')).toHaveLength(4);
  press(' ');
  expect(drafted()).toEqual(['matin-2026-12-07', 'matin-2026-12-08']);
  expect(screen.getByRole('status').textContent).toMatch(/^2 modifications, 2 ignorées\./);
  expect(document.querySelectorAll('td[aria-selected="true"]')).toHaveLength(0);
  press('z', { ctrlKey: true });
  expect(drafted()).toEqual([]);
});

test('Escape drops the rectangle and changes nothing', () => {
  cell(0, 4).focus();
  press('ArrowRight', { shiftKey: true });
  press('Escape');
  expect(document.querySelectorAll('td[aria-selected="true"]')).toHaveLength(0);
  expect(drafted()).toEqual([]);
});

test('a day that cannot be changed keeps the focus, and Enter explains', () => {
  cell(1, 4).focus();
  expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true');
  press('Enter');
  expect(explain).toHaveBeenCalledOnce();
  expect(drafted()).toEqual([]);
});

test('the mouse paints along a row, from the cell it began on', () => {
  fireEvent.pointerDown(cell(0, 4), { pointerType: 'mouse', button: 0 });
  fireEvent.pointerOver(cell(2, 8), { pointerType: 'mouse' });
  expect(document.querySelectorAll('td[aria-selected="true"]')).toHaveLength(5);
  fireEvent.pointerUp(window);
  expect(drafted()).toEqual([
    'matin-2026-12-07',
    'matin-2026-12-08',
    'matin-2026-12-10',
    'matin-2026-12-11',
  ]);
});

test('a finger does not paint: it scrolls', () => {
  fireEvent.pointerDown(cell(0, 4), { pointerType: 'touch', button: 0 });
  fireEvent.pointerOver(cell(0, 8), { pointerType: 'touch' });
  fireEvent.pointerUp(window);
  expect(drafted()).toEqual([]);
});
