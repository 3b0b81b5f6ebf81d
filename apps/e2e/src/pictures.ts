/**
 * Takes pictures of the main screens on a phone and on a desk, in the demonstration.
 *
 *   node apps/e2e/src/pictures.ts FOLDER
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from './browser/chromium.ts';
import { desk, phone } from './browser/devices.ts';
import { arrive } from './people/parent.ts';
import { arriveAsStaff, openFamily } from './people/staff.ts';
import { firstMoment, openDemoSite } from './site/open-demo-site.ts';

const [, , folder = '.preau/pictures'] = process.argv;
const claire = { email: 'claire.durand@example.org' };
const portal = '/o/val-de-lure';
const office = '/staff/val-de-lure';

const familyScreens = {
  accueil: '/',
  semaine: '/planning',
  mois: '/planning?vue=mois&mois=2026-12',
  periode: '/planning?vue=periode',
  panier: '/panier',
  demandes: '/demandes',
  historique: '/historique',
  compte: '/compte',
} as const;

const staffScreens = {
  aujourdhui: '/aujourdhui',
  familles: '/familles',
  'nouvelle-famille': '/familles/nouvelle',
  demandes: '/demandes',
  actualites: '/actualites',
} as const;

mkdirSync(folder, { recursive: true });
const site = await openDemoSite();
const browser = await launchChromium();
try {
  for (const { name, viewport, isMobile, hasTouch, userAgent } of [phone, desk]) {
    const context = await browser.newContext({
      baseURL: site.url,
      viewport,
      isMobile,
      hasTouch,
      userAgent,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      reducedMotion: 'reduce',
    });
    await context.clock.install({ time: new Date(firstMoment) });
    const page = await context.newPage();
    const take = async (screen: string) => {
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: path.join(folder, `${screen}-${name}.png`) });
    };
    await page.goto(`${portal}/connexion`);
    await take('connexion');
    await arrive(page, claire);
    for (const [screen, address] of Object.entries(familyScreens)) {
      await page.goto(`${portal}${address}`);
      await take(screen);
    }
    await arriveAsStaff(page, 'direction@val-de-lure.example');
    for (const [screen, address] of Object.entries(staffScreens)) {
      await page.goto(`${office}${address}`);
      await take(`agent-${screen}`);
    }
    await openFamily(page, 'Durand');
    await take('agent-famille');
    await context.close();
  }
} finally {
  await browser.close();
  await site.close();
}
