import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openStaffTab } from './staff.ts';

type Kind = 'Réservations' | 'Inscriptions' | 'Documents';

/** What a request is known by in the list. */
export type RequestWords = {
  /** « Etcheverry Amaia, CE1 ». */
  readonly child: string;
  /** Of the rest of its line. */
  readonly about: RegExp;
};

/** « Demandes », one of its kinds, with one request opened: what there is to know to answer it. */
export async function openRequest(
  page: Page,
  kind: Kind,
  { child, about }: RequestWords,
): Promise<Locator> {
  await openStaffTab(page, 'Demandes');
  const kinds = page.getByRole('navigation', { name: 'Sortes de demandes' });
  await kinds.getByRole('link', { name: new RegExp(`^${kind}`) }).click();
  const rows = page.getByRole('main').getByRole('link');
  const row = rows.filter({ hasText: child }).filter({ hasText: about });
  const more = page.getByRole('button', { name: 'Afficher la suite' });
  await row.or(more).first().waitFor();
  while ((await row.count()) === 0) {
    const shown = await rows.count();
    await more.click();
    await expect.poll(() => rows.count()).toBeGreaterThan(shown);
  }
  await row.first().click();
  const panel = page.getByRole('region', { name: child });
  await panel.waitFor();
  return panel;
}

/** Takes back what was just answered, while the family is not told. */
export async function takeBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Revenir sur cette réponse/ }).click();
}
