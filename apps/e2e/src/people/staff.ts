import type { Locator, Page } from 'playwright-core';

const backOffice = '/staff/val-de-lure';
const demoPassword = 'bienvenue-cote-mairie';

export async function signInAsStaff(page: Page, email: string): Promise<void> {
  await page.goto(backOffice);
  await page.getByRole('heading', { name: 'Connexion' }).waitFor();
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { name: /^Aujourd/, level: 1 }).waitFor();
}

/** The line of a guardian in the list of families, wherever in the list it is. */
export async function findGuardian(page: Page, name: string): Promise<Locator> {
  await page.getByRole('link', { name: 'Familles' }).click();
  await page.getByRole('heading', { name: 'Familles', level: 1 }).waitFor();
  const line = page.getByRole('row', { name });
  const more = page.getByRole('button', { name: 'Afficher la suite' });
  const shown = page.getByRole('status').filter({ hasText: /responsables? affiché/ });
  await shown.waitFor();
  while ((await line.count()) === 0) {
    const before = await shown.innerText();
    await more.click();
    await shown.filter({ hasNotText: before }).waitFor();
  }
  return line;
}

/**
 * Invites the first guardian of the list who never was.
 * @returns the address the invitation goes to.
 */
export async function inviteSomebodyNew(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Familles' }).click();
  await page.getByRole('heading', { name: 'Familles', level: 1 }).waitFor();
  const line = page.getByRole('row').filter({ hasText: 'Pas encore invité' }).first();
  const words = await line.getByRole('rowheader').innerText();
  const [email] = /\S+@\S+/.exec(words) ?? [];
  if (email === undefined) throw new Error(`No address in: ${words}`);
  await page
    .getByRole('row', { name: email })
    .getByRole('button', { name: /^Inviter/ })
    .click();
  await page.getByText(`Invitation envoyée à ${email}`).waitFor();
  return email;
}
