import { describe, expect, test } from 'vitest';
import { desk, openVisits } from './browser/visits.ts';
import { stepsOf } from './journeys/steps.ts';
import { focusedName, tabTo } from './people/keyboard.ts';
import { cell, demoPassword, seesWeek, expectPlanning } from './people/parent.ts';
import { expectWords } from './people/words.ts';

const nadia = { email: 'nadia.benali@example.org' };

describe('By keyboard alone', () => {
  const visits = openVisits();

  test('a day is booked and another explains itself, without a mouse', async (context) => {
    const step = stepsOf(context);
    const { page } = await visits.open(desk);
    const { keyboard } = page;

    await step('the first stop leads past the header', async () => {
      await page.goto('/o/val-de-lure/connexion');
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
      await tabTo(page, /^link "Vérifier"/);
      await keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Vérifier le panier' }).waitFor();
      await expectWords(page.getByRole('main'), 'Sara · Mercredi – Matin avec repas');
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
});
