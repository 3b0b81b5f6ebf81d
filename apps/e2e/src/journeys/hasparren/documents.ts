import type { Page } from 'playwright-core';
import { look } from '../../browser/look.ts';
import { cell, portalOf, tapBlocked } from '../../people/parent.ts';
import { openWeek } from '../../people/requests.ts';
import { expectWords } from '../../people/words.ts';
import { comesToPlanning, pictured, type TownScene } from '../town-scene.ts';
import type { HasparrenPart } from './cast.ts';

const evening = { service: 'Soir avec goûter', day: 'vendredi 27 novembre' };
const mandatory = ['Photocopie des vaccinations', 'Attestation d’assurance scolaire'];

/** « s'ils ne sont pas transmis, ne permettront pas l'inscription ou la réservation de votre enfant. » */
export async function sendWhatBlocks(
  scene: TownScene,
  { late, device }: HasparrenPart,
): Promise<void> {
  const { step, sees } = scene;
  const parent = await comesToPlanning(scene, late);
  const { page } = parent;
  const { child } = late;
  const main = page.getByRole('main');
  const ofChild = page.getByRole('region', { name: child, exact: true });

  await step('S2-28 nothing can be booked: the day says which documents miss', async () => {
    await openWeek(page, late, '2026-11-23');
    const day = cell(page, { ...evening, child, state: 'Pièce manquante' });
    await sees('cell documentsMissing', day);
    await tapBlocked(day);
    const sheet = page.getByRole('dialog', { name: 'Vendredi 27 novembre' });
    await expectWords(sheet, 'Attestation d’assurance scolaire');
    await look(parent, pictured(scene, 'hasparren-piece-manquante'));
  });

  await step('S2-28 neither can an enrolment be asked for', async () => {
    await page.goto(`${portalOf(late)}/inscriptions/demander`);
    await page.getByRole('radio', { name: child }).click();
    await expectWords(main, 'À envoyer avant de demander cette inscription');
    await look(parent, pictured(scene, 'hasparren-inscription-bloquee'));
  });

  await step('S2-28 what is expected, of whom, and what it blocks', async () => {
    await page.goto(`${portalOf(late)}/demandes`);
    const states = device.name === 'phone' ? (['À envoyer'] as const) : (['Refusé'] as const);
    for (const state of states) {
      const name = state === 'Refusé' ? 'document refused' : 'document expected';
      await sees(name, ofChild.getByText(state, { exact: true }));
    }
    await expectWords(ofChild, 'tant que ce document manque, pas d’inscription ni de réservation');
    await look(parent, pictured(scene, 'hasparren-documents-attendus'));
  });

  await step('S2-28 they are sent, one after the other', async () => {
    for (const document of mandatory) {
      await page.goto(`${portalOf(late)}/demandes`);
      await ofChild.getByRole('link', { name: `Envoyer « ${document} » pour ${child}` }).click();
      await chooseFile(page);
      await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
      await expectWords(main, 'Votre document est envoyé');
    }
    await page.goto(`${portalOf(late)}/demandes`);
    await sees('document sent', ofChild.getByText('Envoyé, en attente', { exact: true }));
  });

  await step('S2-28 sent is enough: the day may be asked for', async () => {
    await openWeek(page, late, '2026-11-23');
    await cell(page, { ...evening, child, state: 'Demander' }).waitFor();
  });
}

async function chooseFile(page: Page): Promise<void> {
  const buffer = await page.screenshot({ type: 'jpeg' });
  const file = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer };
  await page.getByLabel('Fichiers à envoyer').setInputFiles(file);
}
