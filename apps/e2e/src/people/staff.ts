import type { Cookie, Page } from 'playwright-core';
import { expectWords } from './words.ts';

const demoPassword = 'bienvenue-cote-mairie';

/** Sessions opened by `arriveAsStaff` in this file, by e-mail address. */
const sessions = new Map<string, readonly Cookie[]>();

/** The address of the back office of an agent's town, which the e-mail address bears. */
export function backOfficeOf(email: string): string {
  const [town] = /(?<=@)[\w-]+/.exec(email) ?? [];
  return `/staff/${town}`;
}

/** The present day of an agent, who signs in once for all the journeys of a file. */
export async function arriveAsStaff(page: Page, email: string): Promise<void> {
  await page.context().addCookies(sessions.get(email) ?? []);
  await page.goto(backOfficeOf(email));
  const title = page.getByRole('heading', { level: 1, name: /^(Connexion|Aujourd)/ });
  await title.waitFor();
  if ((await title.textContent()) === 'Connexion') await fillStaffSignIn(page, email);
  await page.getByRole('heading', { name: /^Aujourd/, level: 1 }).waitFor();
  sessions.set(email, await page.context().cookies());
}

/** The pages of the back office, by the words of its menu. */
export type StaffTab =
  | 'Aujourd’hui'
  | 'Familles'
  | 'Demandes'
  | 'Occupation'
  | 'Calendrier'
  | 'Actualités'
  | 'Réglages';

export async function openStaffTab(page: Page, tab: StaffTab): Promise<void> {
  const menu = page.getByRole('navigation', { name: 'Navigation principale' });
  const link = menu.getByRole('link', { name: new RegExp(`^${tab}`) });
  // A phone has room for some of them: the rest is one tap further.
  if (!(await link.isVisible())) await menu.getByRole('button', { name: 'Plus' }).click();
  await link.click();
  await page.getByRole('heading', { name: new RegExp(`^${tab}`), level: 1 }).waitFor();
}

/** Signs in on a device that nobody is signed in on. */
export async function signInAsStaff(page: Page, email: string): Promise<void> {
  await page.goto(backOfficeOf(email));
  await page.getByRole('heading', { name: 'Connexion' }).waitFor();
  await fillStaffSignIn(page, email);
  await page.getByRole('heading', { name: /^Aujourd/, level: 1 }).waitFor();
}

async function fillStaffSignIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

/** Types in the search of families, until what is found is shown. */
export async function findFamily(page: Page, words: string): Promise<void> {
  const search = page.getByLabel('Rechercher une famille');
  await search.fill('');
  await search.pressSequentially(words, { delay: 20 });
  const found = page.getByRole('region', { name: 'Familles trouvées' });
  await expectWords(found.getByRole('status'), /^1 famille/);
}

/** The page of the one family that these words find. */
export async function openFamily(page: Page, words: string): Promise<void> {
  await openStaffTab(page, 'Familles');
  await findFamily(page, words);
  await openFound(page);
}

/** Opens the first family of those that are found. */
export async function openFound(page: Page): Promise<void> {
  const found = page.getByRole('region', { name: 'Familles trouvées' });
  await found.getByRole('link').first().click();
  await page.getByRole('region', { name: 'Responsables' }).waitFor();
}

/**
 * Invites the first guardian of the list who never was.
 * @returns the address the invitation goes to.
 */
export async function inviteSomebodyNew(page: Page): Promise<string> {
  await openStaffTab(page, 'Familles');
  await page.getByRole('button', { name: /^Jamais invitées/ }).click();
  const found = page.getByRole('region', { name: 'Familles trouvées' });
  await found.getByText('Jamais invité', { exact: true }).first().waitFor();
  await openFound(page);
  const somebody = page
    .getByRole('region', { name: 'Responsables' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /^Inviter/ }) });
  const email = await somebody.first().getByRole('link', { name: /@/ }).innerText();
  const invited = page.getByRole('listitem').filter({ hasText: email });
  await invited.getByRole('button', { name: /^Inviter/ }).click();
  await expectWords(invited, 'Invitation envoyée');
  return email.trim();
}
