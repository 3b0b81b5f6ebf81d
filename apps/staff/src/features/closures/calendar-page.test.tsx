import { client as api } from '@preau/api-client/staff/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CalendarPage } from './calendar-page.tsx';
import type { Closure, ClosureCalendar, Impact } from './closures.queries.ts';

// jsdom has no dialogs.
HTMLDialogElement.prototype.showModal = function open() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

/** A server of one town; what is sent to it is kept. */
let closures: Closure[];
let sent: { method: string; path: string; body: unknown; key: string | null }[];
let impacts: Impact[];
let changes: boolean;

const strike: Closure = {
  id: 'c-1',
  from: '2026-12-07',
  until: '2026-12-07',
  label: 'Grève',
  facility: null,
  activity: { code: 'cantine', label: 'Cantine' },
  declaredBy: 'Claire Aubry',
  declaredAt: '2026-11-16T08:00:00.000Z',
  cancelled: 37,
  canRemove: true,
};

const calendar = (): ClosureCalendar => ({
  schoolYears: ['2025-2026', '2026-2027', '2027-2028'],
  schoolYear: '2026-2027',
  from: '2026-09-01',
  until: '2027-08-31',
  today: '2026-11-16',
  facilities: [
    { id: 'a', name: 'École A' },
    { id: 'b', name: 'École B' },
  ],
  activities: [
    { code: 'cantine', label: 'Cantine', facilityIds: ['a', 'b'] },
    { code: 'etude', label: 'Étude', facilityIds: ['a'] },
  ],
  credit: 'full',
  closures,
  publicHolidays: [{ on: '2026-12-25', name: 'Noël' }],
  schoolHolidays: [{ from: '2026-12-19', until: '2027-01-03', name: 'Vacances de Noël' }],
});

const impact = (cancelled: number, fingerprint: string): Impact => ({
  sessions: 12,
  days: 1,
  bookings: cancelled === 0 ? [] : [{ state: 'confirmed', count: cancelled }],
  cancelled,
  kept: 0,
  households: Math.ceil(cancelled / 2),
  creditedCents: cancelled * 390,
  chargedCents: 0,
  fingerprint,
});

async function server(asked: Request): Promise<Response> {
  const { pathname } = new URL(asked.url);
  if (pathname.includes('/organisations/')) {
    return Response.json({ name: 'Ville', timeZone: 'Europe/Paris' });
  }
  if (asked.method === 'GET') return Response.json(calendar());
  const body: unknown = asked.method === 'POST' ? await asked.json() : null;
  const path = pathname.replace('/api/staff', '');
  sent.push({ method: asked.method, path, body, key: asked.headers.get('idempotency-key') });
  if (path === '/closures/preview') return Response.json(impacts.shift());
  if (asked.method === 'DELETE') {
    closures = [];
    return Response.json({ reopenedSessions: 12 });
  }
  if (changes) {
    changes = false;
    const problem = { code: 'impact-changed', type: '', title: '', status: 409, requestId: 'r' };
    return Response.json(problem, { status: 409 });
  }
  closures = [{ ...strike, id: 'c-2', label: 'Travaux' }];
  return Response.json({ ...impact(2, 'x'), id: 'c-2' });
}

async function show() {
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <MemoryRouter initialEntries={['/staff/ville/calendrier']}>
        <Routes>
          <Route path="/staff/:slug/calendrier" element={<CalendarPage />} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  await screen.findByRole('button', { name: 'Déclarer une fermeture' });
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u00a0', ' ');

beforeEach(() => {
  closures = [strike];
  sent = [];
  impacts = [impact(2, 'first'), impact(3, 'second')];
  changes = false;
  api.setConfig({ baseUrl: 'http://ville.test', fetch: (asked) => server(asked as Request) });
});
afterEach(cleanup);

describe('the calendar of the year', () => {
  test('lists closures with who declared them, and the holidays', async () => {
    await show();
    const line = screen.getByRole('heading', { name: 'Grève' }).closest('li');
    expect(plain(line?.textContent)).toContain('Lundi 7 décembre 2026');
    expect(plain(line?.textContent)).toContain(
      'Tous les sites · Cantine · 37 réservations annulées · déclarée par Claire Aubry',
    );
    expect(screen.getByText('Vacances de Noël')).toBeDefined();
    expect(plain(screen.getByText(/^Vendredi 25/).textContent)).toBe('Vendredi 25 décembre 2026');
  });

  test('a closure that has begun cannot be taken back, and says so', async () => {
    closures = [{ ...strike, canRemove: false }];
    await show();
    const button = screen.getByRole('button', { name: 'Retirer la fermeture « Grève »' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('taking one back says that bookings do not come back', async () => {
    await show();
    press('Retirer la fermeture « Grève »');
    expect(plain(screen.getByRole('dialog').textContent)).toContain(
      '37 réservations ont été annulées par cette fermeture',
    );
    press('Retirer la fermeture');
    await waitFor(() => expect(sent).toMatchObject([{ method: 'DELETE', path: '/closures/c-1' }]));
    expect(
      (await screen.findAllByText(/retirée : ces jours sont de nouveau ouverts/)).length,
    ).toBeGreaterThan(0);
  });
});

describe('declaring a closure', () => {
  async function writeStrike() {
    await show();
    press('Déclarer une fermeture');
    write('Du', '2026-12-08');
    write('Site', 'a');
    write('Motif', 'Travaux');
    press('Voir les conséquences');
    await screen.findByText(/Prévenu par e.mail/);
  }

  test('shows first what would be cancelled, then does just that', async () => {
    await writeStrike();
    const told = plain(screen.getByRole('dialog').textContent);
    expect(told).toContain('Mardi 8 décembre 2026');
    expect(told).toContain('École A · toutes les activités');
    expect(told).toContain('12 accueils sur 1 jour');
    expect(told).toContain('2 réservations');
    expect(told).toContain('7,80 €');
    press(/^Fermer et annuler 2.réservations$/);
    await screen.findAllByText(/Fermeture « Travaux » déclarée/);
    expect(sent.map(({ path }) => path)).toEqual(['/closures/preview', '/closures']);
    expect(sent[1]).toMatchObject({
      body: { facilityId: 'a', from: '2026-12-08', until: '2026-12-08', fingerprint: 'first' },
    });
    expect(sent[1]?.key).not.toBeNull();
  });

  test('what changed meanwhile is shown again before anything is done', async () => {
    changes = true;
    await writeStrike();
    press(/^Fermer et annuler 2/);
    await screen.findByRole('button', { name: /^Fermer et annuler 3/ });
    expect(screen.getByRole('alert').textContent).toContain('Rien n’a été fait');
    press(/^Fermer et annuler 3/);
    await screen.findAllByText(/Fermeture « Travaux » déclarée/);
    const [first, second] = sent.filter(({ path }) => path === '/closures');
    expect(second).toMatchObject({ body: { fingerprint: 'second' } });
    expect(second?.key).not.toBe(first?.key);
  });

  test('nothing is asked while a word or a day is missing', async () => {
    await show();
    press('Déclarer une fermeture');
    write('Du', '2026-11-13');
    press('Voir les conséquences');
    expect(screen.getByText('Indiquez pourquoi, en quelques mots.')).toBeDefined();
    expect(screen.getByText('Une fermeture commence au plus tôt aujourd’hui.')).toBeDefined();
    expect(sent).toEqual([]);
  });

  test('a site offers the activities it has', async () => {
    await show();
    press('Déclarer une fermeture');
    write('Site', 'b');
    const options = screen.getAllByRole('option').map((one) => one.textContent);
    expect(options).toContain('Cantine');
    expect(options).not.toContain('Étude');
  });
});
