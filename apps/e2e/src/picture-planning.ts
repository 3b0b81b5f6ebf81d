/**
 * Takes the picture of the README: the week of a child on a phone, in the demonstration.
 *
 *   node apps/e2e/src/picture-planning.ts
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT } from '@preau/dev/places';
import { launchChromium } from './browser/chromium.ts';
import { smallPng } from './browser/small-png.ts';
import { cell, expectPlanning, pendingCart, signIn } from './people/parent.ts';
import { firstMoment, openDemoSite } from './site/open-demo-site.ts';

const picture = path.join(PROJECT, 'docs/images/planning-phone.png');

const site = await openDemoSite();
const browser = await launchChromium();
try {
  const context = await browser.newContext({
    baseURL: site.url,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  await context.clock.install({ time: new Date(firstMoment) });
  const page = await context.newPage();
  await signIn(page, { email: 'claire.durand@example.org' });
  await expectPlanning(page, 'Léa');
  for (const [service, day] of [
    ['Périscolaire matin', 'jeudi 19 novembre'],
    ['Périscolaire soir', 'jeudi 19 novembre'],
    ['Étude dirigée', 'vendredi 20 novembre'],
  ] as const) {
    await cell(page, { service, child: 'Léa', day }).click();
  }
  await pendingCart(page)
    .getByText(/^\+\s0,80\s€$/)
    .waitFor();
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
    window.scrollTo(0, 0);
  });
  const taken = await page.screenshot();
  await page.goto('about:blank');
  writeFileSync(picture, await smallPng(page, taken));
} finally {
  await browser.close();
  await site.close();
}
