import { describe, expect, test } from 'vitest';
import { look } from './browser/look.ts';
import { desk, phone } from './browser/devices.ts';
import { openVisits } from './browser/visits.ts';
import { stepsOf } from './journeys/steps.ts';
import {
  cell,
  comeBackTo,
  expectSavedCart,
  leaf,
  openTab,
  signIn,
  validateCart,
} from './people/parent.ts';
import { expectWords } from './people/words.ts';
import { openMailbox } from './site/mailbox.ts';

const claire = { email: 'claire.durand@example.org' };
const thomas = { email: 'thomas.durand@example.org' };
const elodie = { email: 'elodie.petit@example.org' };

describe('Limits, places and two screens', () => {
  const visits = openVisits();
  const mailbox = openMailbox(visits);

  test('a place is taken by another family while the cart is being checked', async (context) => {
    const step = stepsOf(context);
    const parent = await visits.open(phone);
    const other = await visits.open(phone);
    const evening = { service: 'Périscolaire soir', day: 'vendredi 20 novembre' };
    const morning = { service: 'Périscolaire matin', child: 'Léa', day: 'vendredi 20 novembre' };
    const forAdam = { ...evening, child: 'Adam' };
    const forLea = { ...evening, child: 'Léa' };

    await step('Friday evening is full', async () => {
      await signIn(parent.page, claire);
      await cell(parent.page, { ...forLea, state: 'Complet' }).waitFor();
    });

    await step('Élodie gives up the place of Adam', async () => {
      await signIn(other.page, elodie);
      await cell(other.page, { ...forAdam, state: 'Réservé' }).click();
      await validateCart(other.page);
      await expectWords(other.page.getByRole('main'), '1 annulation');
    });

    await step('Claire puts the place and another day in her cart', async () => {
      await parent.page.reload();
      await cell(parent.page, { ...forLea, state: 'Libre' }).click();
      await cell(parent.page, { ...morning, state: 'Libre' }).click();
      await openTab(parent.page, 'Panier');
      await expectWords(parent.page.getByRole('main'), '+ 4,50 €');
    });

    await step('Élodie changes her mind and takes the place back', async () => {
      await other.page.getByRole('link', { name: 'Revenir au planning' }).click();
      await cell(other.page, { ...forAdam, state: 'Libre' }).click();
      await validateCart(other.page);
      await expectWords(other.page.getByRole('main'), '1 réservation');
    });

    await step('Claire validates: one line is done, the other says why not', async () => {
      await parent.page.getByRole('button', { name: 'Valider le panier' }).click();
      await parent.page.getByRole('heading', { name: 'Enregistré en partie' }).waitFor();
      const notDone = parent.page.getByRole('region', { name: 'Non enregistré' });
      await expectWords(notDone, 'Léa · Périscolaire soir');
      await expectWords(notDone, 'places sont prises.');
      const done = parent.page.getByRole('region', { name: 'Enregistré', exact: true });
      await expectWords(done, 'Léa · Périscolaire matin');
      await look(parent, 'confirmation-partielle');
      const told = async () =>
        (await mailbox.list(claire.email, /^Vos réservations/)).map(({ text }) => text).join();
      await expect.poll(told, { timeout: 15_000 }).toContain('Non pris en compte');
    });
  });

  test('two parents, two tabs, one cart', async (context) => {
    const step = stepsOf(context);
    const mother = await visits.open(phone);
    const father = await visits.open(desk);
    const monday = { service: 'Périscolaire matin', child: 'Léa', day: 'lundi 23 novembre' };
    const tuesday = { ...monday, day: 'mardi 24 novembre' };

    await step('what Claire touches is in the cart of Thomas', async () => {
      await signIn(mother.page, claire);
      await leaf(mother.page, 'Semaine suivante', '23 – 27 novembre');
      await cell(mother.page, { ...monday, state: 'Libre' }).click();
      await expectSavedCart(mother.page, '+ 1,70 € 1 ajout');
      await signIn(father.page, thomas);
      await leaf(father.page, 'Semaine suivante', '23 – 27 novembre');
      await cell(father.page, { ...monday, state: 'À ajouter' }).waitFor();
    });

    const secondTab = await step(
      'a second tab of Claire follows when she comes back to it',
      async () => {
        const tab = await mother.openTab();
        await tab.page.goto('/o/val-de-lure/planning?semaine=2026-11-23');
        await cell(tab.page, { ...monday, state: 'À ajouter' }).waitFor();
        await cell(mother.page, { ...tuesday, state: 'Libre' }).click();
        await expectSavedCart(mother.page, '+ 3,40 € 2 ajouts');
        await visits.passTimeTo('2026-11-16T09:20:00+01:00');
        await comeBackTo(tab.page);
        await cell(tab.page, { ...tuesday, state: 'À ajouter' }).waitFor();
        return tab;
      },
    );

    await step('Thomas checks a cart that Claire changes meanwhile', async () => {
      await openTab(father.page, 'Panier');
      await expectWords(father.page.getByRole('main'), '+ 3,40 €');
      await cell(secondTab.page, tuesday).click();
      await expectSavedCart(secondTab.page, '+ 1,70 € 1 ajout');
    });

    await step('his validation is held back, and what changed is shown', async () => {
      father.faults.expect(409, '/api/family/cart/confirm');
      await father.page.getByRole('button', { name: 'Valider le panier' }).click();
      await expectWords(father.page.getByRole('status'), 'Le panier a changé entre-temps.');
      await expectWords(
        father.page.getByRole('status'),
        'Retiré : ajout de Périscolaire matin, Léa, mardi 24 novembre',
      );
      await expectWords(father.page.getByRole('main'), '+ 1,70 €');
      await look(father, 'panier-change-entre-temps');
    });

    await step('he validates what he has now seen', async () => {
      await father.page.getByRole('button', { name: 'Valider le panier' }).click();
      await father.page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
      await expectWords(father.page.getByRole('main'), '1 réservation');
    });
  });

  test('a limit passes while the page is open', async (context) => {
    const step = stepsOf(context);
    await visits.clock.show('2026-11-17T16:00:01+01:00');
    const parent = await visits.open(phone);
    const { page } = parent;
    const evening = { service: 'Périscolaire soir', child: 'Adam', day: 'jeudi 19 novembre' };
    const study = { service: 'Étude dirigée', child: 'Adam', day: 'jeudi 19 novembre' };

    await step('half an hour before, the page says how long is left', async () => {
      await signIn(page, elodie);
      await expectWords(page.getByRole('main'), /Plus que (30|29) minutes pour valider/);
      await cell(page, { ...study, state: 'Libre' }).click();
      await cell(page, { ...evening, state: 'Libre' }).waitFor();
      await expectSavedCart(page, '+ 2,50 € 1 ajout');
      await look(parent, 'planning-limite-proche');
    });

    await step('the limit passes: the day closes without the page being loaded again', async () => {
      await page.evaluate(() => Object.assign(window, { loadedBefore: true }));
      await visits.passTimeTo('2026-11-17T16:30:05+01:00');
      await cell(page, { ...evening, state: 'Hors délai' }).waitFor();
      expect(await page.evaluate(() => 'loadedBefore' in window)).toBe(true);
    });

    await step('the day that waited in the cart says that it came too late', async () => {
      await openTab(page, 'Panier');
      await expectWords(page.getByRole('main'), 'Une ligne ne pourra pas être enregistrée');
      await expectWords(
        page.getByRole('main'),
        'Le délai de 48 h ouvrées est dépassé depuis le mardi 17 novembre à 16 h 30.',
      );
      await look(parent, 'panier-hors-delai');
      await page.getByRole('button', { name: 'Valider le panier' }).click();
      await page.getByRole('heading', { name: 'Rien n’a pu être enregistré' }).waitFor();
      await look(parent, 'confirmation-refusee');
    });
  });
});
