import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Refusal, showPortal } from '../../../shared/portal.factory.tsx';
import { reglementInForce } from '../../../shared/reglement.factory.ts';
import { RulesSheet, type RulesStart } from './rules-sheet.tsx';

/** jsdom has no modal dialogs. */
HTMLDialogElement.prototype.showModal = function open() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function shut() {
  this.open = false;
};

afterEach(cleanup);

const route = 'GET /api/family/organisations/val-de-lure/reglement';
const close = vi.fn<() => void>();

function open(
  topic: RulesStart['topic'],
  answer: unknown = { current: reglementInForce, next: null },
) {
  return showPortal(
    <RulesSheet start={{ activity: 'soir', title: 'Périscolaire soir', topic }} onClose={close} />,
    { at: '/planning', answers: { [route]: answer } },
  );
}

const opened = () =>
  [...document.querySelectorAll('details[open] summary')].map(({ textContent }) => textContent);

test('the rules of the activity, then those for all; what is asked most is open', async () => {
  open(null);
  expect(await screen.findByRole('heading', { name: 'Règles : Périscolaire soir' })).toBeTruthy();
  await screen.findByText('En ligne, au plus tard la veille.');
  const parts = [...document.querySelectorAll('summary')].map(({ textContent }) => textContent);
  expect(parts).toEqual(['Réserver', 'Tarifs', 'Fermetures']);
  expect(opened()).toEqual(['Réserver', 'Tarifs']);
  expect(screen.queryByText('Le mercredi se réserve au mois.')).toBeNull();
  expect(screen.getByRole('link', { name: 'Lire tout le règlement' }).getAttribute('href')).toBe(
    '/o/val-de-lure/reglement#accueil-soir',
  );
});

test('coming from a price, that part alone is open and has the focus', async () => {
  open('prices');
  await screen.findByText('2,30 €');
  expect(opened()).toEqual(['Tarifs']);
  expect(document.activeElement?.textContent).toBe('Tarifs');
});

test('what is said of all activities is found too', async () => {
  open('closures');
  await screen.findByText('Fermé en août.');
  expect(opened()).toEqual(['Fermetures']);
});

test('without an answer, it can be tried again', async () => {
  let answer: unknown = new Refusal(422, 'invalid');
  open(null, () => answer);
  const retry = await screen.findByRole('button', { name: 'Réessayer' });
  expect(screen.getByText('Les règles n’ont pas pu être chargées')).toBeTruthy();
  answer = { current: reglementInForce, next: null };
  fireEvent.click(retry);
  expect(await screen.findByText('En ligne, au plus tard la veille.')).toBeTruthy();
});

test('an organisation that has published none says so', async () => {
  open(null, new Refusal(404, 'not-found'));
  expect(await screen.findByText('Le règlement n’est pas encore publié')).toBeTruthy();
});

test('what is asked most comes first, whatever the order of the règlement', async () => {
  const [booking, prices, ...others] = reglementInForce.sections;
  const sections = [...others, prices, booking];
  open(null, { current: { ...reglementInForce, sections }, next: null });
  await screen.findByText('En ligne, au plus tard la veille.');
  const parts = [...document.querySelectorAll('summary')].map(({ textContent }) => textContent);
  expect(parts).toEqual(['Tarifs', 'Réserver', 'Fermetures']);
});

test('while they are on their way, the sheet says that it waits', () => {
  open(null);
  expect(document.querySelector('[aria-busy="true"]')).not.toBeNull();
});
