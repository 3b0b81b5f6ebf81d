import { describe, expect, test } from 'vitest';
import { desk } from './browser/devices.ts';
import { look, lookInForcedColours, sameSigns } from './browser/look.ts';
import { openVisits } from './browser/visits.ts';
import { stepsOf } from './journeys/steps.ts';
import { focusedName, tabTo } from './people/keyboard.ts';
import { arrive, cell, demoPassword, seesWeek, expectPlanning } from './people/parent.ts';
import { expectCount, expectWords } from './people/words.ts';

const nadia = { email: 'nadia.benali@example.org' };

describe('By keyboard alone', () => {
  const visits = openVisits();

  test('a day is booked and another explains itself, without a mouse', async (context) => {
    const step = stepsOf(context);
    const { page } = await visits.open(desk);
    const { keyboard } = page;

    await step('the first stop leads past the header', async () => {
      await page.goto('/o/val-de-lure/planning');
      await page.getByRole('heading', { name: 'Connexion' }).waitFor();
      await tabTo(page, /^link "Aller au contenu"/);
      await keyboard.press('Enter');
      await expect.poll(() => focusedName(page)).toMatch(/^main/);
    });

    await step('signing in', async () => {
      await tabTo(page, /^textbox "Adresse e-mail"/);
      await keyboard.type(nadia.email);
      await tabTo(page, /^textbox "Mot de passe"/);
      await keyboard.type(demoPassword);
      await keyboard.press('Enter');
      await seesWeek(page, '16 – 20 novembre');
    });

    await step('a day past its limit is reached, and says why', async () => {
      const late = /^button "Périscolaire matin, Sara, mardi 17 novembre, 1,10 €, Hors délai"/;
      await tabTo(page, late);
      await keyboard.press('Enter');
      const sheet = page.getByRole('dialog', { name: 'Mardi 17 novembre' });
      await expectWords(sheet, 'Le délai de 48 h ouvrées est dépassé');
      expect(await sheet.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
      await keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      expect(await focusedName(page)).toMatch(late);
    });

    await step('a day is added with the space bar, and announced', async () => {
      await tabTo(page, /^button "Semaine suivante"/);
      await keyboard.press('Enter');
      await seesWeek(page, '23 – 27 novembre');
      const thursday = { service: 'Périscolaire soir', child: 'Sara', day: 'jeudi 26 novembre' };
      await cell(page, { ...thursday, state: 'Libre' }).waitFor();
      await tabTo(page, /^button "Périscolaire soir, Sara, jeudi 26 novembre/);
      await keyboard.press('Space');
      await cell(page, { ...thursday, state: 'À ajouter' }).waitFor();
      await expectWords(
        page.getByRole('status').first(),
        'Périscolaire soir, Sara, jeudi 26 novembre : à ajouter.',
      );
    });

    await step('another formula is chosen for Wednesday with the arrows', async () => {
      await tabTo(page, /^button "Mer. 25 nov. · Journée avec repas/);
      await keyboard.press('Enter');
      const sheet = page.getByRole('dialog', { name: 'Mercredi 25 novembre' });
      await sheet.waitFor();
      await tabTo(page, /^radio "Journée avec repas/);
      await keyboard.press('ArrowDown');
      expect(await sheet.getByRole('radio', { name: /^Matin avec repas/ }).isChecked()).toBe(true);
      await tabTo(page, /^button "Choisir"/);
      await keyboard.press('Enter');
      await sheet.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: /^Mer. 25 nov. · Matin avec repas/ }).waitFor();
    });

    await step('the cart is checked and validated', async () => {
      await tabTo(page, /^link "Vérifier/);
      await keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Vérifier le panier' }).waitFor();
      await expectWords(page.getByRole('main'), 'Sara · Mercredi – Matin avec repas');
      // What was just done again is still being saved: the cart is validated once it is.
      await page.getByRole('button', { name: 'Valider le panier', disabled: false }).waitFor();
      await tabTo(page, /^button "Valider le panier"/);
      await keyboard.press('Enter');
      await page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
    });

    await step(
      'the title of the receipt has the focus, the way back is the next stop',
      async () => {
        await expect.poll(() => focusedName(page)).toMatch(/^heading "C’est enregistré"/);
        await tabTo(page, /^link "Revenir au planning"/);
        await keyboard.press('Enter');
        await expectPlanning(page, 'Sara');
      },
    );
  });

  test('the month is one stop: arrows, rectangles, undoing, another month', async (context) => {
    const step = stepsOf(context);
    const parent = await visits.open(desk);
    const { page } = parent;
    const { keyboard } = page;
    const grid = page.getByRole('grid');
    const morning = { service: 'Périscolaire matin', child: 'Sara' };
    const said = page.getByRole('status').first();

    await step('the month is chosen among the views', async () => {
      await arrive(page, nadia);
      await tabTo(page, /^link "Mois"/);
      await keyboard.press('Enter');
      await page.getByRole('grid', { name: 'Planning de novembre 2026' }).waitFor();
      await cell(page, { ...morning, day: 'lundi 16 novembre' }).waitFor();
    });

    await step('Tab stops once in the grid, on today, and leaves it', async () => {
      await expectCount(grid.locator('[tabindex="0"]'), 1);
      await tabTo(page, /^button "Périscolaire matin, Sara, lundi 16 novembre/);
      await keyboard.press('Tab');
      await expect.poll(() => grid.locator(':focus').count()).toBe(0);
      await keyboard.press('Shift+Tab');
    });

    await step('the cell that has the focus is spelt in full under the grid', async () => {
      await keyboard.press('ArrowRight');
      await expectWords(
        page.getByRole('region', { name: 'Planning du mois' }),
        'Périscolaire matin · Sara · mardi 17 novembre — Hors délai · Le délai de 48 h ouvrées',
      );
    });

    await step('a blocked day says why, and gives the focus back', async () => {
      await keyboard.press('Enter');
      const sheet = page.getByRole('dialog', { name: 'Mardi 17 novembre' });
      await expectWords(sheet, 'Le délai de 48 h ouvrées est dépassé');
      await keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      expect(await focusedName(page)).toMatch(/^button "Périscolaire matin, Sara, mardi 17/);
    });

    await step('the end of the row, the corners, a week on: over the edge, December', async () => {
      await keyboard.press('End');
      expect(await focusedName(page)).toMatch(/Périscolaire matin, Sara, lundi 30 novembre/);
      await keyboard.press('Control+Home');
      expect(await focusedName(page)).toMatch(/Périscolaire matin, Sara, lundi 2 novembre/);
      await keyboard.press('Control+End');
      expect(await focusedName(page)).toMatch(/Sara, lundi 30 novembre/);
      await keyboard.press('PageDown');
      await page.getByRole('grid', { name: 'Planning de décembre 2026' }).waitFor();
      await expect.poll(() => focusedName(page)).toMatch(/Sara, lundi 7 décembre/);
    });

    await step('signs differ by more than their colour, and with imposed colours too', async () => {
      expect(await sameSigns(page)).toEqual([]);
      await lookInForcedColours(parent, 'mois');
    });

    await step('the space bar adds a day, and says what the cart holds', async () => {
      await keyboard.press('Control+Home');
      await keyboard.press('PageDown');
      expect(await focusedName(page)).toMatch(/Périscolaire matin, Sara, mardi 8 décembre/);
      await keyboard.press('Space');
      await cell(page, { ...morning, day: 'mardi 8 décembre', state: 'À ajouter' }).waitFor();
      await expectWords(said, /mardi 8 décembre : à ajouter\. Panier : \+ /);
    });

    await step('Shift and the arrows draw a rectangle, the space bar fills it', async () => {
      await keyboard.press('ArrowRight');
      await keyboard.press('ArrowRight');
      await keyboard.press('Shift+ArrowRight');
      await expectCount(grid.locator('[aria-selected="true"]'), 2);
      await expectWords(said, '2 cases choisies');
      await look(parent, 'mois-rectangle', { here: true });
      await keyboard.press('Space');
      await expectWords(said, /2 modifications\. Panier : \+ /);
      await cell(page, { ...morning, day: 'vendredi 11 décembre', state: 'À ajouter' }).waitFor();
      await expectCount(grid.locator('[aria-selected="true"]'), 0);
    });

    await step('one gesture is one step: undone, done again', async () => {
      await keyboard.press('Control+z');
      await expectWords(said, 'Changement défait');
      await cell(page, { ...morning, day: 'jeudi 10 décembre', state: 'Libre' }).waitFor();
      await cell(page, { ...morning, day: 'vendredi 11 décembre', state: 'Libre' }).waitFor();
      await keyboard.press('Control+Shift+z');
      await cell(page, { ...morning, day: 'vendredi 11 décembre', state: 'À ajouter' }).waitFor();
    });

    await step('the cart is checked and validated', async () => {
      await tabTo(page, /^link "Vérifier et confirmer/);
      await keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Vérifier le panier' }).waitFor();
      await expectWords(page.getByRole('main'), 'Sara · Périscolaire matin');
      // What was just done again is still being saved: the cart is validated once it is.
      await page.getByRole('button', { name: 'Valider le panier', disabled: false }).waitFor();
      await tabTo(page, /^button "Valider le panier"/);
      await keyboard.press('Enter');
      await page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
      await expect.poll(() => focusedName(page)).toMatch(/^heading "C’est enregistré"/);
    });
  });
});
