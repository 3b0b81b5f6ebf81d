import { look } from '../../browser/look.ts';
import { expectCount, expectWords } from '../../people/words.ts';
import { comesHome, pictured, type TownScene } from '../town-scene.ts';
import { type HasparrenPart, mattin } from './cast.ts';

/** « Mes inscriptions »: by member, with filters; and what is asked for from there. */
export async function askForAnEnrolment(
  scene: TownScene,
  { device }: HasparrenPart,
): Promise<void> {
  const { step, sees } = scene;
  const parent = await comesHome(scene, mattin);
  const { page } = parent;
  const main = page.getByRole('main');
  const card = (activity: string) =>
    page.getByRole('article', { name: new RegExp(`^${activity}`) });

  await step(
    'S2-13 the enrolments of the members of the family, with how far each is',
    async () => {
      await main.getByRole('link', { name: /^Mes inscriptions/ }).click();
      await page.getByRole('heading', { name: 'Mes inscriptions', level: 1 }).waitFor();
      await page.getByRole('region', { name: mattin.child }).waitFor();
      await look(parent, pictured(scene, 'hasparren-inscriptions'));
    },
  );

  await step('S2-15 a filter shows those that are wanted', async () => {
    const count = await page.getByRole('article').count();
    await page.getByLabel('Accueil').selectOption({ label: 'Périscolaire Jean Verdun' });
    await expectCount(page.getByRole('article'), 1);
    await page.getByLabel('Accueil').selectOption({ label: 'Tous' });
    await expectCount(page.getByRole('article'), count);
  });

  if (device.name === 'phone') {
    await step('S2-16 what was refused is asked for again, with a word', async () => {
      await sees('enrolment refused', card('Vacances').getByText('Refusée', { exact: true }));
      await page
        .getByRole('link', { name: `Demander une inscription pour ${mattin.child}` })
        .click();
      await page.getByRole('heading', { name: 'Demander une inscription' }).waitFor();
      await page.getByRole('checkbox', { name: 'Vacances à Josta Leku' }).check();
      await expectWords(main, 'De 3 à 11 ans');
      await page.getByLabel('Message (facultatif)').fill('Une place s’est-elle libérée ?');
      await look(parent, pictured(scene, 'hasparren-demander-inscription'));
      await page.getByRole('button', { name: 'Envoyer la demande' }).click();
      await expectWords(card('Vacances'), 'réponse au plus tard le lundi 23 novembre');
    });
    return;
  }
  await step('S2-16 what the service still expected is sent again', async () => {
    const wednesdays = card('Mercredis');
    await sees('enrolment incomplete', wednesdays.getByText('À compléter', { exact: true }));
    await expectWords(wednesdays, 'Il manque l’attestation d’assurance de l’année.');
    await wednesdays.getByRole('button', { name: 'Renvoyer la demande' }).click();
    await expectWords(wednesdays, /Demandée.*réponse au plus tard le lundi 23 novembre/);
  });

  await step('a request is taken back before it is answered', async () => {
    await card('Périscolaire')
      .getByRole('button', { name: /^Retirer la demande/ })
      .click();
    const sheet = page.getByRole('dialog');
    await look(parent, pictured(scene, 'hasparren-retirer-inscription'));
    await sheet.getByRole('button', { name: 'Retirer la demande' }).click();
    await sees('enrolment ended', card('Périscolaire').getByText('Retirée', { exact: true }));
  });
}
