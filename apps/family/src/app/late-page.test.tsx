import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { showPortal } from '../shared/portal.factory.tsx';
import { latePage } from './late-page.tsx';

afterEach(cleanup);

const Page = () => <p>La page</p>;

test('a page that could not be fetched says so, and is fetched again', async () => {
  let network = false;
  const Late = latePage(async () => {
    if (!network) throw new TypeError('Failed to fetch dynamically imported module');
    return Page;
  });
  showPortal(<Late />);
  await screen.findByText('Cette page n’a pas pu être chargée');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Page non chargée');
  network = true;
  fireEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
  expect(await screen.findByText('La page')).toBeDefined();
});

test('a page that was visited before is there at once', async () => {
  let fetched = 0;
  const Late = latePage(async () => {
    fetched += 1;
    return Page;
  });
  showPortal(<Late />);
  await screen.findByText('La page');
  cleanup();
  showPortal(<Late />);
  expect(screen.getByText('La page')).toBeDefined();
  expect(fetched).toBe(1);
});
