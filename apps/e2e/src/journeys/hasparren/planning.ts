import { look } from '../../browser/look.ts';
import {
  cell,
  closeSheet,
  openLegend,
  openTab,
  showChild,
  tapBlocked,
} from '../../people/parent.ts';
import { ask, openWeek, save, saveBar } from '../../people/requests.ts';
import { expectWords } from '../../people/words.ts';
import { comesHome, comesToPlanning, pictured, type TownScene } from '../town-scene.ts';
import type { HasparrenPart } from './cast.ts';

/** What is asked for on each device, and answered afterwards. */
export const asked = [
  { service: 'Matin', day: 'lundi 30 novembre' },
  { service: 'Soir avec goûter', day: 'mardi 1er décembre' },
] as const;

/** « Mes réservations »: a member, the week, what each cell is. */
export async function findTheWay(scene: TownScene, part: HasparrenPart): Promise<void> {
  const { step, sees } = scene;
  const { parent: guardian } = part;
  const parent = await comesHome(scene, guardian);
  const { page } = parent;
  const main = page.getByRole('main');
  const { child } = guardian;

  await step('S2-17 the members who take part, then the planning of one', async () => {
    await openTab(page, 'Mes réservations');
    const members = page.getByRole('group', { name: 'Enfant affiché' });
    for (const name of ['Amaia', 'Elaia', 'Peio']) {
      await members.getByRole('button', { name: new RegExp(`^${name} · `) }).waitFor();
    }
    await showChild(page, child);
  });

  await step('S2-18 the present week by default', async () => {
    await page.getByRole('heading', { name: '16 – 20 novembre', level: 2 }).waitFor();
    await look(parent, pictured(scene, 'hasparren-semaine'));
  });

  await step(
    'S2-14 what may no longer be changed says by which rule, and whom to ask',
    async () => {
      const monday = { service: 'Matin', child, day: 'lundi 16 novembre', state: 'Hors délai' };
      await sees('cell deadlinePassed', cell(page, monday));
      await showChild(page, 'Peio');
      await tapBlocked(cell(page, { ...monday, service: 'Soir avec goûter', child: 'Peio' }));
      const sheet = page.getByRole('dialog', { name: 'Lundi 16 novembre' });
      await expectWords(sheet, 'Le délai de 48 h ouvrées est dépassé');
      await expectWords(sheet, 'contactez le guichet unique au 03 53 01');
      await expectWords(sheet, 'Ouvert maintenant, jusqu’à 12 h 30');
      await closeSheet(sheet);
    },
  );

  await step('S2-14 Wednesdays of March say when their window opens', async () => {
    await openWeek(page, guardian, '2027-03-01');
    await page.getByRole('button', { name: /^Mer. 3 mars · Ouvre le 26 nov./ }).waitFor();
  });

  await step('S2-20 a legend tells what each cell is', async () => {
    await openLegend(page);
    for (const words of ['Demander', 'Annul. demandée', 'Pièce manquante', 'Inscription requise']) {
      await expectWords(main, words);
    }
    await look(parent, pictured(scene, 'hasparren-legende'));
  });
}

/** The white cells, « Annuler » and « Enregistrer ». */
export async function requestDays(scene: TownScene, part: HasparrenPart): Promise<void> {
  const { step, sees, mailbox } = scene;
  const { parent: guardian } = part;
  const parent = await comesToPlanning(scene, guardian);
  const { page } = parent;
  const main = page.getByRole('main');
  const { child } = guardian;

  await step('S2-19 white cells are asked for; « Annuler » forgets them', async () => {
    await openWeek(page, guardian, '2026-11-30');
    const [first] = asked;
    await ask(page, { ...first, child });
    await expectWords(saveBar(page), '1 demande');
    await saveBar(page).getByRole('button', { name: 'Annuler', exact: true }).click();
    await cell(page, { ...first, child, state: 'Demander' }).waitFor();
  });

  await step('S2-19 S2-21 « Enregistrer », at the bottom right, sends them', async () => {
    for (const day of asked) await ask(page, { ...day, child });
    await expectWords(saveBar(page), '2 demandes');
    await look(parent, pictured(scene, 'hasparren-a-enregistrer'));
    await save(page, 'Demandes envoyées');
    await expectWords(main, 'Réponse au plus tard le mercredi 18 novembre à 9 h');
    await look(parent, pictured(scene, 'hasparren-demandes-envoyees'));
    await mailbox.receive(guardian.email, /^Votre demande est envoyée/);
  });

  await step(
    'the days wait for their answer on the planning and in the list of requests',
    async () => {
      await page.getByRole('link', { name: 'Voir mes demandes' }).click();
      await page.getByRole('heading', { name: 'Mes demandes de réservation' }).waitFor();
      await expectWords(main, /Périscolaire Jean Verdun · .*En attente/);
      await look(parent, pictured(scene, 'hasparren-mes-demandes'));
      await openWeek(page, guardian, '2026-11-30');
      for (const day of asked) {
        await sees('booking requested', cell(page, { ...day, child, state: 'En attente' }));
      }
    },
  );
}
