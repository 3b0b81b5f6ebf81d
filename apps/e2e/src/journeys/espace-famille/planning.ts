import { look } from '../../browser/look.ts';
import { cell, openLegend, openTab, showChild } from '../../people/parent.ts';
import { ask, openWeek, save } from '../../people/requests.ts';
import { expectWords } from '../../people/words.ts';
import { comesHome, pictured, type TownScene } from '../town-scene.ts';
import type { EspacePart } from './cast.ts';

export const lunch = { service: 'Restauration scolaire', day: 'mardi 15 décembre' };

/** « Mes réservations »: a member, the week, requests on the white cells, the nature of each colour. */
export async function requestLunch(scene: TownScene, { guardian }: EspacePart): Promise<void> {
  const { step } = scene;
  const { child } = guardian;
  const parent = await comesHome(scene, guardian);
  const { page } = parent;
  const main = page.getByRole('main');

  await step('S4-05 a member, then the planning of the week', async () => {
    await openTab(page, 'Mes réservations');
    await showChild(page, child);
    await page.getByRole('heading', { name: '16 – 20 novembre', level: 2 }).waitFor();
    await look(parent, pictured(scene, 'espace-famille-semaine'));
  });

  await step('S4-05 what each colour is', async () => {
    await openLegend(page);
    await expectWords(main, 'Annul. demandée');
  });

  await step('S4-05 a white cell is asked for, and the request recorded', async () => {
    await openWeek(page, guardian, '2026-12-14');
    await ask(page, { ...lunch, child });
    await save(page, 'Demande envoyée');
    await expectWords(main, 'Réponse au plus tard le jeudi 19 novembre à 9 h');
    await openWeek(page, guardian, '2026-12-14');
    await cell(page, { ...lunch, child, state: 'En attente' }).waitFor();
  });
}
