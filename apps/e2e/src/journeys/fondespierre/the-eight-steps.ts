import type { Page } from 'playwright-core';
import { look } from '../../browser/look.ts';
import { cell, closeSheet, tapBlocked } from '../../people/parent.ts';
import { expectWords } from '../../people/words.ts';
import { comesHome, pictured, type TownScene } from '../town-scene.ts';
import { type FondespierrePart, full } from './cast.ts';

/** « Faire une réservation », its eight steps under the guide's own words. */
export async function bookInEightSteps(scene: TownScene, part: FondespierrePart): Promise<void> {
  const { step, mailbox } = scene;
  const { guardian, ticked } = part;
  const parent = await comesHome(scene, guardian);
  const { page } = parent;
  const main = page.getByRole('main');

  await step('S0-09 « Nouvelle réservation »', async () => {
    await look(parent, pictured(scene, 'fondespierre-accueil'));
    await main.getByRole('link', { name: 'Nouvelle réservation' }).click();
    await page.getByRole('heading', { name: 'Pour quel enfant réservez-vous ?' }).waitFor();
    await look(parent, pictured(scene, 'fondespierre-1-enfant'));
  });

  await step('S0-10 the child is selected', async () => {
    await main.getByRole('link', { name: new RegExp(guardian.child) }).click();
    await page.getByRole('heading', { name: 'Quelle période réservez-vous ?' }).waitFor();
  });

  await step('S0-11 the period is selected; the others say when they open', async () => {
    const others = page.getByRole('region', { name: 'Autres périodes' });
    await expectWords(others, /Vacances d’hiver.*Ouvre le mardi 24 novembre à 9 h/);
    await page.getByRole('radio', { name: /^Vacances de Noël/ }).check();
    await look(parent, pictured(scene, 'fondespierre-2-periode'));
  });

  await step('S0-12 « Continuer »', async () => {
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('heading', { name: 'Cochez les jours' }).waitFor();
  });

  await meetAFullDay(scene, guardian.child, page);

  await step('S0-13 days are ticked in the planning of the period', async () => {
    for (const day of ticked) {
      const asked = { ...day, child: guardian.child };
      await cell(page, { ...asked, state: 'Libre' }).click();
      await cell(page, { ...asked, state: 'À ajouter' }).waitFor();
    }
    const underWay = page.getByRole('region', { name: 'Réservation en cours' });
    await expectWords(underWay, '+ 24,60 €');
    await expectWords(underWay, '2 ajouts');
    await look(parent, pictured(scene, 'fondespierre-3-planning'));
  });

  await step('S0-14 « Valider le planning »', async () => {
    await page.getByRole('button', { name: 'Valider le planning' }).click();
    await page.getByRole('heading', { name: 'Vérifiez votre réservation' }).waitFor();
  });

  await step('S0-15 what is told is checked, « Confirmer la réservation »', async () => {
    await expectWords(main, 'les places sont tenues 30 minutes, le temps de payer');
    await look(parent, pictured(scene, 'fondespierre-4-verification'));
    await page.getByRole('button', { name: 'Confirmer la réservation' }).click();
    await page.getByRole('heading', { name: 'Places gardées, à payer' }).waitFor();
    await expectWords(main, /Places tenues jusqu’à 9 h \d+/);
    await look(parent, pictured(scene, 'fondespierre-5-termine'));
    await mailbox.receive(guardian.email, /^À payer pour confirmer/);
  });

  await step('S0-16 « Terminer »', async () => {
    await page.getByRole('link', { name: 'Terminer' }).click();
    await page.getByRole('heading', { name: 'Bonjour Marion', level: 1 }).waitFor();
  });
}

/** « Contactez l'ALSH Fondespierre pour inscrire vos enfants sur liste d'attente. » */
async function meetAFullDay({ step, sees }: TownScene, child: string, page: Page): Promise<void> {
  await step('S0-23 a full day tells whom to contact for its waiting list', async () => {
    const fullDay = cell(page, { ...full, child, state: 'Complet' });
    await sees('cell full', fullDay);
    await tapBlocked(fullDay);
    const sheet = page.getByRole('dialog', { name: full.title });
    await expectWords(sheet, "Pour être mis en liste d'attente, contactez l'ALSH au 03 53 01");
    await sheet.getByRole('link', { name: /^Appeler le 03 53 01/ }).waitFor();
    await closeSheet(sheet);
  });
}
