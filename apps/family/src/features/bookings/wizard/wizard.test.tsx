import { day } from '@preau/domain/time/day';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { claire, Refusal, showPortal, valDeLure } from '../../../shared/portal.factory.tsx';
import type { Confirmation } from '../bookings.queries.ts';
import type { Cart, CartLine } from '../cart-types.ts';
import { DraftSync } from '../draft-sync.tsx';
import { planningOf, rowOf } from '../planning.factory.ts';
import { draftStore } from '../use-draft.ts';
import { bookingPeriod } from './booking-period.factory.ts';
import { WizardRoutes } from './wizard-routes.tsx';

const christmas = { from: day('2026-12-21'), until: day('2026-12-31') };
const fondespierre = { ...valDeLure, bookingFlow: 'wizard' as const };
const winter = bookingPeriod({
  code: 'hiver',
  label: 'Vacances d’hiver',
  state: 'notYet',
  opensAt: '2027-01-12T08:00:00.000Z',
});
const days = rowOf(
  {
    ...christmas,
    unit: 'journee',
    activity: 'vacances',
    weekdays: [1, 2, 3, 4],
  },
  { unitLabel: 'Journée avec repas', activityLabel: 'Vacances', payment: 'hold' },
);

const lineOf = (sessionId: string, action: CartLine['action']): CartLine => ({
  childId: 'lea',
  childFirstName: 'Léa',
  sessionId,
  on: sessionId.slice('journee-'.length),
  unit: 'journee',
  unitLabel: 'Journée avec repas',
  activityLabel: 'Vacances',
  action,
  outcome: 'awaitingPayment',
  limitAt: null,
  dueAt: '2026-12-01T08:30:00.000Z',
  late: false,
  cents: 1230,
  reasons: [],
  priceReasons: [],
});

/** A server that keeps the draft. */
let cart: Cart;
const keep = (lines: readonly CartLine[]) => {
  const totalCents = lines.reduce((total, { cents }) => total + cents, 0);
  cart = { revision: cart.revision + 1, updatedBy: null, totalCents, lines: [...lines] };
  return cart;
};

const usual = {
  'GET /api/family/organisations/val-de-lure': fondespierre,
  'GET /api/family/me': { ...claire, organisation: fondespierre },
  'GET /api/family/booking-periods': {
    now: '2026-12-01T08:00:00.000Z',
    items: [bookingPeriod({ daysFull: 1 }), winter],
  },
  'GET /api/family/planning': planningOf(day('2026-12-14'), day('2027-01-03'), [days]),
  'GET /api/family/cart': () => cart,
  'GET /api/family/confirmations/c1': (): Confirmation => ({
    id: 'c1',
    at: '2026-12-01T08:00:00.000Z',
    totalCents: cart.totalCents,
    lines: [{ ...lineOf('journee-2026-12-21', 'add'), result: 'toPay' }],
  }),
};

const show = (at: string, answers: Record<string, unknown> = {}) =>
  showPortal(
    <Routes>
      <Route
        path="/o/:slug/reservation/*"
        element={
          <DraftSync householdId="durand">
            <WizardRoutes />
          </DraftSync>
        }
      />
      <Route path="*" element={<p>Ailleurs</p>} />
    </Routes>,
    { at: `/reservation${at}`, route: null, answers: { ...usual, ...answers } },
  );

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const current = () => screen.getByRole('listitem', { current: 'step' }).textContent;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime('2026-12-01T08:00:00.000Z');
  draftStore.dispatch({ type: 'forgotten' });
  cart = { revision: 0, updatedBy: null, totalCents: 0, lines: [] };
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a new booking, step by step', () => {
  test('is for a child, even where there is one: the step is shown', async () => {
    show('');
    await heading('Pour quel enfant réservez-vous ?');
    expect(current()).toContain('Enfant');
    fireEvent.click(await screen.findByRole('link', { name: /Léa.*1 période ouverte/ }));
    await heading('Quelle période réservez-vous ?');
    expect(current()).toContain('Période');
  });

  test('goes on once a period is chosen, and says which are not open and why', async () => {
    show('/periode?enfant=lea');
    const chosen = await screen.findByRole('radio', { name: /Vacances de Noël.*dont 1 complet/ });
    expect(screen.queryByText(/^Ouvre le mardi 12.janvier à 9.h$/)).not.toBeNull();
    const on = screen.getByRole('button', { name: 'Continuer' });
    expect(on.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(on);
    expect(screen.queryByText('Choisissez une période.')).not.toBeNull();
    fireEvent.click(chosen);
    press('Continuer');
    await heading('Cochez les jours');
  });

  test('the days of the period are ticked, those of others are not shown', async () => {
    show('/planning?enfant=lea&periode=vacances.noel');
    const monday = await screen.findByRole('button', { name: /lundi 21.décembre/ });
    expect(screen.queryByRole('button', { name: /vendredi 18.décembre/ })).toBeNull();
    const validate = screen.getByRole('button', { name: 'Valider le planning' });
    expect(validate.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(monday);
    expect(validate.getAttribute('aria-disabled')).toBeNull();
    press(/^Défaire/);
    expect(draftStore.read().entries.size).toBe(0);
  });

  test('all the days that are free are ticked at once, as one step to undo', async () => {
    show('/planning?enfant=lea&periode=vacances.noel');
    fireEvent.click(await screen.findByRole('button', { name: /^Tout cocher.*8 jours/ }));
    expect(draftStore.read().entries.size).toBe(8);
    expect(screen.getByRole('button', { name: /^Tout cocher/ }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    press(/^Défaire/);
    expect(draftStore.read().entries.size).toBe(0);
  });

  test('while days are ticked, says how many more a week asks for', async () => {
    const minDays = { code: 'minDays', min: 2, per: 'week' };
    keep([{ ...lineOf('journee-2026-12-21', 'add'), outcome: 'refused', reasons: [minDays] }]);
    show('/planning?enfant=lea&periode=vacances.noel');
    const lacking = await screen.findByText('Il manque des jours');
    expect(lacking.parentElement?.textContent).toMatch(/2.jours.*semaine/);
  });

  test('what is chosen is checked, confirmed, and told with the time to pay', async () => {
    keep([lineOf('journee-2026-12-21', 'add')]);
    const asked = show('/verification?enfant=lea&periode=vacances.noel', {
      'POST /api/family/cart/confirm': () => usual['GET /api/family/confirmations/c1'](),
    });
    await heading('Vérifiez votre réservation');
    expect(
      await screen.findByText(/la place est tenue 30 minutes, le temps de payer/),
    ).not.toBeNull();
    press('Confirmer la réservation');
    await heading('Place gardée, à payer');
    expect(current()).toContain('Terminé');
    expect(screen.queryByText(/^Place tenue jusqu’à 9.h.30$/)).not.toBeNull();
    expect(asked.filter((one) => one.startsWith('POST')).length).toBe(1);
    fireEvent.click(screen.getByRole('link', { name: 'Terminer' }));
    await screen.findByText('Ailleurs');
  });

  test('steps behind can be gone back to, with all that was chosen', async () => {
    keep([lineOf('journee-2026-12-21', 'add')]);
    show('/verification?enfant=lea&periode=vacances.noel');
    await heading('Vérifiez votre réservation');
    const steps = () =>
      within(screen.getByRole('navigation', { name: 'Étapes de la réservation' }));
    expect(
      steps()
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Enfant : revenir à cette étape',
      'Période : revenir à cette étape',
      'Planning : revenir à cette étape',
    ]);
    fireEvent.click(steps().getByRole('link', { name: /^Planning/ }));
    const monday = await screen.findByRole('button', { name: /lundi 21.décembre/ });
    expect(monday.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(steps().getByRole('link', { name: /^Période/ }));
    const period = await screen.findByRole('radio', { name: /Noël/ });
    expect((period as HTMLInputElement).checked).toBe(true);
  });

  test('a booking begun elsewhere is taken up, or given up', async () => {
    keep([lineOf('journee-2026-12-21', 'add')]);
    const asked = show('/enfant', { 'PUT /api/family/cart': () => keep([]) });
    const begun = (await screen.findByText(/^Une réservation a été commencée/)).closest('div');
    expect(begun?.textContent).toContain('Léa · Vacances – Journée avec repas : lun. 21');
    expect(screen.getByRole('link', { name: 'La reprendre' }).getAttribute('href')).toBe(
      '/o/val-de-lure/reservation/verification',
    );
    press('L’abandonner');
    await waitFor(() => expect(screen.queryByText(/^Une réservation a été commencée/)).toBeNull());
    await waitFor(() => expect(asked.some((one) => one.includes('"action":null'))).toBe(true));
  });
});

describe('what a new booking does when things are not as they should', () => {
  test('without a period open, says which opens next and where it is announced', async () => {
    show('/periode?enfant=lea', {
      'GET /api/family/booking-periods': { now: '2026-12-01T08:00:00.000Z', items: [winter] },
    });
    await screen.findByText('Aucune période n’est ouverte pour Léa');
    expect(screen.queryByText(/^Ouvre le mardi 12.janvier/)).not.toBeNull();
    expect(screen.queryByRole('link', { name: 'Lire les actualités' })).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Continuer' })).toBeNull();
  });

  test('a child who is enrolled in nothing is sent to the enrolments', async () => {
    show('/periode?enfant=lea', {
      'GET /api/family/booking-periods': { now: '2026-12-01T08:00:00.000Z', items: [] },
    });
    expect(await screen.findByRole('link', { name: 'Voir mes inscriptions' })).toBeDefined();
  });

  test('a period asked for that is nobody’s leads back to the choice', async () => {
    show('/planning?enfant=lea&periode=vacances.autre');
    expect(await heading('Quelle période réservez-vous ?')).toBeDefined();
  });

  test('a child that is not of the household leads back to the choice', async () => {
    show('/planning?enfant=inconnu&periode=vacances.noel');
    expect(await heading('Pour quel enfant réservez-vous ?')).toBeDefined();
  });

  test('an error is told, and can be tried again', async () => {
    let broken = true;
    show('/periode?enfant=lea', {
      'GET /api/family/booking-periods': () =>
        broken ? new Refusal(422, 'invalid') : usual['GET /api/family/booking-periods'],
    });
    await screen.findByText('Les périodes n’ont pas pu être chargées');
    broken = false;
    press('Réessayer');
    expect(await screen.findByRole('radio', { name: /Noël/ })).toBeDefined();
  });

  test('nothing chosen, there is nothing to confirm', async () => {
    show('/verification');
    await screen.findByText('Aucun jour n’est choisi');
    expect(screen.queryByRole('button', { name: 'Confirmer la réservation' })).toBeNull();
  });

  test('without a network it is said, and what was chosen stays', async () => {
    show('/planning?enfant=lea&periode=vacances.noel');
    fireEvent.click(await screen.findByRole('button', { name: /lundi 21.décembre/ }));
    const offline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(screen.queryByText(/Vous êtes hors ligne/)).not.toBeNull();
    expect(draftStore.read().entries.size).toBe(1);
    offline.mockRestore();
  });

  test('an organisation that books on the planning has no steps', async () => {
    show('/enfant', { 'GET /api/family/organisations/val-de-lure': valDeLure });
    expect(await screen.findByText('Ailleurs')).toBeDefined();
  });
});
