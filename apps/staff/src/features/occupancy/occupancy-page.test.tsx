import { client as api } from '@preau/api-client/staff/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cellOf, fullDay, occupancyOf } from './occupancy.factory.ts';
import { OccupancyPage } from './occupancy-page.tsx';
import type { OccupancyDay } from './occupancy.queries.ts';

// jsdom has no dialogs.
HTMLDialogElement.prototype.showModal = function open() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

/** A server of two schools; what is sent to it is kept. */
let sent: { path: string; body: unknown }[];
let told: OccupancyDay;
let refuses: string | null;

const places = occupancyOf([
  {
    facility: 'École A',
    unit: 'Cantine',
    cells: [cellOf(5), null, cellOf(20, { waiting: 2 }), cellOf(0, { closed: 'Grève' })],
  },
  { facility: 'École A', unit: 'Étude', cells: [cellOf(19), null, cellOf(12), cellOf(3)] },
  { facility: 'École B', unit: 'Cantine', cells: [cellOf(8), null, cellOf(9), cellOf(1)] },
]);

async function server(asked: Request): Promise<Response> {
  const { pathname } = new URL(asked.url);
  if (pathname.includes('/organisations/')) {
    return Response.json({ name: 'Ville', timeZone: 'Europe/Paris' });
  }
  if (pathname.endsWith('/requests/counts')) {
    return Response.json({ bookings: 4, overdue: 1, dueSoon: 0, enrolments: 2, documents: 0 });
  }
  if (pathname.endsWith('/occupancy/day')) return Response.json(told);
  if (pathname.endsWith('/occupancy')) return Response.json(places);
  sent.push({ path: pathname.replace('/api/staff', ''), body: await asked.json() });
  if (refuses !== null) {
    const problem = { code: refuses, type: '', title: '', status: 409, requestId: 'r' };
    return Response.json(problem, { status: 409 });
  }
  return pathname.endsWith('/places')
    ? new Response(null, { status: 204 })
    : Response.json({ bookingId: 'one', state: 'offered', until: '2026-11-17T08:00:00.000Z' });
}

const Address = () => <output data-testid="address">{useLocation().search}</output>;

async function show(query = '?mois=2026-12') {
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <MemoryRouter initialEntries={[`/staff/ville/occupation${query}`]}>
        <Routes>
          <Route
            path="/staff/:slug/occupation"
            element={
              <>
                <OccupancyPage />
                <Address />
              </>
            }
          />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  await screen.findByRole('grid');
}

const cell = (name: RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');
const address = () => screen.getByTestId('address').textContent;

beforeEach(() => {
  sent = [];
  told = fullDay();
  refuses = null;
  api.setConfig({ baseUrl: 'http://ville.test', fetch: (asked) => server(asked as Request) });
});
afterEach(cleanup);

describe('the places of a month', () => {
  test('each cell says who, where, when and how full', async () => {
    await show();
    expect(
      cell(/^Cantine, École A, mardi 1er.décembre : 5.places prises, 15.places libres$/),
    ).toBeDefined();
    expect(cell(/jeudi 3.décembre : 20.places prises, complet, 2 en attente/).textContent).toBe(
      '20●',
    );
    expect(cell(/vendredi 4.décembre : fermé : Grève/).textContent).toBe('✕');
  });

  test('a day on which nothing is planned has no column', async () => {
    await show();
    expect(screen.getAllByRole('columnheader').map((head) => plain(head.textContent))).toEqual([
      'Accueil',
      'mardi 1er décembreM1',
      'jeudi 3 décembreJ3',
      'vendredi 4 décembreV4',
    ]);
  });

  test('the figures at the top are those of the server', async () => {
    await show();
    expect(screen.getByText('dont 1 avec une place libre')).toBeDefined();
    expect(await screen.findByText('dont 1 en retard')).toBeDefined();
    expect(screen.getByRole('link', { name: '6' })).toBeDefined();
  });

  test('one stop of the tab key; arrows, Home and End move among the days', async () => {
    await show();
    const stops = () =>
      screen.getAllByRole('button').filter((one) => one.dataset['row'] && one.tabIndex === 0);
    expect(stops()).toHaveLength(1);
    const [first] = stops();
    first?.focus();
    const type = (key: string, more = {}) =>
      fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
    type('ArrowRight');
    type('ArrowDown');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Étude, École A, jeudi 3/);
    type('End', { ctrlKey: true });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(
      /^Cantine, École B, vendredi 4/,
    );
    expect(stops()).toHaveLength(1);
  });

  test('site and activity are chosen, and stay in the address', async () => {
    await show();
    fireEvent.change(screen.getByLabelText('Activité'), { target: { value: 'Étude' } });
    expect(screen.queryByText('École B', { selector: 'th' })).toBeNull();
    expect(address()).toContain('activite=%C3%89tude');
    press('Mois suivant');
    expect(address()).toContain('mois=2027-01');
    expect(address()).toContain('activite=%C3%89tude');
  });
});

describe('the day one opens', () => {
  const openLunch = async () => {
    await show();
    fireEvent.click(cell(/jeudi 3.décembre : 20.places prises/));
    await screen.findByText('Liste d’attente', { selector: 'h4' });
  };

  test('tells who waits, in order, and is in the address', async () => {
    await openLunch();
    expect(address()).toContain('jour=2026-12-03');
    const [first, second] = screen.getAllByText(/· CP · depuis le/);
    expect(first?.textContent).toBe('1er · CP · depuis le lun. 2\u00a0nov.');
    expect(second?.textContent).toMatch(/^2ᵉ · CP/);
  });

  test('a place on a full day is given with a reason, and only so', async () => {
    await openLunch();
    press('Donner la place à Malo Aubry');
    press('Donner la place');
    expect(screen.getByText('Indiquez pourquoi.')).toBeDefined();
    expect(sent).toEqual([]);
    fireEvent.change(screen.getByLabelText('Pourquoi une place de plus ?'), {
      target: { value: 'Une animatrice de plus' },
    });
    press('Donner la place');
    await waitFor(() =>
      expect(sent).toEqual([
        {
          path: '/waiting/one/place',
          body: { note: null, extraPlace: 'Une animatrice de plus' },
        },
      ]),
    );
    expect(await screen.findAllByText('Place donnée à Malo.')).toHaveLength(2);
  });

  test('who comes before their turn comes so for a reason', async () => {
    told = fullDay({ free: 1 });
    await openLunch();
    press('Proposer une place à Sara Aubry');
    fireEvent.change(screen.getByLabelText('Pourquoi cet enfant avant les autres ?'), {
      target: { value: 'Fratrie' },
    });
    press('Proposer la place');
    await waitFor(() =>
      expect(sent).toEqual([
        { path: '/waiting/two/offer', body: { note: 'Fratrie', extraPlace: null } },
      ]),
    );
  });

  test('a place that somebody else gave is told', async () => {
    told = fullDay({ free: 1 });
    refuses = 'not-waiting';
    await openLunch();
    press('Proposer une place à Malo Aubry');
    press('Proposer la place');
    expect((await screen.findByRole('alert')).textContent).toContain('n’attend plus de place');
  });

  test('a capacity below what is held says what is kept, before it is saved', async () => {
    told = fullDay({
      pools: [{ part: 'lunch', capacity: 20, allowance: 0, allowanceReason: null, taken: 18 }],
    });
    await openLunch();
    press('Changer la capacité');
    expect(screen.getByText(/18.places prises/)).toBeDefined();
    fireEvent.change(screen.getByLabelText('Capacité'), { target: { value: '15' } });
    expect(screen.getByText(/3.réservations dépassent ces places/)).toBeDefined();
    press('Enregistrer et garder les réservations');
    await waitFor(() =>
      expect(sent).toMatchObject([
        {
          path: '/places',
          body: {
            pools: [{ part: 'lunch', capacity: 15, allowance: 0 }],
            keepBookings: true,
            reason: null,
          },
        },
      ]),
    );
  });
});
