import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Refusal, showPortal } from '../../shared/portal.factory.tsx';
import { reglementInForce } from '../../shared/reglement.factory.ts';
import { ReglementPage } from './reglement-page.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const route = 'GET /api/family/organisations/val-de-lure/reglement';
const toCome = { ...reglementInForce, version: 3, title: 'Le prochain', from: '2027-01-01' };

const open = (answer: unknown) =>
  showPortal(<ReglementPage />, { at: '/reglement', answers: { [route]: answer } });
const told = () => document.body.textContent.replaceAll(/[\u00a0\u202f]/g, ' ');

test('anybody reads it: its version, what it holds, each activity, then what concerns all', async () => {
  open({ current: reglementInForce, next: null });
  await screen.findByRole('heading', { name: 'Règlement intérieur du Val-de-Lure' });
  expect(told()).toContain('Version 2, en vigueur depuis le lundi 1er septembre 2025');
  const contents = within(screen.getByRole('navigation', { name: 'Sommaire' }));
  const places = contents.getAllByRole('link').map((link) => link.getAttribute('href') ?? '');
  expect(places).toEqual(['#accueil-soir', '#accueil-mercredi', '#pour-tous']);
  for (const place of [...places, '#soir-prices', '#tous-closures'])
    expect(document.getElementById(place.slice(1))).not.toBeNull();
  expect(
    screen.getByRole('table', { name: 'Prix selon le quotient familial' }).textContent,
  ).toContain('Moins de 500');
});

test('it is printed from its button', async () => {
  const print = vi.fn<() => void>();
  vi.stubGlobal('print', print);
  open({ current: reglementInForce, next: null });
  fireEvent.click(await screen.findByRole('button', { name: 'Imprimer' }));
  expect(print).toHaveBeenCalledOnce();
});

test('the next version is told with its date, and read before it holds', async () => {
  open({ current: reglementInForce, next: toCome });
  fireEvent.click(await screen.findByRole('link', { name: 'Lire le règlement à venir' }));
  await screen.findByRole('heading', { name: 'Le prochain' });
  expect(told()).toContain('Version 3, à partir du vendredi 1er janvier 2027');
  expect(told()).toContain('Ce règlement ne s’applique pas encore');
  fireEvent.click(screen.getByRole('link', { name: 'Lire le règlement en vigueur' }));
  await screen.findByRole('heading', { name: 'Règlement intérieur du Val-de-Lure' });
});

test('before any is published, it says so', async () => {
  open(new Refusal(404, 'not-found'));
  expect(await screen.findByText('Le règlement n’est pas encore publié')).toBeTruthy();
});

test('when the only one is still to come, it is read with its date', async () => {
  open({ current: null, next: toCome });
  await screen.findByRole('heading', { name: 'Le prochain', level: 1 });
  expect(told()).toContain('Version 3, à partir du vendredi 1er janvier 2027');
});

test('while it is on its way, it says so; when it cannot come, it can be tried again', async () => {
  let answer: unknown = new Refusal(422, 'invalid');
  open(() => answer);
  expect(screen.getByText('Chargement…')).toBeTruthy();
  const retry = await screen.findByRole('button', { name: 'Réessayer' });
  expect(screen.getByText('Le règlement n’a pas pu être chargé')).toBeTruthy();
  answer = { current: reglementInForce, next: null };
  fireEvent.click(retry);
  expect(
    await screen.findByRole('heading', { name: 'Règlement intérieur du Val-de-Lure', level: 1 }),
  ).toBeTruthy();
});
