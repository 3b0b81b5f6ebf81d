import { client as api } from '@preau/api-client/family/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { day } from '@preau/domain/time/day';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Organisation } from '../../../shared/organisation.ts';
import { planningOf, rowOf } from '../planning.factory.ts';
import { draftStore } from '../use-draft.ts';
import type { Period, PeriodLine } from './period.queries.ts';
import { RepeatSheet } from './repeat-sheet.tsx';

/** jsdom has no modal dialogs. */
HTMLDialogElement.prototype.showModal = function open() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function shut() {
  this.open = false;
};

const organisation = {
  timeZone: 'Europe/Paris',
  officeHoursText: '',
  contact: { name: 'le service', phone: '', email: '', address: '' },
} as Organisation;

const line = (
  on: string,
  result: PeriodLine['result'],
  more: Partial<PeriodLine> = {},
): PeriodLine => ({
  childId: 'lea',
  childFirstName: 'Léa',
  sessionId: `soir-${on}`,
  on,
  unit: 'soir',
  unitLabel: 'Périscolaire soir',
  activityLabel: 'Périscolaire',
  facility: 'École',
  action: 'add',
  outcome: 'accepted',
  limitAt: null,
  late: false,
  dueAt: null,
  cents: result === 'done' ? 280 : 0,
  reasons: [],
  priceReasons: [],
  result,
  ...more,
});

const asked: Period[] = [];
let written = 0;
/** What the preview tells beside the rest. */
let more: readonly PeriodLine[] = [];

/** A server that knows one full Tuesday and one public holiday. */
async function server(input: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(input.url);
  if (pathname.endsWith('/planning')) {
    const from = day(searchParams.get('from') ?? '');
    const until = day(searchParams.get('until') ?? '');
    const rows = ['lea', 'noe'].map((childId) => rowOf({ unit: 'soir', childId, from, until }));
    return Response.json(planningOf(from, until, rows));
  }
  if (pathname.endsWith('/me')) {
    const children = planningOf(day('2026-12-01'), day('2026-12-01'), []).children;
    return Response.json({ children });
  }
  if (pathname.endsWith('/preview')) {
    const period: Period = await input.json();
    asked.push(period);
    return Response.json(previewOf(period.waitWhenFull));
  }
  if (pathname.endsWith('/cart/period')) {
    written += 1;
    const { on, ...one } = line('2026-12-01', 'done');
    return Response.json({
      cart: { revision: 2, updatedBy: null, totalCents: 280, lines: [{ ...one, on }] },
      changes: [{ childId: 'lea', sessionId: one.sessionId, previous: null, action: 'add' }],
    });
  }
  return Response.json({ revision: 1, updatedBy: null, totalCents: 0, lines: [] });
}

function previewOf(waits: boolean) {
  const lines = [
    line('2026-12-01', 'done'),
    line('2026-12-08', waits ? 'waiting' : 'full', { reasons: [{ code: 'full', capacity: 14 }] }),
    line('2026-12-15', 'excluded', { reasons: [{ code: 'closed', label: 'travaux' }] }),
    ...more,
  ];
  const count = (result: PeriodLine['result']) =>
    lines.filter((one) => one.result === result).length;
  return {
    now: '2026-11-24T08:00:00.000Z',
    lines,
    totalCents: 280,
    counts: {
      done: count('done'),
      waiting: count('waiting'),
      full: count('full'),
      late: 0,
      already: count('already'),
      excluded: count('excluded'),
    },
    stops: null,
  };
}

const close = vi.fn<() => void>();

beforeEach(() => {
  asked.length = 0;
  written = 0;
  more = [];
  close.mockClear();
  draftStore.dispatch({ type: 'forgotten' });
  api.setConfig({ baseUrl: 'http://localhost', fetch: (input) => server(input as Request) });
  const start = {
    childIds: ['lea'],
    unit: 'soir',
    units: [{ unit: 'soir', title: 'Périscolaire soir' }],
    weekdays: [],
  };
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <MemoryRouter>
        <RepeatSheet start={start} organisation={organisation} onClose={close} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
});

afterEach(cleanup);

const tuesday = async () => fireEvent.click(await screen.findByRole('button', { name: 'mardi' }));

test('nothing is asked, and nothing can be added, before a day is chosen', async () => {
  await screen.findByText('Choisissez au moins un jour.');
  const add = screen.getByRole('button', { name: 'Ajouter ces dates' });
  expect(add.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(add);
  expect([asked.length, written]).toEqual([0, 0]);
});

test('a day on which the service is closed cannot be chosen', async () => {
  const wednesday = await screen.findByRole('button', { name: /mercredi, pas d’accueil/ });
  fireEvent.click(wednesday);
  expect(wednesday.getAttribute('aria-pressed')).toBe('false');
});

test('the preview tells what will and will not be, with its dates, before anything is written', async () => {
  await tuesday();
  await screen.findByText(/^1 date ·/);
  expect(asked.at(-1)?.entries).toEqual([{ childId: 'lea', unit: 'soir', weekday: 2 }]);
  fireEvent.click(screen.getByText('1 exclue'));
  expect(screen.getByText(/travaux/)).toBeTruthy();
  expect(written).toBe(0);
});

test('a date that only waits in the cart is told from one that is booked', async () => {
  more = [
    line('2026-12-22', 'already'),
    line('2027-01-05', 'already', { reasons: [{ code: 'alreadyBooked' }] }),
    line('2027-01-12', 'already', { reasons: [{ code: 'alreadyBooked' }] }),
  ];
  await tuesday();
  await screen.findByText('1 déjà dans votre panier');
  expect(screen.getByText('2 déjà réservées')).toBeTruthy();
});

test('the dates of a count scroll under the keyboard too, and are named', async () => {
  await tuesday();
  fireEvent.click(await screen.findByText('1 exclue'));
  const dates = screen.getByRole('region', { name: '1 exclue' });
  expect(dates.tabIndex).toBe(0);
  expect(within(dates).getAllByRole('listitem')).toHaveLength(1);
});

test('dates the service has to accept are asked for, and say by when it answers', async () => {
  more = ['2026-12-10', '2026-12-17'].map((on) =>
    line(on, 'done', { outcome: 'pending', dueAt: '2026-11-26T14:00:00.000Z' }),
  );
  await tuesday();
  await screen.findByText('2 dates à demander');
  expect(screen.getByText(/^Rien n’est à payer maintenant/).textContent).toContain(
    'le service vous répond au plus tard le jeudi 26',
  );
  // One more is free at once: it is not all a request.
  expect(screen.getByRole('button', { name: 'Ajouter 3 dates' })).toBeTruthy();
});

test('full dates wait when one asks for it', async () => {
  await tuesday();
  fireEvent.click(await screen.findByLabelText('Mettre les dates complètes en liste d’attente'));
  await screen.findByRole('button', { name: 'Ajouter 2 dates' });
  expect(asked.at(-1)?.waitWhenFull).toBe(true);
});

test('adding the dates is one step of the draft, which one undo takes back', async () => {
  await tuesday();
  fireEvent.click(await screen.findByRole('button', { name: 'Ajouter 1 date' }));
  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(draftStore.read().entries.size).toBe(1);
  expect(draftStore.read().past).toHaveLength(1);
  draftStore.dispatch({ type: 'undo' });
  expect(draftStore.read().entries.size).toBe(0);
});
