import type { Cookie, Locator, Page } from 'playwright-core';
import type { Town } from '../journeys/states.ts';
import { expectWords, literal } from './words.ts';

/** Everybody's password in the demonstration, printed at its start. */
export const demoPassword = 'bienvenue-en-famille';

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
  // A day without a session bears no price.
  const end = state === undefined ? '' : `(.*,)?\\s${literal(state)}\\s?(,|$)`;
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

export type Person = {
  readonly email: string;
  readonly password?: string;
  /** Whose portal it is; of Val-de-Lure where nothing is said. */
  readonly town?: Town;
};

/** The address of the portal of somebody's town. */
export function portalOf({ town = 'val-de-lure' }: Pick<Person, 'town'>): string {
  return `/o/${town}`;
}

/** Sessions opened by `arrive` in this file, by town and e-mail address. */
const sessions = new Map<string, readonly Cookie[]>();

/**
 * The planning of somebody whose session may be open already: she signs in once for all the journeys
 * of a file, as people do who come back to the site.
 */
export function arrive(page: Page, person: Person): Promise<void> {
  return comeTo(page, person, '/planning', /^Planning/);
}

/** As `arrive`, to the home page. */
export function arriveHome(page: Page, person: Person): Promise<void> {
  return comeTo(page, person, '', /^Bonjour/);
}

async function comeTo(page: Page, person: Person, path: string, title: RegExp): Promise<void> {
  await page.context().addCookies(sessions.get(nameOf(person)) ?? []);
  await page.goto(`${portalOf(person)}${path}`);
  const door = page.getByRole('heading', { level: 1, name: 'Connexion' });
  const inside = page.getByRole('heading', { level: 1, name: title });
  await door.or(inside).waitFor({ state: 'attached' });
  if ((await door.count()) > 0) await fillSignIn(page, person);
  await inside.waitFor({ state: 'attached' });
  await keepSession(page, person);
}

/** What `arrive` will come back with. */
export async function keepSession(page: Page, person: Person): Promise<void> {
  sessions.set(nameOf(person), await page.context().cookies());
}

const nameOf = (person: Person) => `${portalOf(person)} ${person.email}`;

/** Signs in on a device that nobody is signed in on, to see the planning. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto(`${portalOf(person)}/planning`);
  await page.getByRole('heading', { name: 'Connexion' }).waitFor();
  await fillSignIn(page, person);
  await page.getByRole('heading', { name: /^Planning/, level: 1 }).waitFor({ state: 'attached' });
}

export async function fillSignIn(
  page: Page,
  { email, password = demoPassword }: Person,
): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

/** A tab of the portal, by the town's own words. */
export async function openTab(page: Page, tab: string): Promise<void> {
  const header = page.getByRole('banner');
  const navigation = page.getByRole('navigation', { name: 'Navigation principale' });
  // The cart is at hand from every page, beside the tabs.
  const place = tab === 'Panier' ? header : navigation;
  await place.getByRole('link', { name: new RegExp(`^${tab}`) }).click();
}

/** The home page, once one is signed in. */
export function expectHome(page: Page, firstName: string): Promise<void> {
  return page.getByRole('heading', { name: `Bonjour ${firstName}`, level: 1 }).waitFor();
}

/** The planning of a child is on the screen; its title is for those who listen. */
export function expectPlanning(page: Page, firstName: string): Promise<void> {
  return page
    .getByRole('heading', { name: new RegExp(`^Planning (de |d’)${firstName}`) })
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

/** What sums up what waits to be validated: a bar on a phone, a column on a desk. */
export function pendingCart(page: Page): Locator {
  const column = page.getByRole('complementary', { name: 'Panier' });
  return page.getByRole('region', { name: 'Panier en cours' }).or(column);
}

/** The explanation of the signs, from the planning. */
export async function openLegend(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Comprendre les couleurs et les signes' }).click();
  await page.getByRole('heading', { name: 'Comprendre le planning' }).waitFor();
}

/** Closes what a tap opened over the page. */
export async function closeSheet(sheet: Locator): Promise<void> {
  await sheet.getByRole('button', { name: 'Fermer' }).last().click();
  await sheet.waitFor({ state: 'detached' });
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
