import { look } from '../../browser/look.ts';
import { expectCount, expectWords } from '../../people/words.ts';
import { comesHome, pictured, type TownScene } from '../town-scene.ts';
import { type EspacePart, leila } from './cast.ts';

/** « Mes inscriptions »: a member, filters, a request. */
export async function followEnrolments(scene: TownScene, { device }: EspacePart): Promise<void> {
  const { step, sees } = scene;
  const parent = await comesHome(scene, leila);
  const { page } = parent;
  const main = page.getByRole('main');
  const ofChild = page.getByRole('region', { name: leila.child, exact: true });
  const school = ofChild.getByRole('article', { name: /^Accueil périscolaire/ });

  await step('S4-04 a click on the name of a member shows its enrolments', async () => {
    await main.getByRole('link', { name: /^Mes inscriptions/ }).click();
    const members = page.getByRole('group', { name: 'Membre de la famille' });
    await members.getByRole('button', { name: leila.child }).click();
    await expectCount(page.getByRole('region', { name: 'Yasmine', exact: true }), 0);
    await ofChild.waitFor();
  });

  await step('S4-04 filters show the enrolments that are wanted', async () => {
    await page.getByLabel('État').selectOption({ label: 'En liste d’attente' });
    await expectCount(page.getByRole('article'), 1);
    await sees(
      'enrolment waitlisted',
      page.getByText('En liste d’attente', { exact: true }).last(),
    );
    await look(parent, pictured(scene, 'espace-famille-inscriptions'));
    await page.getByLabel('État').selectOption({ label: 'Tous' });
  });

  if (device.name === 'desk') {
    await step('S4-04 a request is taken back', async () => {
      await school.getByRole('button', { name: /^Retirer la demande/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Retirer la demande' }).click();
      await school.getByText('Retirée', { exact: true }).waitFor();
    });
  }

  await step('S4-04 an enrolment is requested', async () => {
    await page.getByRole('link', { name: `Demander une inscription pour ${leila.child}` }).click();
    await page.getByRole('checkbox', { name: 'Accueil périscolaire' }).click();
    await page.getByLabel('Message (facultatif)').fill('Je reprends le travail en janvier.');
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expectWords(school, /Demandée.*réponse au plus tard le/);
  });
}
