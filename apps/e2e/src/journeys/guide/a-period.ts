import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { look } from '../../browser/look.ts';
import { openTab, pendingCart } from '../../people/parent.ts';
import { expectCount, expectWords } from '../../people/words.ts';
import { guardianArrives, pictureOf, type Scene } from './scene.ts';

/**
 * « Ex : j'ouvre pour la période du … au 04/07, si je coche périscolaire soir le mardi, cela
 * signifie que mon enfant sera inscrit tous les mardis de l'année. »
 */
export async function bookEveryTuesday(scene: Scene): Promise<void> {
  const { step, family } = scene;
  const parent = await guardianArrives(scene);
  const { page } = parent;
  const told = page.getByRole('region', { name: 'Ce qui sera fait' });

  await step('S1-13 « Réserver en vue Période »', async () => {
    await openTab(page, 'Mes réservations');
    await page.getByRole('link', { name: 'Période', exact: true }).click();
    await page.getByRole('heading', { name: 'Réserver en vue Période' }).waitFor();
    await look(parent, pictureOf(scene, 'periode-vide'));
  });

  await step('S1-20 Tuesday evening is ticked, from a day until the 4th of July', async () => {
    const tuesdays = `Périscolaire soir, ${family.elder}, le mardi`;
    await page.getByRole('checkbox', { name: tuesdays }).check();
    await page.getByLabel('Du', { exact: true }).fill('2026-11-17');
    await page.getByLabel('Au (inclus)').fill('2027-07-04');
  });

  const dates = await step(
    'S1-13 before anything is written: what will be booked, what will not and why',
    async () => {
      await expectWords(told, /\d+ dates · \+ \d+/);
      const [count = ''] = /^\d+/.exec(await told.innerText()) ?? [];
      await expectOnlyTuesdays(scene, told);
      await look(parent, pictureOf(scene, 'periode-apercu'));
      await expectCount(page.getByRole('button', { name: `Ajouter ${count} dates` }), 1);
      return Number(count);
    },
  );

  await step('S1-20 one gesture puts them all in the cart', async () => {
    await page.getByRole('button', { name: `Ajouter ${dates} dates` }).click();
    await expectWords(pendingCart(page), `${dates} ajouts`);
  });

  if (scene.device.name === 'desk') {
    await step('it is one step: undone at once, done again', async () => {
      await page.getByRole('button', { name: /^Défaire/ }).click();
      await expectWords(pendingCart(page), 'Votre panier est vide.');
      await page.getByRole('button', { name: /^Refaire/ }).click();
      await expectWords(pendingCart(page), `${dates} ajouts`);
    });
  }

  await step('S1-20 the cart is validated: every Tuesday evening until July', async () => {
    await page.getByRole('link', { name: /^Vérifier/ }).click();
    await page.getByRole('heading', { name: 'Vérifier le panier' }).waitFor();
    await look(parent, pictureOf(scene, 'panier-periode'));
    await page.getByRole('button', { name: 'Valider le panier' }).click();
    await page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
    await expectWords(page.getByRole('main'), `${dates} réservations`);
    await scene.mailbox.receive(family.email, /^Vos réservations/);
    await page.goto('/o/val-de-lure/planning?semaine=2027-06-28');
    const lastTuesday = /^Périscolaire soir, .*, mardi 29 juin, .*Réservé/;
    await page.getByRole('button', { name: lastTuesday }).waitFor();
  });
}

/** Opens every count: its dates are Tuesdays, in holidays for those that are left out. */
async function expectOnlyTuesdays({ family }: Scene, told: Locator): Promise<void> {
  const groups = told.getByRole('group');
  for (const group of await groups.all()) await group.locator('summary').click();
  const lines = await told.getByRole('listitem').allInnerTexts();
  const strangers = lines.filter((line) => !/^mardi /i.test(line) || !line.includes(family.elder));
  expect(strangers).toEqual([]);
  expect(lines).toHaveLength(33);
  expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain(
    "Pas d'accueil ce jour : vacances de Noël",
  );
}
