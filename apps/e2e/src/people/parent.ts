import type { Locator, Page } from 'playwright-core';
import { expectWords, literal } from './words.ts';

/** Everybody's password in the demonstration, printed at its start. */
export const demoPassword = 'bienvenue-en-famille';

const portal = '/o/val-de-lure';

/** One day of one service for one child; `state` is the word the cell ends with. */
export type CellWords = {
  readonly service: string;
  readonly child: string;
  /** « jeudi 19 novembre ». */
  readonly day: string;
  readonly state?: string;
};

/** The button of a day on the planning, as a screen reader names it. */
export function cell(page: Page, { service, child, day, state }: CellWords): Locator {
  const words = [service, child, day].map(literal).join(', ');
  const end = state === undefined ? '' : `.*, ${literal(state)}(,|$)`;
  return page.getByRole('button', { name: new RegExp(`^${words},${end}`) });
}

/**
 * Taps a day that cannot be changed. It answers although it says `aria-disabled`, which the browser
 * driver would take for a reason to wait.
 */
export async function tapBlocked(blocked: Locator): Promise<void> {
  await blocked.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await blocked.click({ force: true });
}

export async function signIn(
  page: Page,
  { email, password = demoPassword }: { readonly email: string; readonly password?: string },
): Promise<void> {
  await page.goto(portal);
  await page.getByRole('heading', { name: 'Connexion' }).waitFor();
  await fillSignIn(page, { email, password });
  await page.getByRole('heading', { name: /^Planning de / }).waitFor({ state: 'attached' });
}

export async function fillSignIn(
  page: Page,
  { email, password = demoPassword }: { readonly email: string; readonly password?: string },
): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

/** Goes to one of the tabs of the portal. */
export async function openTab(
  page: Page,
  tab: 'Planning' | 'Panier' | 'Mon compte',
): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Navigation principale' });
  await navigation.getByRole('link', { name: new RegExp(`^${tab}`) }).click();
}

/** The planning of a child is on the screen; its title is for those who listen. */
export function expectPlanning(page: Page, firstName: string): Promise<void> {
  return page
    .getByRole('heading', { name: `Planning de ${firstName}` })
    .waitFor({ state: 'attached' });
}

/** The week on screen, once it is the one asked for. */
export async function seesWeek(page: Page, week: string): Promise<void> {
  await page.getByRole('heading', { name: week, level: 2 }).waitFor();
}

export async function showChild(page: Page, firstName: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${firstName} · `) }).click();
  await expectPlanning(page, firstName);
}

/** What sums up, on a phone, what waits to be validated. */
export function pendingCart(page: Page): Locator {
  return page.getByRole('region', { name: 'Panier en cours' });
}

/** Waits until the server holds the cart and its quote, e.g. « + 1,70 € 1 ajout ». */
export function expectSavedCart(page: Page, amountAndCounts: string): Promise<void> {
  return expectWords(pendingCart(page), amountAndCounts);
}

/** One week on, or one week back. */
export async function leaf(
  page: Page,
  way: 'Semaine suivante' | 'Semaine précédente',
  week: string,
): Promise<void> {
  await page.getByRole('button', { name: way }).click();
  await seesWeek(page, week);
}

/** The page comes back to the front: the browser says so to what is on it. */
export async function comeBackTo(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() =>
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  );
}

/** From the planning to the receipt. */
export async function validateCart(page: Page): Promise<void> {
  await openTab(page, 'Panier');
  await page.getByRole('heading', { name: 'Vérifier le panier' }).waitFor();
  await page.getByRole('button', { name: 'Valider le panier' }).click();
}
