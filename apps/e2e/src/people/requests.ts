import type { Locator, Page } from 'playwright-core';
import { type CellWords, cell, openTab, type Person, portalOf, showChild } from './parent.ts';

/** A week of the planning of a child. */
export async function openWeek(
  page: Page,
  person: Person & { readonly child: string },
  monday: string,
): Promise<void> {
  await page.goto(`${portalOf(person)}/planning?semaine=${monday}`);
  const chip = page.getByRole('button', { name: new RegExp(`^${person.child} · `) });
  await chip.waitFor();
  await showChild(page, person.child);
}

/** Touches a white cell: the day waits to be saved. */
export async function ask(page: Page, day: CellWords): Promise<void> {
  await cell(page, { ...day, state: 'Demander' }).click();
  await cell(page, { ...day, state: 'À envoyer' }).waitFor();
}

/** What is at the foot of a planning on which everything is a request. */
export function saveBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Modifications à enregistrer' });
}

/** « Enregistrer », then what the receipt says. */
export async function save(page: Page, title: string): Promise<void> {
  await saveBar(page).getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

/** Where some services are booked at once, requests go by the cart as everything else. */
export async function sendCart(page: Page, title: string): Promise<void> {
  await openTab(page, 'Panier');
  await page.getByRole('heading', { name: 'Vérifier le panier' }).waitFor();
  await page.getByRole('button', { name: /^Envoyer (ma demande|mes demandes)$/ }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}
