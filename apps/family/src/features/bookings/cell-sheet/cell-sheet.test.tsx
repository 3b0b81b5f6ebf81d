import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { showPortal, valDeLure } from '../../../shared/portal.factory.tsx';
import type { PlanningRow } from '../bookings.queries.ts';
import { cellOf } from '../cell.ts';
import { emptyDraft } from '../draft.ts';
import type { RulesStart } from '../rules/rules-sheet.tsx';
import { december, planningOf, rowOf } from '../planning.factory.ts';
import { CellSheet } from './cell-sheet.tsx';

/** jsdom has no modal dialogs. */
HTMLDialogElement.prototype.showModal = function open() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function shut() {
  this.open = false;
};

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-24T08:00:00Z'), toFake: ['Date'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const free = rowOf({ unit: 'soir', ...december });
const all = <Value,>(value: Value) => free.on.map(() => value);
const waits = (until: string, answerDueAt: string | null = null) => [
  { index: 0, bookingId: 'b', rank: null, until, answerDueAt },
];
const confirm = vi.fn<() => void>();
const seeRule = vi.fn<(start: RulesStart) => void>();

/** Opens the sheet of the 1st of December; the first reason is that of the cell. */
function open(
  more: Partial<PlanningRow>,
  reasons: { code: string }[] = [],
  { features = { ...valDeLure.features, enrolments: true }, requests = null as object | null } = {},
) {
  const row = { ...free, ...more, ...(reasons.length > 0 ? { reasons: all([0]) } : {}) };
  const planning = { ...planningOf(december.from, december.until, [row]), reasons };
  const cell = cellOf(planning, row, { on: '2026-12-01', kind: 'school', label: null }, emptyDraft);
  confirm.mockClear();
  showPortal(
    <CellSheet
      cell={cell}
      title="Périscolaire soir"
      firstName="Léa"
      organisation={{ ...valDeLure, features }}
      onConfirm={confirm}
      onRule={seeRule}
      onClose={() => undefined}
    />,
    { at: '/planning', answers: { 'GET /api/family/requests': requests } },
  );
}

const told = () => screen.getByRole('dialog').textContent?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? '';
const actions = () =>
  [...document.querySelectorAll('footer :is(button, a)')].map(({ textContent }) => textContent);

describe('a day that waits for an answer', () => {
  const requested = {
    state: all('requested' as const),
    queue: waits('2026-12-01T06:30:00.000Z', '2026-11-26T14:00:00.000Z'),
  };

  test('tells by when, and can be withdrawn', () => {
    open(requested);
    expect(told()).toContain('Le service vous répond au plus tard le jeudi 26 novembre à 15 h.');
    expect(actions()).toEqual(['Retour', 'Retirer ma demande']);
    fireEvent.click(screen.getByRole('button', { name: 'Retirer ma demande' }));
    expect(confirm).toHaveBeenCalledOnce();
  });

  test('says so when the answer is late', () => {
    vi.setSystemTime(new Date('2026-11-27T08:00:00Z'));
    open(requested);
    expect(told()).toContain('La réponse du service était attendue avant le jeudi 26 novembre');
  });

  test('stays booked until its cancellation is accepted, and asks for nothing more', () => {
    open({ ...requested, state: all('cancellationRequested' as const) });
    expect(told()).toContain('D’ici là, le jour reste réservé : votre enfant est attendu.');
    expect(actions()).toEqual(['Fermer']);
  });
});

describe('a day to be paid', () => {
  test('tells until when, whom to pay, and can be given up', () => {
    open({ state: all('awaitingPayment'), queue: waits('2026-11-25T23:00:00.000Z') });
    expect(told()).toContain('elle est à payer avant le mercredi 25 novembre à minuit.');
    expect(told()).toContain('Pour payer, adressez-vous au service');
    expect(screen.getByRole('link', { name: /Appeler le 03 53/ })).toBeTruthy();
    expect(actions()).toEqual(['Retour', 'Renoncer à la place']);
    expect(told()).not.toContain('en ligne');
  });
});

describe('a day that was not paid in time', () => {
  const expired = { state: all('expired' as const) };
  const until = Date.parse('2026-11-25T23:00:00Z');
  const requests = {
    items: [
      {
        child: { id: 'lea', firstName: 'Léa' },
        days: [
          {
            on: '2026-12-01',
            unit: 'soir',
            state: 'expired',
            reasons: [{ code: 'paymentExpired', until }],
          },
        ],
      },
    ],
  };
  const sentences = () =>
    [...screen.getByRole('dialog').querySelectorAll('p')].map(({ textContent }) =>
      textContent.replaceAll(/[\u00a0\u202f]/g, ' '),
    );

  test('says so first, then that it can be booked again while it is open', async () => {
    open(expired, [], { requests });
    await screen.findByText(/^Non payé avant/);
    expect(sentences().slice(2)).toEqual([
      'Non payé avant le mercredi 25 novembre à minuit : la réservation est annulée.',
      'Ce jour est encore ouvert : vous pouvez le réserver à nouveau.',
    ]);
    expect(actions()).toEqual(['Retour', 'Réserver à nouveau']);
  });

  test('says so first, then why it cannot be booked again and whom to contact', async () => {
    const late = { code: 'alreadyBooked' };
    open({ ...expired, constraint: all('staffOnly' as const) }, [late], { requests });
    await screen.findByText(/^Non payé avant/);
    expect(sentences().slice(2, 4)).toEqual([
      'Non payé avant le mercredi 25 novembre à minuit : la réservation est annulée.',
      'Ce jour est déjà réservé ou demandé.',
    ]);
    expect(actions()).toEqual(['Fermer']);
    expect(screen.getByRole('link', { name: /Appeler le 03 53/ })).toBeTruthy();
  });

  test('says so where its request is an old one', async () => {
    open(expired, [], { requests: { items: [] } });
    expect(await screen.findByText(/^La place n’a pas été payée à temps/)).toBeTruthy();
  });
});

describe('a day that is not for now', () => {
  test('tells when it opens', () => {
    open({ constraint: all('notOpenYet' as const) }, [
      { code: 'opensAt', at: Date.parse('2026-11-30T23:00:00Z'), label: null } as { code: string },
    ]);
    expect(told()).toContain('Les réservations ouvrent le mardi 1er décembre.');
    expect(actions()).toEqual(['Fermer', 'Lire les actualités']);
  });

  test.each([
    ['documentsMissing', 'Envoyer le document', '/o/val-de-lure/demandes'],
    ['notEnrolled', 'Voir mes inscriptions', '/o/val-de-lure/inscriptions'],
  ] as const)('%s leads to where it is put right', (constraint, words, address) => {
    open({ constraint: all(constraint) });
    expect(screen.getByRole('link', { name: words }).getAttribute('href')).toBe(address);
  });

  test.each(['neverOnline', 'staffOnly', 'full', 'ageOut'] as const)(
    '%s says whom to contact',
    (constraint) => {
      open({ constraint: all(constraint), waitingList: 'staff' });
      expect(screen.getByRole('link', { name: /Appeler le 03 53/ })).toBeTruthy();
      expect(actions()).toEqual(['Fermer']);
    },
  );
});

describe('a page the organisation does without', () => {
  test('is not what a sheet leads to: the service is', () => {
    const features = { enrolments: false, requests: false, invoices: false };
    open({ constraint: all('documentsMissing' as const) }, [], { features });
    expect(actions()).toEqual(['Fermer']);
    expect(screen.getByRole('link', { name: /Appeler le 03 53/ })).toBeTruthy();
  });
});

describe('a day the service refused', () => {
  const refused = { state: all('refused' as const) };
  const answer = (on: string) => ({
    items: [
      {
        child: { id: 'lea', firstName: 'Léa' },
        days: [
          {
            on,
            unit: 'soir',
            state: 'refused',
            reasons: [{ code: 'requestRefused', because: 'groupe complet.' }],
          },
        ],
      },
    ],
  });

  test('says why, in the words of the service, and can be asked for again', async () => {
    open({ ...refused, acceptance: 'staff' }, [], { requests: answer('2026-12-01') });
    expect(await screen.findByText(/^Demande refusée par le service/)).toBeTruthy();
    expect(told()).toContain('groupe complet.');
    expect(actions()).toEqual(['Retour', 'Redemander']);
  });

  test('leads to the answer where it is an older one', async () => {
    open(refused, [], { requests: answer('2026-12-02') });
    const link = await screen.findByRole('link', { name: /^Voir sa réponse/ });
    expect(link.getAttribute('href')).toBe('/o/val-de-lure/reservations/demandes');
  });
});

describe('the rule a day comes from', () => {
  test.each([
    ['staffOnly', null, 'booking'],
    ['staffOnly', 'confirmed', 'cancelling'],
    ['full', null, 'waitingList'],
    ['documentsMissing', null, 'documents'],
    ['notOpenYet', null, 'opening'],
    ['notEnrolled', null, 'documents'],
    ['ageOut', null, 'who'],
  ] as const)('%s, %s: the part about %s', (constraint, state, topic) => {
    seeRule.mockClear();
    open({ constraint: all(constraint), state: all(state) });
    fireEvent.click(screen.getByRole('button', { name: 'Voir la règle' }));
    expect(seeRule).toHaveBeenCalledWith({
      activity: 'soir',
      title: 'Périscolaire soir',
      topic,
    });
  });
});
