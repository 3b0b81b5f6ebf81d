/**
 * Measures how long a cell takes to answer a tap: a month of 900 cells (six children, six services,
 * twenty-five days), in a Chromium slowed six times. From the tap to the picture that shows it.
 *
 *   node apps/e2e/src/measure/toggle.ts           # a demonstration of its own
 *   E2E_SITE=http://127.0.0.1:3000 node apps/e2e/src/measure/toggle.ts
 *
 * Writes one line of JSON: `{"cells":900,"medianMs":…,"p95Ms":…,"worstMs":…}`, in milliseconds.
 */
import type { Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';
import { demoPassword } from '../people/parent.ts';
import { openDemoSite } from '../site/open-demo-site.ts';
import { largeHousehold, largeMonth, month } from './large-month.ts';

const cpuSlowdown = 6;
const taps = 60;
/** The first ones warm the page up, as a parent's first taps do. */
const warmUp = 10;

const site = process.env['E2E_SITE'];
const opened = site === undefined ? await openDemoSite() : { url: site, close: async () => {} };
const browser = await launchChromium();
try {
  const context = await browser.newContext({
    baseURL: opened.url,
    viewport: { width: 1366, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  const page = await context.newPage();
  await openLargeMonth(page);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  const times = await tapTimes(page);
  const sorted = times.slice(warmUp).toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  const cells = await page.locator('td [data-row]').count();
  const figures = { cells, medianMs: at(0.5), p95Ms: at(0.95), worstMs: at(1) };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
} finally {
  await browser.close();
  await opened.close();
}

/** The month of a household larger than any, in place of that of the parent who signs in. */
async function openLargeMonth(page: Page): Promise<void> {
  await page.goto('/o/val-de-lure/connexion');
  await page.getByLabel('Adresse e-mail').fill('claire.durand@example.org');
  await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/connexion'));
  await page.route('**/api/family/me', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      json: { ...(await answer.json()), ...largeHousehold },
    });
  });
  await page.route('**/api/family/planning?*', (route) => route.fulfill({ json: largeMonth() }));
  // The answer to a gesture is the server's affair: here only the page is measured.
  await page.route('**/api/family/cart', (route) =>
    route.fulfill({ json: { revision: 1, updatedBy: null, totalCents: 0, lines: [] } }),
  );
  await page.goto(`/o/val-de-lure/planning?vue=mois&mois=${month}`);
  await page.getByRole('grid').waitFor();
}

/** Taps one cell after the other, a moment apart, each timed to the frame that shows it, in ms. */
function tapTimes(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const painted = () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve());
          port1.start();
          port2.postMessage(null);
        });
      });
    const cells = [...document.querySelectorAll<HTMLButtonElement>('td [data-state="free"]')];
    const times: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const cell = cells[(index * 37) % cells.length];
      if (!cell) throw new Error('There is no free cell to tap');
      const before = performance.now();
      cell.click();
      await painted();
      times.push(performance.now() - before);
      if (cell.dataset['state'] !== 'add') throw new Error('The tap did not show');
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    return times;
  }, taps + warmUp);
}
