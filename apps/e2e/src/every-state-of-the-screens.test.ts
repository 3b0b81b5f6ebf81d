import { describe, expect, test } from 'vitest';
import type { Page, Route } from 'playwright-core';
import { desk, phone } from './browser/devices.ts';
import { look } from './browser/look.ts';
import { openVisits, type Visitor } from './browser/visits.ts';
import { type Step, stepsOf } from './journeys/steps.ts';
import { arrive } from './people/parent.ts';
import { arriveAsStaff, openFamily } from './people/staff.ts';
import { expectWords } from './people/words.ts';

/** A screen, by what it asks the server for. */
type Screen = {
  /** For the pictures. */
  readonly name: string;
  readonly path: string;
  /** The request without which it shows nothing. */
  readonly asks: RegExp;
  /** What it says when that fails. */
  readonly failure: RegExp;
  /** Shown in another way where there is less room. */
  readonly here?: boolean;
};

/** The règlement in sentences: of its page, and of the panel beside the planning. */
const rules = /\/api\/family\/organisations\/[\w-]+\/reglement$/;

const familyScreens: readonly Screen[] = [
  {
    name: 'accueil',
    path: '/o/val-de-lure',
    asks: /\/api\/family\/(news|planning)(\?|$)/,
    failure: /n’(a|ont) pas pu être chargée?s?/,
  },
  {
    name: 'semaine',
    path: '/o/val-de-lure/planning',
    asks: /\/api\/family\/planning\?/,
    failure: /La semaine n’a pas pu être chargée/,
  },
  {
    name: 'mois',
    path: '/o/val-de-lure/planning?vue=mois',
    asks: /\/api\/family\/planning\?/,
    failure: /Le mois n’a pas pu être chargé/,
    here: true,
  },
  {
    name: 'periode',
    path: '/o/val-de-lure/planning?vue=periode',
    asks: /\/api\/family\/planning\?/,
    failure: /Les services n’ont pas pu être chargés/,
  },
  {
    name: 'panier',
    path: '/o/val-de-lure/panier',
    asks: /\/api\/family\/cart(\?|$)/,
    failure: /n’a pas pu être chargé/,
  },
  {
    name: 'demandes',
    path: '/o/val-de-lure/demandes',
    asks: /\/api\/family\/documents(\?|$)/,
    failure: /Vos documents n’ont pas pu être chargés/,
  },
  {
    name: 'historique',
    path: '/o/val-de-lure/historique',
    asks: /\/api\/family\/history/,
    failure: /L’historique n’a pas pu être chargé/,
  },
  {
    name: 'mentions',
    path: '/o/val-de-lure/mentions-legales',
    asks: /\/pages\//,
    failure: /Ce texte n’a pas pu être chargé/,
  },
  {
    name: 'reglement',
    path: '/o/val-de-lure/reglement',
    asks: rules,
    failure: /Le règlement n’a pas pu être chargé/,
  },
];

const staffScreens: readonly Screen[] = [
  {
    name: 'agent-aujourdhui',
    path: '/staff/val-de-lure/aujourdhui',
    asks: /\/api\/staff\/(attendance|expected|today|days?)/,
    failure: /n’a pas pu être chargée?/,
  },
  {
    name: 'agent-familles',
    path: '/staff/val-de-lure/familles',
    asks: /\/api\/staff\/households(\?|$)/,
    failure: /La liste n’a pas pu être chargée/,
  },
  {
    name: 'agent-demandes',
    path: '/staff/val-de-lure/demandes',
    asks: /\/api\/staff\/documents(\?|$)/,
    failure: /Les demandes n’ont pas pu être chargées/,
  },
];

const problem = {
  type: '/problems/internal',
  title: 'Internal',
  status: 500,
  code: 'internal',
  requestId: 'r-42',
} as const;

const contentType = 'application/problem+json';

const brokenDown = { status: 500, contentType, json: problem } as const;

const nonePublished = {
  status: 404,
  contentType,
  json: {
    type: '/problems/not-found',
    title: 'Not found',
    status: 404,
    code: 'not-found',
    requestId: 'r-43',
  },
} as const;

describe('Every state of the screens', () => {
  const visits = openVisits();

  test('while a screen of the portal loads, and when it cannot', async (context) => {
    const step = stepsOf(context);
    const parent = await visits.open(desk);
    await arrive(parent.page, { email: 'claire.durand@example.org' });
    for (const screen of familyScreens) await expectStates(parent, screen, step);
  });

  test('while a screen of the back office loads, and when it cannot', async (context) => {
    const step = stepsOf(context);
    const office = await visits.open(desk);
    await arriveAsStaff(office.page, 'direction@val-de-lure.example');
    for (const screen of staffScreens) await expectStates(office, screen, step);
    await openFamily(office.page, 'Petit');
    const path = new URL(office.page.url()).pathname;
    const asks = /\/api\/staff\/households\/[\w-]+$/;
    const failure = /La fiche n’a pas pu être chargée/;
    await expectStates(office, { name: 'agent-famille', path, asks, failure }, step);
  });

  test('of the règlement, offline and before any is published, without signing in', async (context) => {
    const step = stepsOf(context);
    const reader = await visits.open(phone);
    const { page, faults } = reader;
    const main = page.getByRole('main');

    await step('offline, then on the network again', async () => {
      await page.route(rules, (route) => route.abort('internetdisconnected'));
      await page.goto('/o/val-de-lure/reglement');
      await expectWords(main, 'Vous semblez hors ligne.');
      await look(reader, 'reglement-hors-ligne');
      await page.unroute(rules);
      await main.getByRole('button', { name: 'Réessayer' }).click();
      await expectWords(main, 'en vigueur depuis le');
    });

    await step('before any is published', async () => {
      faults.allow(404);
      await page.route(rules, (route) => route.fulfill(nonePublished));
      await page.goto('/o/val-de-lure/reglement');
      await expectWords(main, 'Le règlement n’est pas encore publié');
      await look(reader, 'reglement-sans-rien');
    });
  });

  test('of the rules beside the planning', async (context) => {
    const step = stepsOf(context);
    const parent = await visits.open(phone);
    const { page, faults } = parent;
    const panel = page.getByRole('dialog', { name: /^Règles\s:/ });
    const readable = panel.getByRole('heading', { name: 'Réserver' });
    await arrive(page, { email: 'claire.durand@example.org' });

    await step('offline: the panel itself is still to be fetched', async () => {
      await parent.context.setOffline(true);
      await openPanel();
      const late = page.getByRole('dialog', { name: 'Un instant…' });
      await expectWords(late, 'Vérifiez le réseau');
      await look(parent, 'regles-pas-encore-la');
      await parent.context.setOffline(false);
      await late.getByRole('button', { name: 'Réessayer' }).click();
      await readable.waitFor();
    });

    await step('while they load', async () => {
      const letGo = await holdBack(page, rules);
      await page.reload();
      await openPanel();
      await panel.locator('[aria-busy="true"]').waitFor();
      await look(parent, 'regles-chargement', { loading: true });
      await letGo();
      await readable.waitFor();
    });

    for (const [name, words, fail] of [
      ['en-panne', 'r-42', (route: Route) => route.fulfill(brokenDown)],
      [
        'hors-ligne',
        'Vous semblez hors ligne.',
        (route: Route) => route.abort('internetdisconnected'),
      ],
    ] as const) {
      await step(`« ${words} », then they are read`, async () => {
        faults.allow(500);
        await page.route(rules, fail);
        await page.reload();
        await openPanel();
        await expectWords(panel, 'Les règles n’ont pas pu être chargées');
        await expectWords(panel, words);
        await look(parent, `regles-${name}`);
        await page.unroute(rules);
        await panel.getByRole('button', { name: 'Réessayer' }).click();
        await readable.waitFor();
      });
    }

    await step('before any is published', async () => {
      faults.allow(404);
      await page.route(rules, (route) => route.fulfill(nonePublished));
      await page.reload();
      await openPanel();
      await expectWords(panel, 'Le règlement n’est pas encore publié');
      await look(parent, 'regles-sans-rien');
    });

    async function openPanel(): Promise<void> {
      await page
        .getByRole('button', { name: /^Règles\s:/ })
        .first()
        .click();
    }
  });

  test('for a parent who has nothing yet', async (context) => {
    const step = stepsOf(context);
    const parent = await visits.open(phone);
    const { page } = parent;
    await arrive(page, { email: 'hugo.garnier@example.org' });
    for (const [name, path, words] of [
      ['accueil', '/o/val-de-lure', 'Bonjour Hugo'],
      ['periode', '/o/val-de-lure/planning?vue=periode', 'Aucun accueil à réserver'],
      ['demandes', '/o/val-de-lure/demandes', 'Vous n’avez encore rien envoyé'],
      ['historique', '/o/val-de-lure/historique', 'Rien pour le moment'],
    ] as const) {
      await step(`« ${words} »`, async () => {
        await page.goto(path);
        await expectWords(page.getByRole('main'), words);
        await look(parent, `${name}-sans-rien`);
      });
    }
  });
});

/** The screen while its answer is awaited, then when the service fails, then in order again. */
async function expectStates(visitor: Visitor, screen: Screen, step: Step): Promise<void> {
  const { page, faults } = visitor;
  const { name, path, asks, failure, here = false } = screen;
  const main = page.getByRole('main');

  await step(`${name} while it loads`, async () => {
    const letGo = await holdBack(page, asks);
    await page.goto(path);
    // The code of the page comes first; it is its answer that is held back.
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await waiting(page).first().waitFor({ state: 'attached' });
    await look(visitor, `${name}-chargement`, { loading: true, here });
    expect(await waiting(page).count()).toBeGreaterThan(0);
    await letGo();
  });

  await step(`${name} when the service fails, then answers again`, async () => {
    faults.allow(500);
    await page.route(asks, (route) => route.fulfill(brokenDown));
    await page.goto(path);
    await expectWords(main, failure);
    await expectWords(main, 'r-42');
    await look(visitor, `${name}-en-panne`, { here });
    await page.unroute(asks);
    // Each part of a screen is tried again by itself.
    for (const again of (
      await main.getByRole('button', { name: 'Réessayer' }).all()
    ).toReversed()) {
      await again.click();
    }
    await expect.poll(async () => failure.test(await main.innerText())).toBe(false);
  });
}

/** What says that something is on its way. */
function waiting(page: Page) {
  return page.locator('[aria-busy="true"]').or(page.getByText('Chargement…'));
}

/** Requests wait until they are let go. */
async function holdBack(page: Page, asks: RegExp): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await page.route(asks, (route) => void held.push(route));
  return async () => {
    await page.unroute(asks);
    await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
  };
}
