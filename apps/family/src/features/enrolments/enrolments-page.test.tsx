import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Refusal, showPortal, valDeLure } from '../../shared/portal.factory.tsx';
import type { Available, OwnEnrolment } from './enrolments.queries.ts';
import { EnrolmentsRoutes } from './enrolments-routes.tsx';

/** jsdom has no modal dialogs. */
HTMLDialogElement.prototype.showModal = function open() {
  this.setAttribute('open', '');
};
HTMLDialogElement.prototype.close = function close() {
  this.removeAttribute('open');
};

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-17T08:00:00Z'), toFake: ['Date'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const enrolment = (id: string, change: Partial<OwnEnrolment> = {}): OwnEnrolment => ({
  id,
  activityId: `a-${id}`,
  activity: { code: id, label: `Accueil ${id}` },
  facility: 'École de la Source',
  schoolYear: '2026-2027',
  ageGroup: 'elementaire',
  state: 'requested',
  withdrawn: false,
  own: true,
  actions: ['withdraw'],
  requestedAt: '2026-11-16T08:00:00.000Z',
  answerDueAt: '2026-11-18T08:00:00.000Z',
  decidedAt: null,
  reason: null,
  note: '',
  ...change,
});

const available = (id: string, change: Partial<Available> = {}): Available => ({
  activityId: `a-${id}`,
  activity: { code: id, label: `Accueil ${id}` },
  facility: 'École de la Source',
  schoolYear: '2026-2027',
  verdict: {
    outcome: 'pending',
    dueAt: '2026-11-19T08:00:00.000Z',
    reasons: [{ code: 'toBeAnswered', until: Date.parse('2026-11-19T08:00:00Z') }],
  },
  ages: { from: 3, below: 12 },
  documents: [],
  ...change,
});

type Child = { items?: OwnEnrolment[]; available?: Available[] };
const answer = (lea: Child = {}, noe: Child | null = null) => ({
  schoolYears: ['2026-2027', '2027-2028'],
  schoolYear: '2026-2027',
  children: [
    { id: 'lea', firstName: 'Léa', items: [], available: [], ...lea },
    ...(noe ? [{ id: 'noe', firstName: 'Noé', items: [], available: [], ...noe }] : []),
  ],
});

const show = (answers: Record<string, unknown>, at = '') =>
  showPortal(<EnrolmentsRoutes />, { at: `/inscriptions${at}`, route: '/inscriptions/*', answers });
const showList = (data: unknown, more: Record<string, unknown> = {}) =>
  show({ 'GET /api/family/enrolments': data, ...more });
const plain = (element: Element) => element.textContent?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? '';
const cards = async () => (await screen.findAllByRole('article')).map(plain);

describe('the enrolments of a household', () => {
  test('are told child by child, with how far each is', async () => {
    const items = [
      enrolment('soir'),
      enrolment('midi', {
        state: 'accepted',
        actions: [],
        decidedAt: '2026-11-16T09:00:00.000Z',
        answerDueAt: null,
      }),
      enrolment('matin', {
        state: 'refused',
        actions: ['ask'],
        decidedAt: '2026-11-16T09:00:00.000Z',
        reason: 'Le groupe est complet.',
      }),
      enrolment('etude', { state: 'ended', withdrawn: true, actions: ['ask'] }),
    ];
    showList(answer({ items }));
    const [soir = '', midi = '', matin = '', etude = ''] = await cards();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Mes inscriptions');
    expect(soir).toContain('Demandée');
    expect(soir).toContain('réponse au plus tard le mercredi 18 novembre à 9 h');
    expect(midi).toContain('acceptée le lundi 16 novembre à 10 h');
    const planning = screen.getByRole('link', { name: /^Ouvrir le planning/ });
    expect(planning.getAttribute('href')).toBe('/o/val-de-lure/planning?enfant=lea');
    expect(matin).toContain('Pourquoi elle est refuséeLe groupe est complet.');
    expect(etude).toContain('Retirée');
  });

  test('say that an answer is late', async () => {
    vi.setSystemTime(new Date('2026-11-18T09:00:00Z'));
    showList(answer({ items: [enrolment('soir')] }));
    expect((await cards())[0]).toContain('réponse attendue depuis le mercredi 18 novembre à 9 h');
  });

  test('are those of one member, in one state, for one activity', async () => {
    const lea = [enrolment('soir'), enrolment('midi', { state: 'accepted', actions: [] })];
    showList(answer({ items: lea }, { items: [enrolment('matin')] }));
    expect(await cards()).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: 'Léa' }));
    expect(await cards()).toHaveLength(2);
    fireEvent.change(screen.getByLabelText('État'), { target: { value: 'accepted' } });
    expect((await cards()).join()).toContain('Accueil midi');
    expect(await cards()).toHaveLength(1);
    fireEvent.change(screen.getByLabelText('Accueil'), { target: { value: 'soir' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Voir toutes ses inscriptions' }));
    expect(await cards()).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Tous' }));
    expect(await cards()).toHaveLength(3);
  });

  test('of another school year are read when it is chosen', async () => {
    const years: (string | null)[] = [];
    const server = (request: Request) => {
      const year = new URL(request.url).searchParams.get('schoolYear');
      years.push(year);
      return { ...answer(), schoolYear: year ?? '2026-2027' };
    };
    showList(server);
    fireEvent.change(await screen.findByLabelText('Année scolaire'), {
      target: { value: '2027-2028' },
    });
    expect(await screen.findByText('Aucune inscription pour 2027-2028.')).not.toBeNull();
    expect(years).toEqual([null, '2027-2028']);
  });

  test('are taken back once it is asked twice', async () => {
    const asked = showList(answer({ items: [enrolment('soir')] }), {
      'POST /api/family/enrolments/soir/withdraw': null,
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Retirer la demande/ }));
    const sheet = within(screen.getByRole('dialog'));
    expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
    fireEvent.click(sheet.getByRole('button', { name: 'Retirer la demande' }));
    await waitFor(() => expect(asked).toContain('POST /api/family/enrolments/soir/withdraw'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('answered meanwhile stay as they were answered, and it is said', async () => {
    showList(answer({ items: [enrolment('soir')] }), {
      'POST /api/family/enrolments/soir/withdraw': new Refusal(409, 'already-decided'),
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Retirer la demande/ }));
    fireEvent.click(within(screen.getByRole('dialog')).getByText('Retirer la demande'));
    expect(await screen.findByText(/Le service a répondu entre-temps/)).not.toBeNull();
  });

  test('to be completed say what is missing, and are sent again', async () => {
    const item = enrolment('soir', {
      state: 'incomplete',
      actions: ['complete', 'withdraw'],
      reason: 'Il manque l’assurance.',
    });
    const result = { activityId: 'a-soir', enrolmentId: null, result: 'notDone' };
    const asked = showList(answer({ items: [item] }), {
      'POST /api/family/enrolments': { results: [{ ...result, dueAt: null, reasons: [] }] },
    });
    expect((await cards())[0]).toContain('Ce que le service attendIl manque l’assurance.');
    fireEvent.click(screen.getByRole('button', { name: 'Renvoyer la demande' }));
    expect(await screen.findByText(/Il manque encore un document/)).not.toBeNull();
    expect(asked).toContain(
      'POST /api/family/enrolments {"childId":"lea","activityIds":["a-soir"],"schoolYear":"2026-2027","note":""}',
    );
  });

  test('asked for by the other household are told, and theirs to change', async () => {
    showList(answer({ items: [enrolment('soir', { own: false, actions: [] })] }));
    expect((await cards())[0]).toContain('Demandée par l’autre foyer de Léa.');
    expect(screen.queryByRole('button', { name: /Retirer/ })).toBeNull();
  });

  test('that cannot be read say so, and are read again', async () => {
    let silent = true;
    showList(() =>
      silent ? new Refusal(500, 'internal') : answer({ items: [enrolment('soir')] }),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Réessayer' }, { timeout: 15_000 }));
    silent = false;
    fireEvent.click(await screen.findByRole('button', { name: 'Réessayer' }, { timeout: 15_000 }));
    expect(await cards()).toHaveLength(1);
  }, 40_000);
});

describe('asking for an enrolment', () => {
  const form = (data: unknown, more: Record<string, unknown> = {}, query = '?enfant=lea') =>
    show({ 'GET /api/family/enrolments': data, ...more }, `/demander${query}`);
  const box = (name: string): HTMLInputElement => screen.getByRole('checkbox', { name });
  const send = () => fireEvent.click(screen.getByRole('button', { name: 'Envoyer la demande' }));

  test('tells the conditions before, and what cannot be asked for', async () => {
    const data = answer({
      available: [
        available('soir'),
        available('vacances', {
          ages: null,
          verdict: {
            outcome: 'neverOnline',
            dueAt: null,
            reasons: [{ code: 'enrolmentByStaff' }],
          },
        }),
        available('etude', {
          verdict: {
            outcome: 'refused',
            dueAt: null,
            reasons: [{ code: 'documentsMissing', documents: ['Assurance'] }],
          },
          documents: [{ code: 'assurance', label: 'Assurance', about: 'child', missing: true }],
        }),
      ],
    });
    form(data);
    await screen.findByRole('checkbox', { name: 'Accueil soir' });
    const text = plain(document.body);
    expect(text).toContain('De 3 à 11 ans');
    expect(text).toContain('réponse au plus tard le jeudi 19 novembre à 9 h');
    expect(text).toContain("Pour inscrire votre enfant, contactez l'ALSH au 03 53 01 72 18");
    for (const name of ['Accueil vacances', 'Accueil etude']) {
      expect(box(name).getAttribute('aria-disabled')).toBe('true');
      fireEvent.click(box(name));
      expect(box(name).checked).toBe(false);
    }
    const link = screen.getByRole('link', { name: 'Envoyer « Assurance »' });
    expect(link.getAttribute('href')).toBe(
      '/o/val-de-lure/demandes/envoyer?document=assurance&enfant=lea',
    );
  });

  test('sends what is chosen, and tells that it is recorded', async () => {
    const done = { activityId: 'a-soir', enrolmentId: 'e', result: 'requested' };
    const asked = form(answer({ available: [available('soir'), available('midi')] }), {
      'POST /api/family/enrolments': { results: [{ ...done, dueAt: null, reasons: [] }] },
    });
    await screen.findByRole('checkbox', { name: 'Accueil soir' });
    send();
    expect(await screen.findByText('Choisissez au moins un accueil.')).not.toBeNull();
    fireEvent.click(box('Accueil soir'));
    fireEvent.change(screen.getByLabelText('Message (facultatif)'), {
      target: { value: '  Le mardi ' },
    });
    send();
    expect(await screen.findByText('Votre demande a été correctement enregistrée')).not.toBeNull();
    expect(asked).toContain(
      'POST /api/family/enrolments {"childId":"lea","activityIds":["a-soir"],"schoolYear":"2026-2027","note":"Le mardi"}',
    );
  });

  test('says when a part could not be asked for', async () => {
    const results = [
      { activityId: 'a-soir', enrolmentId: null, result: 'notDone', dueAt: null, reasons: [] },
    ];
    form(answer({ available: [available('soir')] }), {
      'POST /api/family/enrolments': { results },
    });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Accueil soir' }));
    send();
    expect(await screen.findByText('Une partie n’a pas pu être demandée')).not.toBeNull();
  });

  test('asks which child where there are several', async () => {
    form(answer({ available: [available('soir')] }, { available: [available('midi')] }), {}, '');
    fireEvent.click(await screen.findByRole('radio', { name: 'Noé' }));
    expect(await screen.findByRole('checkbox', { name: 'Accueil midi' })).not.toBeNull();
    expect(screen.queryByRole('checkbox', { name: 'Accueil soir' })).toBeNull();
  });

  test('is in the words of the organisation', async () => {
    const labels = { ...valDeLure.labels, enrolments: 'Inscriptions annuelles' };
    showList(answer(), { 'GET /api/family/organisations/val-de-lure': { ...valDeLure, labels } });
    const heading = await screen.findByRole('heading', { name: 'Inscriptions annuelles' });
    expect(heading.tagName).toBe('H1');
  });
});
