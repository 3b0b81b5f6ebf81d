import { look } from '../../browser/look.ts';
import { openRequest } from '../../people/inbox.ts';
import { cell, portalOf } from '../../people/parent.ts';
import { openWeek } from '../../people/requests.ts';
import { arriveAsStaff } from '../../people/staff.ts';
import { expectWords } from '../../people/words.ts';
import { comesHome, pictured, secondsPass, type TownScene } from '../town-scene.ts';
import { type LapaludPart, office, wanted } from './cast.ts';

/** « Procédez à l'inscription de votre enfant à la structure A.L.P. … Surveillez la validation. » */
export async function enrol(scene: TownScene, part: LapaludPart): Promise<void> {
  const { step, sees, visits, device, mailbox } = scene;
  const { guardian } = part;
  const { child } = guardian;
  const parent = await comesHome(scene, guardian);
  const { page } = parent;
  const [firstDay] = wanted;
  const card = page
    .getByRole('region', { name: child, exact: true })
    .getByRole('article', { name: /^A\.L\.P\./ });

  await step('S3-06 the child is enrolled in the A.L.P. for this school year', async () => {
    await page.goto(`${portalOf(guardian)}/inscriptions`);
    if (device.name === 'phone') {
      await page.getByRole('link', { name: `Demander une inscription pour ${child}` }).click();
      await page.getByRole('checkbox', { name: /^A\.L\.P\./ }).click();
      await look(parent, pictured(scene, 'lapalud-demander-inscription'));
      await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    } else {
      await card.getByRole('button', { name: 'Renvoyer la demande' }).click();
    }
    await sees('enrolment requested', card.getByText('Demandée', { exact: true }));
    await expectWords(card, 'réponse au plus tard le lundi 23 novembre');
    await look(parent, pictured(scene, 'lapalud-inscription-demandee'));
  });

  await step('until it is validated nothing can be booked', async () => {
    await openWeek(page, guardian, '2026-12-07');
    const day = cell(page, { ...firstDay, child, state: 'Inscription demandée' });
    await sees('cell notEnrolled', day);
  });

  await step('S3-07 the service validates it', async () => {
    const clerk = await visits.open(device);
    await arriveAsStaff(clerk.page, office);
    const request = { child: part.known, about: /A\.L\.P\./ };
    const panel = await openRequest(clerk.page, 'Inscriptions', request);
    await look(clerk, pictured(scene, 'agent-inscription'));
    await panel.getByRole('button', { name: 'Accepter' }).click();
    await expectWords(clerk.page.getByRole('main'), 'Inscription acceptée');
  });

  await step('S3-07 the validation is watched, and told by e-mail', async () => {
    await secondsPass(visits, 35);
    await mailbox.receive(guardian.email, /^(Inscription|Réponse à vo)/);
    await page.goto(`${portalOf(guardian)}/inscriptions`);
    await sees('enrolment accepted', card.getByText('Acceptée', { exact: true }));
  });
}
