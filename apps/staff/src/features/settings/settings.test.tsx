import { client as api } from '@preau/api-client/staff/client';
import { getMeQueryKey } from '@preau/api-client/staff/queries';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LegalPage } from './legal-pages.ts';
import { LegalPagePage } from './legal-page-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import type { ChangedSettings, Settings } from './settings.queries.ts';
import { settings } from './settings.factory.ts';

/** jsdom has no modal dialogs. */
HTMLDialogElement.prototype.showModal = function open() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function shut() {
  this.open = false;
};

/** A server that keeps settings by revision and pages by version. */
let kept: Settings;
let pages: LegalPage[];
let saved: ChangedSettings[];
let answer: 'as-usual' | 'forbidden' | 'email-refused';
let people = 0;

const problem = (status: number, code: string, more = {}) =>
  Response.json({ code, type: '', title: '', status, requestId: 'r', ...more }, { status });

async function server(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.includes('/organisations/')) return Response.json({ timeZone: 'Europe/Paris' });
  if (answer === 'forbidden') return problem(403, 'forbidden');
  if (pathname.endsWith('/text-preview')) return Response.json({ html: '<p>rendu</p>' });
  if (request.method === 'GET') {
    return Response.json(pathname.endsWith('/settings') ? kept : { items: pages });
  }
  if (pathname.endsWith('/settings')) {
    const sent = (await request.json()) as ChangedSettings;
    if (answer === 'email-refused') {
      return problem(422, 'invalid', { errors: [{ pointer: '/body/contact/email', code: 'x' }] });
    }
    if (sent.revision !== kept.revision) return problem(409, 'stale-settings');
    saved.push(sent);
    kept = { ...sent, revision: sent.revision + 1 };
    return Response.json(kept);
  }
  const { version, body } = (await request.json()) as { version: number; body: string };
  if (version !== pages[0]?.version) return problem(409, 'stale-page');
  pages = [{ code: 'terms', version: version + 1, body, publishedAt: '2026-11-17T08:00:00.000Z' }];
  return Response.json(pages[0]);
}

const show = async (at: string, heading: string) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  // The layout shows no page before it knows who is signed in.
  client.setQueryData(getMeQueryKey(), { account: { id: `a-${(people += 1)}` }, roles: [] });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[`/staff/ville/${at}`]}>
        <Routes>
          <Route path="/staff/:slug/reglages" element={<SettingsPage />} />
          <Route path="/staff/:slug/reglages/pages/:page" element={<LegalPagePage />} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { name: heading });
};

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;

beforeEach(() => {
  kept = settings();
  pages = [
    {
      code: 'terms',
      version: 2,
      body: '# Les conditions',
      publishedAt: '2026-11-16T08:00:00.000Z',
    },
  ];
  saved = [];
  answer = 'as-usual';
  api.setConfig({ baseUrl: 'http://localhost', fetch: (input) => server(input as Request) });
});
afterEach(cleanup);

describe('the settings', () => {
  beforeEach(() => show('reglages', 'Contact'));

  test('nothing changed, nothing is saved, and it is said why', () => {
    const save = screen.getByRole('button', { name: 'Enregistrer' });
    expect(save.getAttribute('aria-disabled')).toBe('true');
    expect(screen.queryByText('Aucune modification à enregistrer.')).not.toBeNull();
    fireEvent.click(save);
    expect(saved).toEqual([]);
  });

  test('changed, they are counted, saved together, and it is said', async () => {
    write('Téléphone', '03 11 11 11 11');
    write('Entrée des actualités', 'À la une');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Proposer les factures' }));
    fireEvent.click(screen.getByRole('radio', { name: /^Étape par étape/ }));
    expect(screen.queryByText(/^4.modifications à enregistrer/)).not.toBeNull();
    press('Enregistrer');
    expect(await screen.findByText(/Réglages enregistrés/)).not.toBeNull();
    expect(saved).toEqual([
      {
        ...settings(),
        contact: { ...settings().contact, phone: '03 11 11 11 11' },
        labels: { ...settings().labels, news: 'À la une' },
        features: { enrolments: false, invoices: true, requests: true },
        bookingFlow: 'wizard',
      },
    ]);
    expect(screen.queryByText('Aucune modification à enregistrer.')).not.toBeNull();
  });

  test('office hours are written slot by slot, and sent in the order of the week', async () => {
    press('Ajouter une plage');
    const second = within(screen.getByRole('group', { name: 'Plage 2' }));
    fireEvent.change(second.getByLabelText('Jour'), { target: { value: '1' } });
    fireEvent.change(second.getByLabelText('De'), { target: { value: '18:00' } });
    fireEvent.change(second.getByLabelText('À'), { target: { value: '14:00' } });
    press('Enregistrer');
    expect(screen.queryByText('La fin doit venir après le début.')).not.toBeNull();
    expect(saved).toEqual([]);
    fireEvent.change(second.getByLabelText('À'), { target: { value: '19:00' } });
    press('Enregistrer');
    await screen.findByText(/Réglages enregistrés/);
    expect(saved[0]?.officeHours).toEqual([
      { weekday: 1, from: '18:00', until: '19:00' },
      { weekday: 2, from: '09:00', until: '12:00' },
    ]);
  });

  test('given up, they are as they were', () => {
    write('Téléphone', '03 11 11 11 11');
    press('Tout annuler');
    expect(valueOf('Téléphone')).toBe('03 84 00 00 00');
  });

  test('what is wrong is said where it is, and nothing is sent', () => {
    write('Adresse e-mail', 'personne');
    write('Ou écrire son code', 'vert');
    press('Enregistrer');
    expect(screen.getByLabelText('Adresse e-mail')).toBe(document.activeElement);
    expect(screen.queryByText(/^2.informations sont à corriger/)).not.toBeNull();
    expect(saved).toEqual([]);
  });

  test('what the server refuses is shown at its field', async () => {
    answer = 'email-refused';
    write('Adresse e-mail', 'a@b.c');
    press('Enregistrer');
    expect(await screen.findByText(/n’est pas acceptée telle quelle/)).not.toBeNull();
    expect(screen.getByLabelText('Adresse e-mail').getAttribute('aria-invalid')).toBe('true');
  });

  test('a colour is judged and shown as it is chosen', () => {
    expect(screen.queryByText(/^Lisible : contraste de/)).not.toBeNull();
    write('Choisir une couleur', '#ffd500');
    expect(screen.queryByText('Trop claire pour être lue')).not.toBeNull();
    const sample = screen.getByRole('figure').querySelector<HTMLElement>('div');
    expect(sample?.style.getPropertyValue('--brand')).toMatch(/^#(?!ffd500)/);
    expect(document.documentElement.style.getPropertyValue('--brand')).toBe('');
  });

  test('kinds of documents are added, put in order and removed', async () => {
    press('Ajouter un type de document');
    const [, , added] = screen.getAllByLabelText('Nom du document');
    if (!added) throw new Error('Nothing was added');
    fireEvent.change(added, { target: { value: 'Attestation d’assurance' } });
    press('Monter « Attestation d’assurance »');
    press('Retirer « Dossier »');
    press('Enregistrer');
    await screen.findByText(/Réglages enregistrés/);
    expect(saved[0]?.documentKinds).toEqual([
      {
        code: 'attestation-d-assurance',
        label: 'Attestation d’assurance',
        about: 'household',
        help: '',
      },
      { code: 'dispense', label: 'Dispense médicale', about: 'child', help: '' },
    ]);
  });

  test('changed by two people, each change is told and both are kept', async () => {
    write('Téléphone', '03 11 11 11 11');
    kept = settings({ revision: 2, name: 'Grande ville', officeHoursText: 'le mardi' });
    press('Enregistrer');
    expect(await screen.findByText(/Nom de l’organisation : «.Grande ville.»/)).not.toBeNull();
    expect(valueOf('Téléphone')).toBe('03 11 11 11 11');
    press('Ajouter mes modifications aux siennes');
    expect(valueOf('Nom de l’organisation')).toBe('Grande ville');
    press('Enregistrer');
    await screen.findByText(/Réglages enregistrés/);
    expect(kept).toMatchObject({
      name: 'Grande ville',
      officeHoursText: 'le mardi',
      contact: { phone: '03 11 11 11 11' },
    });
  });

  test('the pages of the law are listed with their version', async () => {
    const panel = screen.getByRole('region', { name: 'Pages légales' });
    expect(await within(panel).findByText(/^Version 2, publiée le lundi 16/)).not.toBeNull();
    expect(within(panel).queryAllByText('Pas encore publiée')).toHaveLength(3);
    const link = within(panel).getByRole('link', { name: /^Conditions générales/ });
    expect(link.getAttribute('href')).toBe('/staff/ville/reglages/pages/conditions-generales');
  });
});

test('who does not administer is told so', async () => {
  answer = 'forbidden';
  await show('reglages', 'Réglages');
  expect(await screen.findByText('Votre compte n’ouvre pas cette page')).not.toBeNull();
});

describe('a legal page', () => {
  beforeEach(async () => {
    await show('reglages/pages/conditions-generales', 'Texte');
  });

  test('unchanged, it cannot be published, and it is said why', () => {
    press('Publier la version 3');
    expect(screen.queryByText('Le texte est celui qui est en ligne.')).not.toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('is published as a new version, once its effect was read', async () => {
    write('Texte de la page', '# Nouvelles conditions');
    press('Publier la version 3');
    const sheet = screen.getByRole('dialog', { name: 'Publier la version 3 ?' });
    expect(within(sheet).queryByText(/Chaque parent devra accepter/)).not.toBeNull();
    fireEvent.click(within(sheet).getByRole('button', { name: 'Publier' }));
    expect(await screen.findByText(/La version 3 est en ligne/)).not.toBeNull();
    expect(pages[0]).toMatchObject({ version: 3, body: '# Nouvelles conditions' });
  });

  test('published by somebody else meanwhile, one’s text is kept and goes on from theirs', async () => {
    write('Texte de la page', 'Mon texte');
    pages = [
      { code: 'terms', version: 3, body: 'Leur texte', publishedAt: '2026-11-17T08:00:00Z' },
    ];
    const publish = (version: number) => {
      press(`Publier la version ${version}`);
      press('Publier');
    };
    publish(3);
    await screen.findByText('Une autre personne a modifié cette page pendant ce temps');
    fireEvent.click(await screen.findByRole('button', { name: 'Garder mon texte' }));
    expect(valueOf('Texte de la page')).toBe('Mon texte');
    publish(4);
    expect(await screen.findByText(/La version 4 est en ligne/)).not.toBeNull();
  });
});

test('an address of no page leads back to the settings', async () => {
  await show('reglages/pages/autre', 'Page introuvable');
  expect(screen.queryByRole('link', { name: 'Voir les réglages' })).not.toBeNull();
});
